namespace Amparo.Kernel;

/// <summary>How much a reader may rely on something that can go out of date.</summary>
public enum FreshnessState
{
    /// <summary>Nobody ever said that it is true: shown with "unconfirmed, call first".</summary>
    NeverAssured,
    Assured,

    /// <summary>One half-life has passed: somebody should ask again.</summary>
    Due,

    /// <summary>One and a half: hours and beds are no longer said.</summary>
    Stale,

    /// <summary>Three: it is no longer shown.</summary>
    Withdrawn,
}

/// <summary>When something was last assured and when that wears off, as instants that any reader's own clock can compare.</summary>
/// <param name="WithdrawnAt">Null where silence alone never withdraws it.</param>
public readonly record struct Freshness(DateTimeOffset? AssuredAt, DateTimeOffset? DueAt, DateTimeOffset? StaleAt, DateTimeOffset? WithdrawnAt)
{
    /// <summary>Due after one half-life, stale after one and a half, withdrawn after three.</summary>
    public static Freshness From(DateTimeOffset? assuredAt, TimeSpan halfLife, bool neverWithdrawn) => assuredAt is not { } at
        ? default
        : new(at, at + halfLife, at + halfLife * 1.5, neverWithdrawn ? null : at + halfLife * 3);

    public FreshnessState At(DateTimeOffset now) =>
        AssuredAt is null ? FreshnessState.NeverAssured
        : now >= WithdrawnAt ? FreshnessState.Withdrawn
        : now >= StaleAt ? FreshnessState.Stale
        : now >= DueAt ? FreshnessState.Due
        : FreshnessState.Assured;

    /// <summary>When the state next changes by itself; null where it never will.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) =>
        now < DueAt ? DueAt : now < StaleAt ? StaleAt : now < WithdrawnAt ? WithdrawnAt : null;
}
