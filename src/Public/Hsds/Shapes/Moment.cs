using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;

namespace Amparo.Public.Hsds;

/// <summary>The instant for which something is written, and until when all that was written stays true.</summary>
internal sealed class Moment(DateTimeOffset now)
{
    private static readonly TimeSpan WhereClocksChange = TimeSpan.FromHours(1);

    public DateTimeOffset Now => now;
    public DateTimeOffset GoodUntil { get; private set; } = DateTimeOffset.MaxValue;

    public void Until(DateTimeOffset? instant)
    {
        if (instant > now && instant < GoodUntil) GoodUntil = instant.Value;
    }

    public FreshnessState FreshnessOf(PublicPlace place)
    {
        var fresh = new Freshness(place.AssuredAt, place.DueAt, place.StaleAt, place.WithdrawnAt);
        Until(fresh.NextChange(now));
        Until(place.ExpiresAt);
        return fresh.At(now);
    }

    /// <summary>Silence takes away hours and beds first.</summary>
    public bool SaysHours(PublicPlace place) => FreshnessOf(place) is not FreshnessState.Stale and not FreshnessState.Withdrawn;

    /// <summary>When the place said that it is full, by the rules of the pages: never for refuges, lapsed in the morning.</summary>
    public DateTimeOffset? FullSaidAt(PublicPlace place)
    {
        if (place.FullSaidAt is null || place.FullUntil <= now) return null;
        Until(place.FullSaidAt);
        Until(place.FullUntil);
        return PlaceState.Of(place, now).FullSaidAt;
    }

    public TimeSpan OffsetOf(PublicPlace place)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        if (zone.SupportsDaylightSavingTime) Until(now + WhereClocksChange);
        return zone.GetUtcOffset(now);
    }
}
