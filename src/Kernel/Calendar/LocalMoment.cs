namespace Amparo.Kernel;

/// <summary>
/// An instant on the wall clock of a zone. Made once per zone and search, then asked of thousands of places.
/// A wall time that a clock change skips counts as the first minute after the gap; one that occurs twice counts as its first
/// occurrence, so that in the repeated hour nothing opens or closes a second time.
/// </summary>
public readonly record struct LocalMoment
{
    private LocalMoment(DateTimeOffset instant, TimeZoneInfo zone, long wall) => (Instant, Zone, Wall) = (instant, zone, wall);

    /// <summary>The instant.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>The zone of the place.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The day on the wall.</summary>
    public DateOnly Date => DateOnly.FromDayNumber((int)(Wall / WallClock.Day));

    /// <summary>Minutes since Monday 00:00 on the wall, from 0 to 10,079.</summary>
    public int MinuteOfWeek => (int)(Wall % WallClock.Week);

    internal long Wall { get; }

    /// <summary>This instant in this zone.</summary>
    public static LocalMoment Of(DateTimeOffset instant, TimeZoneInfo zone) => new(instant, zone, WallClock.MinuteAt(instant, zone));
}
