namespace Amparo.Kernel;

/// <summary>Minutes on the wall since Monday 0001-01-01 00:00, and back to instants, over clock changes.</summary>
internal static class WallClock
{
    public const int Day = 1440;
    public const int Week = 7 * Day;

    // Leaves room for the look-ahead on both sides of what a calendar can hold.
    private static readonly DateTime Earliest = new(2, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Latest = new(9996, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static long MinuteAt(DateTimeOffset instant, TimeZoneInfo zone)
    {
        if (instant.UtcDateTime < Earliest || instant.UtcDateTime > Latest) throw new ArgumentOutOfRangeException(nameof(instant));
        var offset = zone.GetUtcOffset(instant);
        var wall = DateTime.SpecifyKind(instant.UtcDateTime + offset, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(wall) && offset == zone.GetAmbiguousTimeOffsets(wall).Min())
            while (zone.IsAmbiguousTime(wall.AddMinutes(1))) wall = wall.AddMinutes(1);
        return wall.Ticks / TimeSpan.TicksPerMinute;
    }

    public static DateTimeOffset Instant(long minute, TimeZoneInfo zone)
    {
        var wall = new DateTime(minute * TimeSpan.TicksPerMinute, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }

    /// <summary>06:00 of the coming morning: where a night ends.</summary>
    public static long MorningAfter(long minute) => (minute + Day - 360) / Day * Day + 360;
}
