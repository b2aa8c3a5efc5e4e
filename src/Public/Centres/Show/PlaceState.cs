using System.Runtime.CompilerServices;
using Amparo.Contracts.Places;

namespace Amparo.Public.Centres.Show;

/// <summary>What may be said of an entry at this moment, and until when it may be said.</summary>
internal sealed record PlaceState
{
    private static readonly ConditionalWeakTable<OpeningHours, CompiledHours> Compiled = [];

    /// <summary>Where "full" would tell a pursuer that somebody is inside, or turn away a child, it is never said.</summary>
    private static readonly string[] NeverFull =
        [PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.ChildProtection, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence];

    public required FreshnessState Freshness { get; init; }

    /// <summary>Null where silence has taken the hours away.</summary>
    public Opening? Opening { get; init; }
    public DateTimeOffset? FullSaidAt { get; init; }

    /// <summary>Whole days since it was assured, on the calendar of the place.</summary>
    public int? Days { get; init; }
    public required DateTimeOffset LocalNow { get; init; }
    public required DateTimeOffset GoodUntil { get; init; }

    /// <summary>Hours and beds may be said: somebody confirmed them lately, or nobody ever did and the page says so.</summary>
    public bool SaysHours => Freshness != FreshnessState.Stale;

    public bool IsOpenAllNight => Opening is { State: OpeningState.Open } open && (open.AllNight || open.Always);

    /// <summary>By the reader's own clock, whether or not a new edition came.</summary>
    public static bool IsGone(PublicPlace place, DateTimeOffset now) => place.ExpiresAt <= now || place.WithdrawnAt <= now;

    public static bool MayBeFull(PublicPlace place) => place.FullSaidAt is not null && !NeverFull.Contains(place.Kind);

    public static PlaceState Of(PublicPlace place, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var fresh = new Freshness(place.AssuredAt, place.DueAt, place.StaleAt, place.WithdrawnAt);
        var state = fresh.At(now);
        var says = state is not FreshnessState.Stale and not FreshnessState.Withdrawn;
        Opening? opening = says ? Compiled.GetValue(place.Profile.Hours, CompiledHours.From).At(now, zone, HolidayCalendar.For(place.Country)) : null;
        var full = place.FullSaidAt is { } at && at <= now && now < place.FullUntil && says && MayBeFull(place) ? place.FullSaidAt : null;
        // "3 days ago" and "opens today" turn at the midnight of the place.
        var midnight = new DateTimeOffset(local.Date.AddDays(1), local.Offset);
        return new()
        {
            Freshness = state, Opening = opening, LocalNow = local,
            FullSaidAt = full is { } said ? TimeZoneInfo.ConvertTime(said, zone) : null,
            Days = place.AssuredAt is { } assured ? Math.Max(0, DateOnly.FromDateTime(local.DateTime).DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(assured, zone).DateTime).DayNumber) : null,
            GoodUntil = Earliest(midnight, opening?.NextChange, fresh.NextChange(now), full is null ? Later(place.FullSaidAt, now) : place.FullUntil, Later(place.ExpiresAt, now)),
        };
    }

    private static DateTimeOffset? Later(DateTimeOffset? instant, DateTimeOffset now) => instant > now ? instant : null;

    private static DateTimeOffset Earliest(DateTimeOffset first, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
            if (other < first) first = other.Value;
        return first;
    }
}
