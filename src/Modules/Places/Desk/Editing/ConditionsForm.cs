using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Places.Importing;

namespace Amparo.Places.Desk.Editing;

/// <summary>What somebody must know before coming: for whom, until when, for how long, with which papers, at what cost.</summary>
internal sealed class ConditionsForm
{
    public const int LongestText = 1000, LongestLine = 300, MostLines = 30, MostBeds = 10_000, MostNights = 3660, OldestSon = 25;

    public string? Eligibility { get; set; }
    public string? GettingThere { get; set; }

    /// <summary><c>yes</c>, <c>no</c>, else nobody said.</summary>
    public string? AsksNoPapers { get; set; }
    public string? FamiliesTogether { get; set; }
    public string? SonsUntilAge { get; set; }
    public string? LatestAdmission { get; set; }
    public string? NightsAllowed { get; set; }
    public string? Beds { get; set; }

    /// <summary>One in a line.</summary>
    public string? RequiredDocuments { get; set; }

    /// <summary>One in a line: words, and behind a bar amount and currency where they are known.</summary>
    public string? Costs { get; set; }
    public bool Wheelchair { get; set; }
    public string? Accessibility { get; set; }
    public List<string> Interpreters { get; set; } = [];

    internal static ConditionsForm Of(PlaceProfile profile) => new()
    {
        Eligibility = profile.Eligibility, GettingThere = profile.GettingThere, AsksNoPapers = YesNo(profile.AsksNoPapers), FamiliesTogether = YesNo(profile.FamiliesTogether),
        SonsUntilAge = Number(profile.SonsUntilAge), NightsAllowed = Number(profile.NightsAllowed), Beds = Number(profile.Beds), LatestAdmission = profile.LatestAdmission?.ToString("HH:mm", CultureInfo.InvariantCulture),
        RequiredDocuments = string.Join('\n', profile.RequiredDocuments), Costs = string.Join('\n', profile.Costs.Select(CostLines.Of)), Wheelchair = profile.Accessibility.Contains(PlaceCodes.Wheelchair),
        Accessibility = string.Join('\n', profile.Accessibility.Where(a => a != PlaceCodes.Wheelchair)), Interpreters = [.. profile.Interpreters],
    };

    internal IEnumerable<(string Field, string Key)> Mistakes()
    {
        foreach (var (field, text) in new[] { ("Eligibility", Eligibility), ("GettingThere", GettingThere) })
            if (text?.Length > LongestText) yield return (field, "places.desk.conditions.too_long");
        foreach (var (field, text, most) in new[] { ("SonsUntilAge", SonsUntilAge, OldestSon), ("NightsAllowed", NightsAllowed, MostNights), ("Beds", Beds, MostBeds) })
            if (!string.IsNullOrWhiteSpace(text) && Readings.Whole(text, 0, most) is null) yield return (field, "places.desk.conditions.wrong_number");
        if (!string.IsNullOrWhiteSpace(LatestAdmission) && Hour is null) yield return ("LatestAdmission", "places.desk.conditions.wrong_hour");
        foreach (var (field, text) in new[] { ("RequiredDocuments", RequiredDocuments), ("Accessibility", Accessibility), ("Costs", Costs) })
            if (Lines(text) is var lines && (lines.Count > MostLines || lines.Any(l => l.Length > LongestLine))) yield return (field, "places.desk.conditions.wrong_lines");
        if (Lines(Costs).Any(l => CostLines.Read(l) is null)) yield return ("Costs", "places.desk.conditions.wrong_cost");
    }

    /// <param name="saysWay">False where the address is hidden: no text may then tell the way there.</param>
    internal PlaceProfile Into(PlaceProfile profile, bool saysWay) => profile with
    {
        Eligibility = EditForm.Said(Eligibility), GettingThere = saysWay ? EditForm.Said(GettingThere) : profile.GettingThere, AsksNoPapers = YesNo(AsksNoPapers), FamiliesTogether = YesNo(FamiliesTogether),
        SonsUntilAge = Whole(SonsUntilAge, OldestSon), NightsAllowed = Whole(NightsAllowed, MostNights), Beds = Whole(Beds, MostBeds), LatestAdmission = Hour,
        RequiredDocuments = Lines(RequiredDocuments), Costs = [.. Lines(Costs).Select(l => CostLines.Read(l)!)],
        Accessibility = [.. Wheelchair ? [PlaceCodes.Wheelchair] : Array.Empty<string>(), .. Lines(Accessibility).Where(l => l != PlaceCodes.Wheelchair)],
        // What the form does not offer is not taken away by it.
        Interpreters = [.. profile.Interpreters.Where(l => !PlaceCodes.Languages.Contains(l) || Interpreters.Contains(l)).Union(Interpreters.Where(PlaceCodes.Languages.Contains))],
    };

    private TimeOnly? Hour => ClockTime.TryParse((LatestAdmission ?? "").Trim().PadLeft(5, '0'), out var time) && time != ClockTime.EndOfDay ? new TimeOnly(time.Minutes / 60, time.Minutes % 60) : null;

    internal static IReadOnlyList<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
    internal static int? Whole(string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : Readings.Whole(text, 0, most);
    internal static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
    private static string YesNo(bool? said) => said switch { true => "yes", false => "no", _ => "" };
    private static bool? YesNo(string? said) => said switch { "yes" => true, "no" => false, _ => null };
}
