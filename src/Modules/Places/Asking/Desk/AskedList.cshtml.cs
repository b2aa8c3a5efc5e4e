using Amparo.Contracts;
using Amparo.Places.Entries;

namespace Amparo.Places.Asking.Desk;

/// <param name="PriceMicros">In millionths of the currency.</param>
internal sealed record AskedFigure(string Channel, string State, int Messages, int Segments, long? PriceMicros, string? Currency);

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
        var month = new DateTimeOffset(Now.UtcDateTime.Year, Now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var mine = from m in db.Set<OutgoingMessage>().AsNoTracking()
                   where m.Purpose == AskRound.Purpose && m.QueuedAt >= month
                   join a in db.Set<Ask>() on m.Record equals a.Id
                   join p in db.PlacesFor(Who, PlacesPermissions.Assure) on a.PlaceId equals p.Id
                   select m;
        Figures = await mine.GroupBy(m => new { m.Channel, m.State, m.Currency }).Select(g => new AskedFigure(g.Key.Channel, g.Key.State, g.Count(), g.Sum(m => m.Segments), g.Sum(m => m.PriceMicros), g.Key.Currency)).ToListAsync(stop);
    }

    public string Price(AskedFigure figure) => figure is { PriceMicros: > 0, Currency: { } currency } ? $"{(figure.PriceMicros.Value / 1_000_000m).ToString("N2", W.Culture)} {currency}" : "—";
}
