namespace Amparo.Kernel;

/// <summary>
/// Clocks and holidays as tables, so that a phone needs none of its own: what a browser knows of time zones depends on its
/// age, and a shelter shown open that has closed costs a night. Outside these years a phone knows no hours.
/// </summary>
public static class PocketTables
{
    /// <summary>The first and the last year that the tables hold.</summary>
    public const int FirstYear = 2024, LastYear = 2040;

    private static readonly DateTimeOffset From = new(FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(LastYear + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first minute (UTC, since 1970) that the tables hold, and the first that they do not; then their first and last day, as <see cref="DateOnly.DayNumber"/>.</summary>
    public static void WriteBounds(PocketBytes into)
    {
        into.Number(From.ToUnixTimeSeconds() / 60);
        into.Number(Until.ToUnixTimeSeconds() / 60);
        into.Number(new DateOnly(FirstYear, 1, 1).DayNumber);
        into.Number(new DateOnly(LastYear, 12, 31).DayNumber);
    }

    /// <summary>The minutes from UTC at first, how many changes follow, and each as minutes since the one before and the new offset.</summary>
    public static void WriteZone(PocketBytes into, TimeZoneInfo zone)
    {
        var (before, last) = (Offset(zone, From), From);
        var changes = new List<(long After, int Offset)>();
        // No zone changes its clock twice within a week.
        for (var at = From; at < Until; at = at.AddDays(7))
        {
            if (Offset(zone, at.AddDays(7)) is var offset && offset == before) continue;
            var (early, late) = (at, at.AddDays(7));
            while (late - early > TimeSpan.FromMinutes(1))
            {
                var middle = early.AddMinutes((long)(late - early).TotalMinutes / 2);
                if (Offset(zone, middle) == before) early = middle; else late = middle;
            }
            changes.Add(((long)(late - last).TotalMinutes, offset));
            (before, last) = (offset, late);
        }
        into.Difference(Offset(zone, From));
        into.Number(changes.Count);
        foreach (var (after, offset) in changes)
        {
            into.Number(after);
            into.Difference(offset);
        }
    }

    /// <summary>How many days there are, and each as days since the one before (the first since the first day of the tables), doubled, and one more where it does not hold everywhere.</summary>
    public static void WriteHolidays(PocketBytes into, HolidayCalendar calendar)
    {
        var days = Enumerable.Range(FirstYear, LastYear - FirstYear + 1).SelectMany(calendar.In).ToList();
        into.Number(days.Count);
        var last = new DateOnly(FirstYear, 1, 1).DayNumber;
        foreach (var (date, holiday) in days)
        {
            into.Number((date.DayNumber - last) * 2 + (holiday.Everywhere ? 0 : 1));
            last = date.DayNumber;
        }
    }

    private static int Offset(TimeZoneInfo zone, DateTimeOffset at) => (int)zone.GetUtcOffset(at).TotalMinutes;
}
