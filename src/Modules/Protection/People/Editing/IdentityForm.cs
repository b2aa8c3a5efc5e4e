using System.Globalization;
using Amparo.Contracts;
using Amparo.Protection.People.Names;

namespace Amparo.Protection.People.Editing;

/// <summary>Who somebody is, as a form asks: each piece of a name in a field of its own, and nothing compulsory but something to call her by.</summary>
internal sealed class IdentityForm
{
    public const int LongestName = 100, LongestWords = 500;
    private const int Pieces = 2;

    public string? CalledBy { get; set; }
    public List<string?> GivenNames { get; set; } = [];
    public List<string?> Surnames { get; set; } = [];
    public string? MarriedName { get; set; }
    public string? Nickname { get; set; }
    public string? MotherName { get; set; }
    public string? BirthYear { get; set; }
    public string? BirthMonth { get; set; }
    public string? BirthDay { get; set; }
    public string? Age { get; set; }
    public string? Sex { get; set; }
    public string? Gender { get; set; }
    public List<string> Nationalities { get; set; } = [];
    public string? NationalityState { get; set; }
    public string? DocumentState { get; set; }
    public string? Documents { get; set; }
    public string? Languages { get; set; }
    public string? Literacy { get; set; }
    public string? Origin { get; set; }

    public static IdentityForm Of(Identity identity)
    {
        var date = identity.Birth.Date?.Split('-') ?? [];
        return new()
        {
            CalledBy = identity.CalledBy, GivenNames = [.. identity.Name.Given], Surnames = [.. identity.Name.Surnames], MarriedName = identity.Name.Married, Nickname = identity.Name.Nickname, MotherName = identity.Name.Mother,
            BirthYear = date.ElementAtOrDefault(0), BirthMonth = date.ElementAtOrDefault(1), BirthDay = date.ElementAtOrDefault(2), Age = identity.Birth.Age?.ToString(CultureInfo.InvariantCulture),
            Sex = identity.Sex, Gender = identity.Gender, Nationalities = [.. identity.Nationalities], NationalityState = identity.NationalityState, DocumentState = identity.DocumentState, Documents = identity.Documents,
            Languages = identity.Languages, Literacy = identity.Literacy, Origin = identity.Origin,
        };
    }

    /// <summary>What was typed, with a sentence in <paramref name="wrong"/> for each field that cannot be read. Nothing is cut, and nothing is guessed.</summary>
    /// <param name="before">What stood there, so that an age that nobody changed keeps the day on which it was said.</param>
    public Identity Read(Identity before, DateOnly today, Dictionary<string, string> wrong)
    {
        Must(CalledBy.Clean().Length > 0, nameof(CalledBy), "protection.identity.needs_name");
        foreach (var (field, value, most) in Lengths()) Must(value.Clean().Length <= most, field, "protection.identity.too_long");
        Must(Nationalities.TrueForAll(NationalityCodes.Contains), nameof(Nationalities), "protection.identity.wrong_choice");
        return new()
        {
            CalledBy = CalledBy.Clean(), Name = ReadName(wrong),
            Birth = ReadBirth(before.Birth, today, wrong), Sex = Choice(Sex, Choices.Sexes, nameof(Sex)), Gender = Choice(Gender, Choices.Genders, nameof(Gender)),
            Nationalities = [.. Nationalities.Distinct()], NationalityState = Choice(NationalityState, Choices.NationalityStates, nameof(NationalityState)),
            DocumentState = Choice(DocumentState, Choices.DocumentStates, nameof(DocumentState)), Documents = Documents.Clean(), Languages = Languages.Clean(), Literacy = Choice(Literacy, Choices.Literacies, nameof(Literacy)), Origin = Origin.Clean(),
        };

        void Must(bool holds, string field, string key)
        {
            if (!holds) wrong.TryAdd(field, key);
        }

        string Choice(string? said, IReadOnlyList<string> of, string field)
        {
            if (string.IsNullOrEmpty(said)) return Unsaid.NotAsked;
            Must(of.Contains(said) || Unsaid.All.Contains(said), field, "protection.identity.wrong_choice");
            return said;
        }
    }

    /// <summary>How many fields for given names and for surnames the form shows: two, and more where there are more.</summary>
    public static int FieldsFor(List<string?> names) => Math.Max(Pieces, names.Count + (names.Count >= Pieces && names.TrueForAll(n => !string.IsNullOrWhiteSpace(n)) ? 1 : 0));

    /// <summary>The region's first, then those from which people come through it.</summary>
    public static IReadOnlyList<string> NationalityCodes { get; } = [.. RegionCountries.All, "VE", "CO", "EC", "PE", "CU", "HT", "DO", "BR", "CL", "BO", "US", "CN", "IN", "BD", "NP", "PK", "AF", "CM", "CD", "GH", "SN", "AO", "SO", "ER"];

    private Birth ReadBirth(Birth before, DateOnly today, Dictionary<string, string> wrong)
    {
        var (year, month, day) = (BirthYear.Clean(), BirthMonth.Clean(), BirthDay.Clean());
        int? age = int.TryParse(Age.Clean(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        if (Age.Clean().Length > 0 && age is null) wrong.TryAdd(nameof(Age), "protection.identity.wrong_age");
        var date = year.Length == 0 ? null : string.Join('-', new[] { year, month.PadLeft(2, '0'), day.PadLeft(2, '0') }.Take(month.Length == 0 ? 1 : day.Length == 0 ? 2 : 3));
        if ((year.Length == 0 && (month.Length > 0 || day.Length > 0)) || (month.Length == 0 && day.Length > 0)) wrong.TryAdd(nameof(BirthYear), "protection.identity.date_without_year");
        var saidOn = age is null ? null : age == before.Age && before.AgeSaidOn is { } known ? known : today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var birth = new Birth(date, age, saidOn);
        if (!birth.IsPossible(today)) wrong.TryAdd(date is null ? nameof(Age) : nameof(BirthYear), "protection.identity.wrong_date");
        return birth;
    }

    private IEnumerable<(string Field, string? Value, int Most)> Lengths() =>
    [
        (nameof(CalledBy), CalledBy, LongestName),
        (nameof(Documents), Documents, LongestWords), (nameof(Languages), Languages, LongestWords), (nameof(Origin), Origin, 2 * LongestName),
    ];

    // What a name may hold the name itself says, in a sentence.
    private PersonName ReadName(Dictionary<string, string> wrong)
    {
        try
        {
            return PersonName.Of(GivenNames, Surnames, MarriedName, Nickname, MotherName);
        }
        catch (RuleBroken broken)
        {
            wrong.TryAdd("GivenNames_0_", broken.Key);
            return new();
        }
    }
}
