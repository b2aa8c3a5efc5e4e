using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Tests.Search.Pocket;

/// <summary>"Open until", "opens at" and "all night" are on a phone what they are on the server, about every turn of every clock.</summary>
public sealed class PocketHoursTests : IDisposable
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1";
    private readonly PocketFolder _folder = new();

    [Fact]
    public void Any_hours_at_any_instant_end_and_begin_when_the_server_says()
    {
        var places = HardPlaces.Take(1_600, seed: 7).Where(p => p.TimeZone != "Nowhere/AtAll" && p.MayBeClosedSince is null && !p.Profile.Hours.IsEmpty).ToList();
        _folder.Add("hours", places, [], []);
        var random = new Random(17);
        var count = Long ? 100_000 : 4_000;
        var openings = Enumerable.Range(0, count).Select(_ =>
        {
            var entry = random.Next(places.Count);
            var now = Instant(random);
            return new { entry, now = now.ToUnixTimeMilliseconds(), wanted = Said(places[entry], now) };
        }).ToList();
        Assert.All(new[] { "open", "closed", "unknown" }, state => Assert.Contains(openings, o => o.wanted.State == state));
        Assert.Contains(openings, o => o.wanted.IsHoliday);
        Assert.Contains(openings, o => o.wanted is { State: "open", AllNight: true, Until: not null });
        _folder.Write("openings.json", JsonSerializer.Serialize(openings, JsonSerializerOptions.Web));
        Assert.Equal(count, _folder.Compare());
    }

    private sealed record Wanted(string State, bool IsHoliday, long? Until, long? OpensNext, bool AllNight);

    private static Wanted Said(PublicPlace place, DateTimeOffset now)
    {
        var opening = place.Profile.Hours.At(now, TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone), HolidayCalendar.For(place.Country));
        // Where it is not known nobody is told when it opens: the page says to call.
        var opens = opening.State == OpeningState.Closed ? opening.OpensNext : null;
        return new(opening.State.ToString().ToLowerInvariant(), opening is { State: OpeningState.Unknown, Reason: OpeningReasons.Holiday }, Wall(opening.OpenUntil), Wall(opens), opening.AllNight);
    }

    private static long? Wall(DateTimeOffset? at) => at?.DateTime.Ticks / TimeSpan.TicksPerMinute;

    // The days about the turns of the clocks and about holidays, full hours, and any minute of two years.
    private static DateTimeOffset Instant(Random random) => random.Next(4) switch
    {
        0 => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(2 * 1440)),
        1 => new DateTimeOffset(2027, 3, 14, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(2 * 1440)),
        2 => new DateTimeOffset(2026, 12, 23, 0, 0, 0, TimeSpan.Zero).AddHours(random.Next(24 * 10)).AddMinutes(random.Next(-1, 2)),
        _ => new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(2 * 365 * 1440)),
    };

    public void Dispose() => _folder.Dispose();
}
