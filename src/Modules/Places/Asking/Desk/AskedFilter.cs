using Amparo.Contracts;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Http;

namespace Amparo.Places.Asking.Desk;

/// <param name="Stopped">Who would get it asked not to be written to.</param>
internal sealed record AskedLine(Guid PlaceId, string Name, string Country, DateTimeOffset AskedAt, string Channel, string? State, string? Answer, DateTimeOffset? AnsweredAt, DateTimeOffset EndsAt, bool Stopped);

/// <summary>Which of the messages of the last weeks somebody looks at, all of it in the address. To whom they went stands in none of it.</summary>
internal sealed class AskedFilter
{
    public const string Path = "/console/places/asked";
    private static readonly TimeSpan Back = TimeSpan.FromDays(45), Silence = TimeSpan.FromDays(7);
    private static readonly string[] NotReached = [MessageStates.Refused, MessageStates.Unclear, MessageStates.Undelivered];

    public static IReadOnlyList<string> Views { get; } = ["unreached", "stopped", "silent", "answered"];
    public static IReadOnlyList<string> Ways { get; } = [Channels.Sms, Channels.Mail, Ask.ByHand];

    public AskedFilter(HttpRequest request)
    {
        string? view = request.Query["view"], country = request.Query["country"], channel = request.Query["channel"];
        (View, Country, Channel) = (Views.Contains(view) ? view : null, RegionCountries.All.Contains(country) ? country : null, Ways.Contains(channel) ? channel : null);
        Table = new(request, Path, ["-when"], ("view", View), ("country", Country), ("channel", Channel));
    }

    public string? View { get; }
    public string? Country { get; }
    public string? Channel { get; }
    public ConsoleTable Table { get; }

    public IQueryable<AskedLine> Of(Database db, CurrentUser who, DateTimeOffset now)
    {
        var (since, weekAgo) = (now - Back, now - Silence);
        var asks = db.Set<Ask>().AsNoTracking().Where(a => a.AskedAt >= since);
        if (Channel is { } channel) asks = asks.Where(a => a.Channel == channel);
        var places = db.PlacesFor(who, PlacesPermissions.Assure);
        if (Country is { } country) places = places.Where(p => p.Country == country);
        var lines = from a in asks
                    join p in places on a.PlaceId equals p.Id
                    join m in db.Set<OutgoingMessage>() on a.Id equals m.Record into messages
                    from m in messages.Where(m => m.Purpose == AskRound.Purpose).DefaultIfEmpty()
                    select new { a, p, State = m == null ? null : m.State, Stopped = db.Set<Stopped>().Any(s => s.AddressHash == a.AddressHash) };
        lines = View switch
        {
            "unreached" => lines.Where(l => NotReached.Contains(l.State!)),
            "stopped" => lines.Where(l => l.Stopped),
            "silent" => lines.Where(l => l.a.AnsweredAt == null && l.a.AskedAt < weekAgo),
            "answered" => lines.Where(l => l.a.AnsweredAt != null),
            _ => lines,
        };
        return Table.ThenBy(Table.By(lines, l => l.a.AskedAt), l => l.a.Id)
            .Select(l => new AskedLine(l.p.Id, l.p.Name, l.p.Country, l.a.AskedAt, l.a.Channel, l.State, l.a.Answer, l.a.AnsweredAt, l.a.EndsAt, l.Stopped));
    }

    /// <summary>The key of what was answered.</summary>
    public static string AnswerOf(AskedLine line, DateTimeOffset now) => "places.desk.answer." + (line.Answer ?? (line.EndsAt > now ? "none_yet" : "none"));
}
