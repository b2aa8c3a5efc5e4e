using System.Text.Json.Serialization;
using Amparo.Protection.People.Names;

namespace Amparo.Protection.People;

/// <summary>
/// Who somebody is, as far as she wants to say. Nothing is compulsory but something to call her by, which may be invented;
/// a field that holds one of <see cref="Unsaid"/> was spoken of or passed over, and never counts as an answer.
/// </summary>
internal sealed record Identity
{
    public string CalledBy { get; init; } = "";

    public PersonName Name { get; init; } = new();
    public Birth Birth { get; init; } = new(null, null, null);

    /// <summary>One of <see cref="Choices.Sexes"/> or <see cref="Unsaid"/>.</summary>
    public string Sex { get; init; } = Unsaid.NotAsked;

    /// <summary>One of <see cref="Choices.Genders"/> or <see cref="Unsaid"/>.</summary>
    public string Gender { get; init; } = Unsaid.NotAsked;

    /// <summary>ISO 3166-1 alpha-2; empty for none known, several are several.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    /// <summary>One of <see cref="Choices.NationalityStates"/> or <see cref="Unsaid"/>.</summary>
    public string NationalityState { get; init; } = Unsaid.NotAsked;

    /// <summary>Which papers there are and who holds them, in her words.</summary>
    public string Documents { get; init; } = "";

    /// <summary>One of <see cref="Choices.DocumentStates"/> or <see cref="Unsaid"/>.</summary>
    public string DocumentState { get; init; } = Unsaid.NotAsked;
    public string Languages { get; init; } = "";

    /// <summary>One of <see cref="Choices.Literacies"/> or <see cref="Unsaid"/>.</summary>
    public string Literacy { get; init; } = Unsaid.NotAsked;
    public string Origin { get; init; } = "";

    /// <summary>As a list shows it: by surname where there is one, else as she wants to be called.</summary>
    [JsonIgnore]
    public string Listed => Name.Given.Count + Name.Surnames.Count > 0 ? Name.InList() : CalledBy;
}

/// <summary>A birth date as exact as it is known, or an age with the day on which it was said.</summary>
/// <param name="Date"><c>1999</c>, <c>1999-05</c> or <c>1999-05-02</c>; null where only an age is known, or nothing.</param>
/// <param name="AgeSaidOn">The day in the office, <c>2026-11-30</c>.</param>
internal sealed record Birth(string? Date, int? Age, string? AgeSaidOn)
{
    /// <summary>
    /// Her age on that day, in whole years; where it is not sure the lower one, since whoever may be a child is treated as one.
    /// Null where nothing is known.
    /// </summary>
    public int? YearsOn(DateOnly day)
    {
        if (Latest is { } born) return born > day ? 0 : day.Year - born.Year - (day < Birthday(born, day.Year) ? 1 : 0);
        if (Age is not { } said || !DateOnly.TryParseExact(AgeSaidOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var on)) return null;
        return said + Math.Max(0, day.Year - on.Year - (day < Birthday(on, day.Year) ? 1 : 0));
    }

    // The youngest that what is known allows.
    private DateOnly? Latest => Date?.Split('-') is not { } parts ? null : parts switch
    {
        [var y] when Year(y) is { } year => new DateOnly(year, 12, 31),
        [var y, var m] when Year(y) is { } year && Number(m, 12) is { } month => new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
        [var y, var m, var d] when Year(y) is { } year && Number(m, 12) is { } month && Number(d, DateTime.DaysInMonth(year, month)) is { } number => new DateOnly(year, month, number),
        _ => null,
    };

    /// <summary>Whether the date can be one, of somebody alive on that day.</summary>
    public bool IsPossible(DateOnly today) => Date is null ? Age is null or (>= 0 and <= 120) : Latest is { } latest && latest.Year <= today.Year && today.Year - latest.Year <= 120 && (Date.Length < 10 || latest <= today);

    // Who was born on a leap day is a year older on the first of March.
    private static DateOnly Birthday(DateOnly born, int year) => born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new(year, 3, 1) : new(year, born.Month, born.Day);

    private static int? Year(string text) => text.Length == 4 && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year > 0 ? year : null;

    private static int? Number(string text, int most) => text.Length == 2 && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}

/// <summary>What a field says where nobody answered. The words are stored.</summary>
internal static class Unsaid
{
    public const string NotAsked = "not_asked", Declined = "declined", Unknown = "unknown";

    public static IReadOnlyList<string> All { get; } = [NotAsked, Declined, Unknown];
}

/// <summary>Words that a field may hold besides <see cref="Unsaid"/>. They are stored.</summary>
internal static class Choices
{
    public static IReadOnlyList<string> Sexes { get; } = ["female", "male", "intersex"];
    public static IReadOnlyList<string> Genders { get; } = ["woman", "man", "trans_woman", "trans_man", "non_binary", "other"];
    public static IReadOnlyList<string> NationalityStates { get; } = ["sure", "doubtful", "none"];
    public static IReadOnlyList<string> DocumentStates { get; } = ["held", "lost", "held_by_others", "never_had"];
    public static IReadOnlyList<string> Literacies { get; } = ["reads", "reads_little", "does_not_read"];
}

/// <summary>How she may be reached without harm.</summary>
/// <param name="Means">One of <see cref="Ways"/> or <see cref="Unsaid"/>.</param>
/// <param name="Where">The number, or whom to ask.</param>
/// <param name="WhoMayAnswer">To whom one may speak, and as whom.</param>
/// <param name="Phrase">What both say to know each other.</param>
internal sealed record SafeContact(string Means, string Where, string When, string WhoMayAnswer, string Phrase)
{
    public static IReadOnlyList<string> Ways { get; } = ["call", "message", "through_somebody", "she_comes", "never"];
}

/// <summary>What she needs now, and what was given: asked of everybody, by whoever meets her first.</summary>
/// <param name="Needs">Of <see cref="Kinds"/>.</param>
internal sealed record Needs(IReadOnlyList<string> Asked, string Note)
{
    public static IReadOnlyList<string> Kinds { get; } = ["food", "shelter", "health", "mental_health", "child_protection", "legal", "asylum", "papers", "family_contact", "clothing", "transport", "information", "safety"];
}

/// <summary>What only a specialist hears.</summary>
internal sealed record Story(string Words);
