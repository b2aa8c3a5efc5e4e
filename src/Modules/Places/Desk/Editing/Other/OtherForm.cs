using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Places.Desk.Editing.Other;

/// <summary>Who runs the place, until when the entry holds, whose nationals a consulate serves, and what its list said besides.</summary>
internal sealed class OtherForm
{
    public const int LongestName = 300, LongestText = 500, MostAttributes = 60, MostNationals = 200;

    public string? Organization { get; set; }
    public Guid? OrganizationId { get; set; }

    /// <summary>"None of these: it is a new organisation."</summary>
    public bool NewOrganization { get; set; }
    public string? TextLanguage { get; set; }

    /// <summary>The last day on which the entry holds.</summary>
    public string? LastDay { get; set; }
    public bool IsLastResort { get; set; }
    public bool IsPublicHospital { get; set; }

    /// <summary>Countries, in words or codes, with commas.</summary>
    public string? Nationals { get; set; }
    public string? Jurisdiction { get; set; }
    public bool IsHonorary { get; set; }

    /// <summary>One in a line: <c>name = value</c>.</summary>
    public string? Attributes { get; set; }

    internal static OtherForm Of(Place place) => new()
    {
        Organization = place.Organization?.Name, TextLanguage = place.Profile.TextLanguage, IsLastResort = place.IsLastResort, IsPublicHospital = place.Profile.IsPublicHospital,
        LastDay = DayOf(place)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Nationals = string.Join(", ", place.Profile.Nationals), Jurisdiction = place.Profile.Jurisdiction, IsHonorary = place.Profile.IsHonorary,
        Attributes = string.Join('\n', place.Profile.Attributes.Select(a => $"{a.Name} = {a.Value}")),
    };

    internal IEnumerable<(string Field, string Key)> Mistakes(PlaceProfile before)
    {
        if (Organization?.Length > LongestName) yield return ("Organization", "places.desk.other.wrong_organization");
        if (!Languages.All.Contains(TextLanguage) && TextLanguage != before.TextLanguage) yield return ("TextLanguage", "places.desk.other.wrong_language");
        if (!string.IsNullOrWhiteSpace(LastDay) && Readings.Day(LastDay, []) is null) yield return ("LastDay", "places.desk.other.wrong_day");
        if (NationsTyped.Count > MostNationals || NationsTyped.Any(n => Countries.CodeOf(n) is null)) yield return ("Nationals", "places.desk.other.wrong_nationals");
        if (Jurisdiction?.Length > LongestText) yield return ("Jurisdiction", "places.desk.other.too_long");
        if (AttributesTyped.Count > MostAttributes || AttributesTyped.Any(a => a is not ({ Length: > 0 and <= 60 }, { Length: > 0 and <= LongestText }))) yield return ("Attributes", "places.desk.other.wrong_attributes");
    }

    /// <summary>Writes what are no words into the entry.</summary>
    /// <returns>Its words.</returns>
    internal PlaceTexts Into(Place place)
    {
        var day = EditForm.Said(LastDay) is { } said ? Readings.Day(said, []) : null;
        // The same day stays the same instant: a list may have said it to the hour.
        if (day != DayOf(place)) place.ExpiresAt = day is { } last ? Applying.ExpiryOf(new() { Row = "", LastDay = last, TimeZone = place.TimeZone }) : null;
        place.IsLastResort = IsLastResort;
        return PlaceTexts.Of(place) with { Profile = Words(place.Profile, place.Kind == PlaceKinds.Consular) with { IsPublicHospital = IsPublicHospital } };
    }

    /// <summary>What the organisation itself may say too.</summary>
    internal PlaceProfile Words(PlaceProfile profile, bool isConsular)
    {
        var said = profile with { TextLanguage = TextLanguage!, Attributes = [.. AttributesTyped.Select(a => new PlaceAttribute(a.Name, a.Value))] };
        return isConsular ? said with { Nationals = [.. NationsTyped.Select(n => Countries.CodeOf(n)!).Distinct()], Jurisdiction = EditForm.Said(Jurisdiction), IsHonorary = IsHonorary } : said;
    }

    private List<string> NationsTyped => [.. (Nationals ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private List<(string Name, string Value)> AttributesTyped =>
        [.. (Attributes ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value] ? (name, value) : (l, ""))];

    private static DateOnly? DayOf(Place place) =>
        place.ExpiresAt is { } end ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end.AddMilliseconds(-1), TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone)).DateTime) : null;
}
