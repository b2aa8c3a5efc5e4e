using Amparo.Public.Layout;

namespace Amparo.Public.Centres.Show;

/// <param name="IsToday">On the calendar of the place.</param>
internal sealed record HoursRow(string Day, string Hours, bool IsToday);

/// <summary>The week as a table, days of the same hours together; null where it is not the same each week.</summary>
internal static class HoursTable
{
    private const int DaysAhead = 60;

    public static IReadOnlyList<HoursRow>? Week(OpeningHours hours, DateOnly today, Words w, ReaderDates dates)
    {
        if (WeeklyGrid.Of(hours, today) is not { } grid) return null;
        var rows = new List<HoursRow>();
        for (var day = 0; day < 7; day++)
        {
            var last = day;
            while (last < 6 && grid.Days[last + 1].SequenceEqual(grid.Days[day])) last++;
            var name = last == day ? Name(day) : $"{Name(day)} – {Name(last)}";
            var todayIs = ((int)today.DayOfWeek + 6) % 7;
            rows.Add(new(name, Times(grid.Days[day], w), todayIs >= day && todayIs <= last));
            day = last;
        }
        return rows;

        string Name(int day) => dates.Weekday((DayOfWeek)((day + 1) % 7));
    }

    public static IEnumerable<HoursRow> Exceptions(OpeningHours hours, DateOnly today, Words w, ReaderDates dates) => hours.Exceptions
        .Where(e => e.Date >= today && e.Date < today.AddDays(DaysAhead)).OrderBy(e => e.Date).Take(6)
        .Select(e => new HoursRow(dates.ShortDay(e.Date), e.Closed ? w["public.hours.closed"] : e is { OpensAt: { } from, ClosesAt: { } to } ? $"{from}–{to}" : w["public.state.unknown"], e.Date == today));

    public static IEnumerable<string> InWords(OpeningHours hours) => hours.Regular.Select(s => s.Description).OfType<string>().Where(d => d.Length > 0).Distinct();

    private static string Times(IReadOnlyList<OpenInterval> day, Words w) =>
        day.Count == 0 ? w["public.hours.closed"]
        : day is [{ Opens.Minutes: 0 } all] && all.Closes == ClockTime.EndOfDay ? w["public.hours.all_day"]
        : string.Join(", ", day.Select(i => $"{i.Opens}–{i.Closes}"));
}
