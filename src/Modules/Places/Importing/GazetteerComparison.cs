using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>A table of populated places beside the built-in ones: nothing is imported, the differences are listed.</summary>
internal static class GazetteerComparison
{
    private const double SamePlaceKilometres = 1;

    public static ImportSummary Of(ListFile list, Gazetteer gazetteer, ImportRequest request, CancellationToken stop)
    {
        using var report = new RunReport(request.Report, DateTimeOffset.MinValue);
        var reasons = new Dictionary<string, int>();
        var rows = 0;
        foreach (var draft in list.Source.Drafts(stop))
        {
            rows++;
            var source = draft.Source;
            var finding = Compare(source, gazetteer);
            reasons[finding.Reason] = reasons.GetValueOrDefault(finding.Reason) + 1;
            if (finding.Reason != "gazetteer_equal") report.Line(draft.Row, "", finding, null);
        }
        var missing = gazetteer.FromSource - reasons.GetValueOrDefault("gazetteer_equal") - reasons.GetValueOrDefault("gazetteer_moved") - reasons.GetValueOrDefault("gazetteer_other_area");
        if (missing > 0) reasons["gazetteer_not_in_file"] = missing;
        return new()
        {
            List = list.Name, Profile = list.Profile.Name, ProfileWasGuessed = list.WasGuessed, ReadAs = list.Source.ReadAs, Unchanged = rows,
            Reasons = [.. reasons.OrderByDescending(r => r.Value).Select(r => new ReasonCount(r.Key, r.Value))],
        };
    }

    private static Finding Compare(IReadOnlyDictionary<string, string> row, Gazetteer gazetteer)
    {
        string Cell(string name) => row.GetValueOrDefault(name, "");
        if (!double.TryParse(Cell("lat"), NumberStyles.Float, CultureInfo.InvariantCulture, out var north) || !double.TryParse(Cell("lng"), NumberStyles.Float, CultureInfo.InvariantCulture, out var east))
            return new(Reasons.CoordinateUnreadable, "lat", $"{Cell("lat")}, {Cell("lng")}");
        var point = new GeoPoint(north, east);
        var nearest = gazetteer.Nearest(point, 5, Cell("country")).FirstOrDefault(n => n.Place.Name == Cell("name"));
        if (nearest.Place is null)
            return gazetteer.Named(Cell("name"), Cell("country")).Count > 0 ? new("gazetteer_moved", "name", Cell("name")) : new("gazetteer_unknown", "name", Cell("name"));
        if (nearest.Kilometres > SamePlaceKilometres) return new("gazetteer_moved", "name", Cell("name"));
        return nearest.Place.Admin1Code == Cell("admin1_code") ? new("gazetteer_equal") : new("gazetteer_other_area", "admin1_code", $"{Cell("name")}: {Cell("admin1_code")}");
    }
}
