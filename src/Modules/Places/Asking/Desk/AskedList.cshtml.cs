using Amparo.Contracts;
using Amparo.Places.Entries;

namespace Amparo.Places.Asking.Desk;

/// <param name="PriceMicros">In millionths of the currency.</param>
/// <param name="Currency">Empty where no price is known.</param>
internal sealed record AskedFigure(string Channel, string State, int Messages, int Segments, long PriceMicros, string Currency);

/// <summary>Who was asked lately, who cannot be reached, and what it cost. What cannot be reached by a message must be called.</summary>
[Requires(PlacesPermissions.Assure)]
internal sealed class AskedListModel(Database db) : ConsolePage
{
    public override string TitleKey => "places.desk.asked.title";

    public AskedFilter Filter { get; private set; } = null!;
    public IReadOnlyList<AskedLine> Lines { get; private set; } = [];
    public IReadOnlyList<AskedFigure> Figures { get; private set; } = [];
    public IReadOnlyList<string> Countries => Who.ReachFor(PlacesPermissions.Assure) is { Everywhere: true } ? RegionCountries.All : Who.CountriesFor(PlacesPermissions.Assure);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = new(Request);
        Lines = await Filter.Table.Page(Filter.Of(db, Who, Now), stop);
        if (Filter.Table is { Number: 1, IsFiltered: false }) await Count(stop);
    }

    private async Task Count(CancellationToken stop)
    {
        var (reach, month) = (Who.ReachFor(PlacesPermissions.Assure), OutgoingCount.MonthOf(Now));
        var counted = db.Set<OutgoingCount>().AsNoTracking().Where(c => c.Purpose == AskRound.Purpose && c.Month == month && c.Messages > 0);
        if (!reach.Everywhere) counted = counted.Where(c => reach.Countries.Contains(c.Country));
        var figures = await counted.Select(c => new AskedFigure(c.Channel, c.State, c.Messages, c.Segments, c.PriceMicros, c.Currency)).ToListAsync(stop);
        if (reach is { Everywhere: false } && reach.Organisations.Count + reach.Hubs.Count > 0) figures.AddRange(await OfOwnPlaces(reach, stop));
        Figures = [.. figures.GroupBy(f => (f.Channel, f.State, f.Currency)).Select(g => new AskedFigure(g.Key.Channel, g.Key.State, g.Sum(f => f.Messages), g.Sum(f => f.Segments), g.Sum(f => f.PriceMicros), g.Key.Currency))];
    }

    // An organisation has as many places as it has: their messages are few, and lie outside of what was counted by country.
    private async Task<IReadOnlyList<AskedFigure>> OfOwnPlaces(Reach reach, CancellationToken stop)
    {
        var month = new DateTimeOffset(Now.UtcDateTime.Year, Now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var (organisations, countries) = (reach.Organisations.Select(o => (Guid?)o).ToList(), reach.Countries);
        var own = from p in db.PlacesFor(Who, PlacesPermissions.Assure).AsNoTracking()
                  where (organisations.Contains(p.OrganizationId) || reach.Hubs.Contains(p.Id)) && !countries.Contains(p.Country)
                  join a in db.Set<Ask>() on p.Id equals a.PlaceId
                  where a.AskedAt >= month
                  join m in db.Set<OutgoingMessage>() on a.Id equals m.Record
                  where m.Purpose == AskRound.Purpose
                  select m;
        return await own.GroupBy(m => new { m.Channel, m.State, m.Currency }).Select(g => new AskedFigure(g.Key.Channel, g.Key.State, g.Count(), g.Sum(m => m.Segments), g.Sum(m => m.PriceMicros) ?? 0, g.Key.Currency ?? "")).ToListAsync(stop);
    }

    public string Price(AskedFigure figure) => figure is { PriceMicros: > 0, Currency.Length: > 0 } ? $"{(figure.PriceMicros / 1_000_000m).ToString("N2", W.Culture)} {figure.Currency}" : "—";
}
