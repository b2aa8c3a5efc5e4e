namespace Amparo.Kernel;

/// <summary>One line of an hours table. Where it closes at or before the opening time, that is on the next day.</summary>
/// <param name="Opens">Opening time.</param>
/// <param name="Closes">Closing time; 24:00 is the end of the day.</param>
public readonly record struct OpenInterval(ClockTime Opens, ClockTime Closes);

/// <summary>The regular week from Monday to Sunday, as a table prints it; intervals that touch or overlap are joined.</summary>
public sealed class WeeklyGrid
{
    private readonly OpenInterval[][] _days;

    private WeeklyGrid(OpenInterval[][] days) => _days = days;

    /// <summary>Seven lists, Monday first; an empty one is a closed day.</summary>
    public IReadOnlyList<IReadOnlyList<OpenInterval>> Days => _days;

    /// <summary>The intervals of a weekday.</summary>
    public IReadOnlyList<OpenInterval> On(DayOfWeek day) => _days[((int)day + 6) % 7];

    /// <summary>
    /// The week that the schedules valid on this day say, or null where there is none or it is not the same each week. Exceptions and
    /// holidays are not in it.
    /// </summary>
    public static WeeklyGrid? Of(OpeningHours hours, DateOnly on)
    {
        if (hours.AlwaysOpen) return new WeeklyGrid([.. Enumerable.Repeat(new[] { new OpenInterval(ClockTime.At(0), ClockTime.EndOfDay) }, 7)]);
        var rules = hours.Regular.Select(s => new Rule(s)).Where(r => r.IsValidOn(on)).ToList();
        if (rules.Count == 0 || rules.Exists(r => r.PlainWeek == 0 || on < r.SteadyFrom || on > r.SteadyTo)) return null;
        return new WeeklyGrid([.. Enumerable.Range(0, 7).Select(day => Day(rules.Where(r => (r.PlainWeek >> day & 1) == 1)))]);
    }

    private static OpenInterval[] Day(IEnumerable<Rule> rules)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var (start, end) in rules.Select(r => r.Minutes).Order())
        {
            if (merged.Count == 0 || start > merged[^1].End) merged.Add((start, end));
            else merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, end));
        }
        return [.. merged.Select(m => new OpenInterval(ClockTime.OfMinutes(m.Start), ClockTime.OfMinutes(m.End > WallClock.Day ? m.End - WallClock.Day : m.End)))];
    }
}
