using System.Globalization;

namespace Amparo.Kernel;

/// <summary>Something odd about a coordinate: a key of the catalogue of texts, its values, and the point that was probably meant.</summary>
public sealed record CoordinateFinding(string Key, IReadOnlyDictionary<string, string> Values, GeoPoint? Proposed = null);

/// <summary>
/// Looks for the usual slips in coordinates of lists. It corrects nothing: a shelter moved by a machine is as wrong as one
/// moved by a typist, so a steward sees the finding and the proposal and decides.
/// </summary>
public sealed class CoordinateSanity(Gazetteer gazetteer, CountryShapes shapes)
{
    public const string OutOfRange = "out_of_range", ZeroZero = "zero_zero", OutsideCountry = "outside_country", Swapped = "swapped",
        SignLost = "sign_lost", DmsSlip = "dms_slip", OutsideAdmin1 = "outside_admin1", Admin1Unknown = "admin1_unknown", TooCoarse = "too_coarse";

    private const double Nothing = 0.01;
    private const double HighConfidence = 0.9;
    private const double SlipConfidence = 0.6;
    private const double ClearlyOutsideKilometres = 8;
    private const double SameSpotKilometres = 1.5;

    /// <summary>
    /// Checks a point against the country and first-level area that its row declares; an empty list is no proof that it is right.
    /// <paramref name="swappedPossible"/>: false where the file says by itself which number is which (GeoJSON from a checked source).
    /// </summary>
    public IReadOnlyList<CoordinateFinding> Check(GeoPoint point, string country, string? admin1Name, bool swappedPossible)
    {
        if (Math.Abs(point.Latitude) < Nothing && Math.Abs(point.Longitude) < Nothing) return [Finding(ZeroZero)];
        var area = string.IsNullOrWhiteSpace(admin1Name) ? null : gazetteer.Areas.CodeOf(admin1Name, country);
        var findings = new List<CoordinateFinding>();
        if (!point.IsValid) findings.Add(Finding(OutOfRange));
        var outside = shapes.Known.Contains(country) && !LiesIn(point, country);
        if (outside)
        {
            if (point.IsValid) findings.Add(Finding(OutsideCountry, ("country", country), ("lies_in", shapes.CountryAt(point) ?? "")));
            AddTurned(findings, point, country, swappedPossible);
        }
        if (point.IsValid && double.IsInteger(point.Latitude) && double.IsInteger(point.Longitude)) findings.Add(Finding(TooCoarse));
        if (area is not null) AddArea(findings, point, country, area, outside, outside && findings.Exists(f => f.Proposed is not null));
        else if (!string.IsNullOrWhiteSpace(admin1Name) && gazetteer.All.Any(place => place.Country == country)) findings.Add(Finding(Admin1Unknown, ("declared", admin1Name)));
        return findings;
    }

    // Asked of what is near, not for what is nearest: of a point on the other side of the world the whole country would be looked through.
    private bool LiesIn(GeoPoint point, string country) =>
        point.IsValid && (shapes.IsWithin(point, country) || gazetteer.Within(point, CountryShapes.Tolerance).Any(near => near.Place.Country == country && near.Kilometres < CountryShapes.Tolerance));

    private void AddTurned(List<CoordinateFinding> findings, GeoPoint point, string country, bool swappedPossible)
    {
        GeoPoint[] turns = swappedPossible ? [point, new(point.Longitude, point.Latitude)] : [point];
        foreach (var (turned, isSwapped) in turns.Select((turned, i) => (turned, i == 1)))
        {
            foreach (var (latitude, longitude) in new[] { (1, 1), (1, -1), (-1, 1), (-1, -1) })
            {
                var meant = new GeoPoint(turned.Latitude * latitude, turned.Longitude * longitude);
                if (!LiesIn(meant, country)) continue;
                if (isSwapped) findings.Add(Finding(Swapped, meant));
                if ((latitude, longitude) != (1, 1)) findings.Add(Finding(SignLost, meant));
                return;
            }
        }
    }

    private void AddArea(List<CoordinateFinding> findings, GeoPoint point, string country, string declared, bool outside, bool explained)
    {
        if (explained || !point.IsValid) return;
        var vote = gazetteer.Admin1Vote(point, country);
        if (vote is not { } voted || !outside && (voted.Admin1Code == declared || !IsClearOf(point, declared))) return;
        if (!outside && voted.Confidence < SlipConfidence) return;
        var meant = DegreeReadings.Of(point)
            .Where(reading => LiesIn(reading.Point, country))
            .Select(reading => (reading.Reading, reading.Point, Vote: gazetteer.Admin1Vote(reading.Point, country)))
            .Where(reading => reading.Vote is { } v && v.Admin1Code == declared && v.Confidence >= SlipConfidence)
            .OrderByDescending(reading => reading.Vote!.Value.Confidence);
        // Two readings can both lead into the area, far from each other: choosing one for the steward would be a guess.
        foreach (var (reading, place, _) in meant)
            if (!findings.Exists(f => f.Key == DmsSlip && f.Proposed!.Value.KilometresTo(place) < SameSpotKilometres))
                findings.Add(Finding(DmsSlip, place, ("reading", reading), ("declared", declared)));
        if (!outside && voted.Confidence >= HighConfidence)
            findings.Add(Finding(OutsideAdmin1, ("declared", declared), ("voted", voted.Admin1Code), ("voted_name", voted.Admin1Name),
                ("confidence", voted.Confidence.ToString("0.00", CultureInfo.InvariantCulture))));
    }

    // Beside a border of areas the vote may err, and the farm behind the last village belongs to its own side.
    private bool IsClearOf(GeoPoint point, string declared) =>
        !gazetteer.Within(point, ClearlyOutsideKilometres).Any(near => near.Place.Admin1Code == declared);

    private static CoordinateFinding Finding(string key, params (string Name, string Value)[] values) =>
        new(key, values.ToDictionary(value => value.Name, value => value.Value));

    private static CoordinateFinding Finding(string key, GeoPoint proposed, params (string Name, string Value)[] values) =>
        Finding(key, values) with { Proposed = proposed };
}
