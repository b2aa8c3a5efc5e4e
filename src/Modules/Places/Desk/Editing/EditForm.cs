using System.Net.Mail;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Editing;

/// <summary>The plain fields of an entry as they are typed. Only these can be written through the form, whatever else is posted.</summary>
internal sealed class EditForm
{
    public const int LongestName = 300, LongestText = 4000, LongestEmail = 254, MostPhones = 12;

    public string? Name { get; set; }
    public string? AlternateName { get; set; }
    public string? Kind { get; set; }
    public string? Description { get; set; }
    public string? Url { get; set; }
    public string? Email { get; set; }
    public List<EditPhone> Phones { get; set; } = [];

    /// <summary><c>keep</c>, <c>unknown</c>, <c>always</c> or <c>week</c>.</summary>
    public string? Hours { get; set; }

    /// <summary><c>open</c>, <c>closed</c>, else nobody said.</summary>
    public string? Holidays { get; set; }
    public List<string> Languages { get; set; } = [];
    public List<string> Serves { get; set; } = [];

    // What waits for a second person is never filled in: whoever saves the form would propose it again as their own, and whoever
    // typed it could then be that second person.
    internal static EditForm Of(Place place) => new()
    {
        Name = place.Name, AlternateName = place.Profile.AlternateName, Kind = place.Kind, Description = place.Profile.Description, Url = place.Profile.Url, Email = place.Profile.Email,
        Phones = [.. place.Profile.Phones.Select(EditPhone.Of)],
        Hours = HoursTyped.ChoiceOf(place.Profile.Hours), Holidays = HoursTyped.HolidaysOf(place.Profile.Hours),
        Languages = [.. place.Profile.Languages], Serves = [.. place.Profile.Serves],
    };

    /// <summary>What is wrong, by the identifier of the field.</summary>
    internal IEnumerable<(string Field, string Key)> Mistakes()
    {
        if (Name?.Trim() is not { Length: > 1 and <= LongestName }) yield return ("Name", "places.desk.edit.wrong_name");
        if (!PlaceKinds.All.Contains(Kind)) yield return ("Kind", "places.desk.edit.wrong_kind");
        if (Description?.Length > LongestText) yield return ("Description", "places.desk.edit.wrong_description");
        if (!string.IsNullOrWhiteSpace(Url) && !IsUrl(Url)) yield return ("Url", "places.desk.edit.wrong_url");
        if (AlternateName?.Length > LongestName) yield return ("AlternateName", "places.desk.edit.wrong_name");
        if (Said(Email) is { } email && !IsEmail(email)) yield return ("Email", "places.desk.edit.wrong_email");
        for (var i = 0; i < Phones.Count; i++)
            if (!Phones[i].IsEmpty && !Phones[i].IsWhole) yield return ($"Phones_{i}__Number", "places.desk.edit.wrong_phone");
        if (Phones.Count > MostPhones) yield return ("Phones_0__Number", "places.desk.edit.too_many_phones");
        if (Hours is not ("keep" or "unknown" or "always" or "week")) yield return ("hours", "places.desk.edit.wrong_hours");
    }

    internal PlaceProfile Into(PlaceProfile profile, OpeningHours hours) => profile with
    {
        AlternateName = Said(AlternateName), Description = Said(Description), Hours = hours, Phones = PhonesInto(profile.Phones), Url = Said(Url), Email = Said(Email),
        // What the form does not offer is not taken away by it.
        Languages = [.. profile.Languages.Where(l => !PlaceCodes.Languages.Contains(l) || Languages.Contains(l)).Union(Languages.Where(PlaceCodes.Languages.Contains))],
        Serves = [.. Populations.All.Where(Serves.Contains)],
    };

    internal IReadOnlyList<PlacePhone> PhonesInto(IReadOnlyList<PlacePhone> before) =>
        [.. Phones.Where(p => !p.IsEmpty).Select(p => p.Into(before.FirstOrDefault(b => b.Number == p.Number!.Trim()) ?? new PlacePhone("")))];

    internal static bool IsUrl(string url) => Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && url.Length <= 500;
    internal static bool IsEmail(string email) => email.Length <= LongestEmail && MailAddress.TryCreate(email, out var mail) && mail.Address == email && mail.Host.Contains('.', StringComparison.Ordinal);

    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>One telephone of the form.</summary>
internal sealed class EditPhone
{
    public static IReadOnlyList<string> Types { get; } = ["voice", "cell", "whatsapp", "text", "hotline", "fax"];

    public string? Number { get; set; }
    public string? Extension { get; set; }
    public string? Type { get; set; }
    public string? Description { get; set; }

    /// <summary>In which somebody answers, where the form asked.</summary>
    public List<string> Languages { get; set; } = [];
    public bool Speaks { get; set; }

    internal static EditPhone Of(PlacePhone phone) => new() { Number = phone.Number, Extension = phone.Extension, Type = phone.Type, Description = phone.Description, Languages = [.. phone.Languages ?? []] };

    internal PlacePhone Into(PlacePhone before)
    {
        var spoken = before.Languages ?? [];
        // What the form does not offer is not taken away by it.
        var languages = Speaks ? [.. spoken.Where(l => !PlaceCodes.Languages.Contains(l) || Languages.Contains(l)).Union(Languages.Where(PlaceCodes.Languages.Contains))] : spoken;
        return before with { Number = Number!.Trim(), Extension = EditForm.Said(Extension), Type = KnownType, Description = EditForm.Said(Description), Languages = languages.Count == 0 ? null : languages };
    }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Number) && string.IsNullOrWhiteSpace(Description);
    internal bool IsWhole => Number?.Trim() is { Length: >= 3 and <= 30 } n && n.Count(char.IsAsciiDigit) >= 3 && n.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')' or '*' or '#') && (Description?.Length ?? 0) <= 200 && (Extension ?? "").Trim() is { Length: <= 10 } extension && extension.All(char.IsAsciiDigit);
    internal string? KnownType => Types.Contains(Type) ? Type : null;
}
