using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Places.Figures;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Figures;

/// <summary>How fresh the directory is, by country and kind and over time, how long readers wait, and who makes sure. It reads what was counted each day.</summary>
[Requires(PlacesPermissions.Figures)]
internal sealed class ShowModel(Database db) : ConsolePage
{
    public const string Path = "/console/places/figures";
    public static IReadOnlyList<int> Spans { get; } = [30, 90, 365, 1825];

    public override string TitleKey => "places.desk.figures.title";

    [FromQuery] public string? Country { get; set; }
    [FromQuery] public string? Kind { get; set; }
    [FromQuery] public int Days { get; set; } = 90;

    public IReadOnlyList<(DateOnly Day, Shares Shares)> OverTime { get; private set; } = [];
    public IReadOnlyList<(string Country, Shares Shares)> ByCountry { get; private set; } = [];
    public IReadOnlyList<(string Kind, Shares Shares)> ByKind { get; private set; } = [];
    public Shares Latest { get; private set; }
    public DateOnly? Day { get; private set; }
    public IReadOnlyList<AnswerTimes> Times { get; private set; } = [];
    public IReadOnlyList<Verifier> Verifiers { get; private set; } = [];

    /// <summary>Rows are behind the numbers for who may see entries.</summary>
    public bool OpensRows => Who.Holds(PlacesPermissions.View);
    public IReadOnlyList<string> Countries => Who.ReachFor(PlacesPermissions.Figures) is { Everywhere: true } ? RegionCountries.All : Who.CountriesFor(PlacesPermissions.Figures);

    public async Task OnGetAsync(CancellationToken stop)
    {
        (Country, Kind) = (Countries.Contains(Country) ? Country : null, PlaceKinds.All.Contains(Kind) ? Kind : null);
        Days = Spans.Contains(Days) ? Days : 90;
        var since = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-Days);
        var figures = db.FiguresFor(Who, PlacesPermissions.Figures).AsNoTracking().Where(f => f.Day >= since);
        if (Country is { } country) figures = figures.Where(f => f.Country == country);
        if (Kind is { } kind) figures = figures.Where(f => f.Kind == kind);
        OverTime = [.. (await figures.GroupBy(f => f.Day).Select(g => new { g.Key, Assured = g.Sum(f => f.Assured), Due = g.Sum(f => f.Due), Stale = g.Sum(f => f.Stale), Never = g.Sum(f => f.Never) }).ToListAsync(stop))
            .OrderBy(g => g.Key).Select(g => (g.Key, new Shares(g.Assured, g.Due, g.Stale, g.Never)))];
        if (OverTime.Count > 0)
        {
            Day = OverTime[^1].Day;
            var latest = await figures.Where(f => f.Day == Day).ToListAsync(stop);
            Latest = Shares.Of(latest);
            ByCountry = [.. latest.GroupBy(f => f.Country).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Shares.Of(g)))];
            ByKind = [.. latest.GroupBy(f => f.Kind).OrderBy(g => W["places.kind." + g.Key], StringComparer.Ordinal).Select(g => (g.Key, Shares.Of(g)))];
        }
        Times = await Answers.Times(db, Who, Now, stop);
        if (OpensRows) Verifiers = await Answers.Verifiers(db, Who, Now, stop);
    }

    /// <summary>The rows behind a number, as the list of entries shows them.</summary>
    public static string Rows(string state, string? country, string? kind) =>
        "/console/places?" + string.Join('&', new[] { ("country", country), ("kind", kind), ("state", state) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={p.Item2}"));

    public string Percent(int count, int all) => all == 0 ? "—" : (count * 100.0 / all).ToString("0", W.Culture) + " %";

    public string InDays(double? days) => days is { } d ? d.ToString("0.#", W.Culture) : "—";

    public string Date(DateOnly day) => day.ToString("d MMM yyyy", System.Globalization.CultureInfo.GetCultureInfo(W.Language));
}
