namespace Amparo.Places.Desk;

/// <summary>A week as a form: two stretches a day, Monday first. Hours that no week can say stay as they are and are not offered here.</summary>
internal static class WeekForm
{
    public const int Stretches = 2;
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The plain week that these hours are; null where they are more than that, or nothing is known.</summary>
    public static WeeklyGrid? WeekOf(OpeningHours hours)
    {
        if (hours.AlwaysOpen || hours.Exceptions.Count > 0 || hours.Regular.Any(s => s.ValidFrom is not null || s.ValidTo is not null || s.DtStart is not null || s.Until is not null || s.Count is not null || s.Notes is not null)) return null;
        return WeeklyGrid.Of(hours, new DateOnly(2026, 1, 1)) is { } week && week.Days.All(d => d.Count <= Stretches) ? week : null;
    }

    /// <summary>Whether the form can show these hours without losing anything.</summary>
    public static bool Fits(OpeningHours hours) => hours.IsEmpty || hours.AlwaysOpen || WeekOf(hours) is not null;

    /// <summary>Fields <c>from.DAY.STRETCH</c> and <c>to.DAY.STRETCH</c> of a form as hours.</summary>
    /// <returns>Null where a time cannot be read or a stretch has one end only; the day with the mistake is in <paramref name="wrong"/>.</returns>
    public static OpeningHours? Read(Func<string, string> field, HolidayHours onHolidays, out int wrong)
    {
        var regular = new List<Schedule>();
        for (var day = 0; day < 7; day++)
        {
            for (var n = 0; n < Stretches; n++)
            {
                var (from, to) = (field($"from.{day}.{n}"), field($"to.{day}.{n}"));
                if (from.Length == 0 && to.Length == 0) continue;
                wrong = day;
                if (!ClockTime.TryParse(from, out var opens) || !ClockTime.TryParse(to, out var closes) || opens == closes || opens == ClockTime.EndOfDay) return null;
                regular.Add(new() { Freq = Frequency.Weekly, ByDay = Codes[day], OpensAt = opens, ClosesAt = closes });
            }
        }
        wrong = -1;
        return new() { Regular = Joined(regular), OnHolidays = regular.Count == 0 ? HolidayHours.Unknown : onHolidays };
    }

    // Days of the same times are one line, as other systems write them.
    private static List<Schedule> Joined(List<Schedule> regular) =>
        [.. regular.GroupBy(s => (s.OpensAt, s.ClosesAt)).Select(g => g.First() with { ByDay = string.Join(',', g.Select(s => s.ByDay)) })];
}
