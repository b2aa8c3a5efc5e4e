using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Asking.Desk;

/// <param name="Stopped">Who would get it asked not to be written to.</param>
internal sealed record AskedLine(Guid PlaceId, string Name, string Country, DateTimeOffset AskedAt, string Channel, string? State, string? Answer, DateTimeOffset EndsAt, bool Stopped);

/// <param name="PriceMicros">In millionths of the currency.</param>
internal sealed record AskedFigure(string Channel, string State, int Messages, int Segments, long? PriceMicros, string? Currency);

/// <summary>Who was asked lately, who cannot be reached, and what it cost. What cannot be reached by a message must be called.</summary>
[Requires(PlacesPermissions.Assure)]
internal sealed class AskedListModel(Database db) : ConsolePage
{
    private const int PageSize = 50, LastPage = 100;
    private static readonly string[] NotReached = [MessageStates.Refused, MessageStates.Unclear, MessageStates.Undelivered];

    public static IReadOnlyList<string> Views { get; } = ["", "unreached", "stopped", "silent", "answered"];

    public override string TitleKey => "places.desk.asked.title";

    [FromQuery] public string? View { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<AskedLine> Lines { get; private set; } = [];
    public IReadOnlyList<AskedFigure> Figures { get; private set; } = [];
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        (Number, View) = (Math.Clamp(Number, 1, LastPage), Views.Contains(View ?? "") ? View ?? "" : "");
        var since = Now - TimeSpan.FromDays(45);
        var lines = from a in db.Set<Ask>().AsNoTracking()
                    where a.AskedAt >= since
                    join p in db.PlacesFor(Who, PlacesPermissions.Assure) on a.PlaceId equals p.Id
                    join m in db.Set<OutgoingMessage>() on a.Id equals m.Record into messages
                    from m in messages.Where(m => m.Purpose == AskRound.Purpose).DefaultIfEmpty()
                    select new { a, p, State = m == null ? null : m.State, Stopped = db.Set<Stopped>().Any(s => s.AddressHash == a.AddressHash) };
        var weekAgo = Now - TimeSpan.FromDays(7);
        lines = View switch
        {
            "unreached" => lines.Where(l => NotReached.Contains(l.State!)),
            "stopped" => lines.Where(l => l.Stopped),
            "silent" => lines.Where(l => l.a.AnsweredAt == null && l.a.AskedAt < weekAgo),
            "answered" => lines.Where(l => l.a.AnsweredAt != null),
            _ => lines,
        };
        var found = await lines.OrderByDescending(l => l.a.AskedAt).ThenBy(l => l.a.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1)
            .Select(l => new AskedLine(l.p.Id, l.p.Name, l.p.Country, l.a.AskedAt, l.a.Channel, l.State, l.a.Answer, l.a.EndsAt, l.Stopped)).ToListAsync(stop);
        (Lines, HasMore) = ([.. found.Take(PageSize)], found.Count > PageSize && Number < LastPage);
        if (Number == 1 && View == "") await Count(stop);
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
