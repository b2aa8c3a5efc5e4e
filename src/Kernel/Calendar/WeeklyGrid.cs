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
        var days = Enumerable.Range(0, 7).Select(day => rules.Where(r => (r.PlainWeek >> day & 1) == 1).Select(r => r.Minutes).ToList()).ToArray();
        return new WeeklyGrid([.. Merged(days).Select(day => day.Select(Line).ToArray())]);
    }

    // What joins to more than a day cannot be one line: it ends at midnight, and the rest is the next day's.
    private static List<(int Start, int End)>[] Merged(List<(int Start, int End)>[] days)
    {
        for (var turn = 0; turn < 3 * days.Length; turn++)
        {
            var day = turn % days.Length;
            days[day] = Joined(days[day]);
            if (days[day] is not [.., (var start, var end)] || end - start <= WallClock.Day) continue;
            days[day][^1] = (start, WallClock.Day);
            days[(day + 1) % days.Length].Add((0, end - WallClock.Day));
        }
        return [.. days.Select(Joined)];
    }

    private static List<(int Start, int End)> Joined(List<(int Start, int End)> intervals)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var (start, end) in intervals.Order())
        {
            if (joined.Count == 0 || start > joined[^1].End) joined.Add((start, end));
            else joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, end));
        }
        return joined;
    }

    private static OpenInterval Line((int Start, int End) i) =>
        new(ClockTime.OfMinutes(i.Start), ClockTime.OfMinutes(i.End > WallClock.Day ? i.End - WallClock.Day : i.End));
}
