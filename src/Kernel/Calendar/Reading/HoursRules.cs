namespace Amparo.Kernel;

/// <summary>Turns statements into schedules. A later statement about fewer days stands above an earlier one, as people and OSM both mean it.</summary>
internal static class HoursRules
{
    private const int AllDays = 0b1111111;

    public static OpeningHours Build(List<HoursRule> rules, string text)
    {
        var onHolidays = Holidays(rules);
        var timed = rules.Where(r => r.Days is not { IsEmpty: true, Holidays: true }).ToList();
        if (timed.Count == 0 || timed.TrueForAll(r => r.IsClosed)) throw new HoursRefused(HoursProblem.UnreadableHours, text.Trim());
        if (timed.Exists(r => r.Days is null) && timed.Count > 1 && !timed[0].Hours.Any(h => h.Says == Says.AlwaysOpen)) throw new HoursRefused(HoursProblem.UnreadableHours, text.Trim());

        var open = new List<HoursRule>();
        foreach (var rule in timed.Select(NameAllDays)) Put(open, rule);
        if (open is [{ Days.Week: AllDays, Hours: [{ Says: Says.AlwaysOpen }] }]) return new OpeningHours { AlwaysOpen = true, OnHolidays = onHolidays };
        return new OpeningHours { Regular = [.. open.SelectMany(Written)], OnHolidays = onHolidays };
    }

    // "24 horas" without a day is every day; "8 a 17" without a day is not.
    private static HoursRule NameAllDays(HoursRule rule) =>
        rule.Days is null && rule.Hours is [{ Says: Says.AlwaysOpen }] ? rule with { Days = NamedDays.None with { Week = AllDays } } : rule;

    private static HolidayHours Holidays(List<HoursRule> rules)
    {
        var said = HolidayHours.Unknown;
        foreach (var rule in rules.Where(r => r.Days is { Holidays: true }))
        {
            // "sábados, domingos y feriados 8 a 12": other hours than the weekday's, which no schedule can say; so they stay unknown.
            var likeOtherDays = rule.Days!.IsEmpty || (rule.Days.Week == AllDays && rules.Count == 1);
            var says = rule.IsClosed ? HolidayHours.Closed : likeOtherDays ? HolidayHours.Open : HolidayHours.Unknown;
            if (said != HolidayHours.Unknown && said != says) throw new HoursRefused(HoursProblem.ContradictoryHours, rule.Hours.Count > 0 ? rule.Hours[0].Text : "");
            said = says;
        }
        return said;
    }

    private static void Put(List<HoursRule> open, HoursRule rule)
    {
        var week = rule.Days?.Week ?? 0;
        for (var i = open.Count - 1; i >= 0 && week != 0; i--)
        {
            var earlier = open[i].Days?.Week ?? 0;
            var common = earlier & week;
            if (common == 0) continue;
            var adds = earlier == week && !rule.IsClosed && Apart(open[i].Hours, rule.Hours);
            if (adds) continue;
            var isNarrower = common == week && earlier != week;
            if (!isNarrower && !rule.IsClosed) throw new HoursRefused(HoursProblem.ContradictoryHours, rule.Hours[0].Text.Trim());
            if ((earlier & ~week) == 0) throw new HoursRefused(HoursProblem.ContradictoryHours, open[i].Hours[0].Text.Trim());
            open[i] = open[i] with { Days = open[i].Days! with { Week = earlier & ~week } };
        }
        if (!rule.IsClosed) open.Add(rule);
        else if (rule.Days is { Nth.Count: > 0 } or { OfMonth.Count: > 0 }) throw new HoursRefused(HoursProblem.UnreadableHours, string.Join(",", rule.Days.Nth));
    }

    private static bool Apart(IReadOnlyList<Phrase> some, IReadOnlyList<Phrase> others) =>
        some.All(s => s.Says == Says.Hours && s.Opens < s.Closes && others.All(o => o.Says == Says.Hours && o.Opens < o.Closes && (s.Closes <= o.Opens || o.Closes <= s.Opens)));

    private static IEnumerable<Schedule> Written(HoursRule rule)
    {
        foreach (var hours in rule.Hours)
        {
            var timed = hours.Says switch
            {
                Says.Hours => new Schedule { OpensAt = hours.Opens, ClosesAt = hours.Closes },
                Says.AlwaysOpen => new Schedule { OpensAt = ClockTime.At(0), ClosesAt = ClockTime.EndOfDay },
                Says.OpeningOnly => new Schedule { OpensAt = hours.Opens },
                _ => new Schedule(),
            };
            if (rule.Days is not { } days)
            {
                yield return timed;
                continue;
            }
            if (days.Week != 0) yield return timed with { Freq = Frequency.Weekly, ByDay = Codes(days.Week) };
            if (days.Nth.Count > 0) yield return timed with { Freq = Frequency.Monthly, ByDay = string.Join(',', days.Nth) };
            if (days.OfMonth.Count > 0) yield return timed with { Freq = Frequency.Monthly, ByMonthDay = string.Join(',', days.OfMonth) };
        }
    }

    private static string Codes(int week) =>
        string.Join(',', Enumerable.Range(0, 7).Where(day => (week >> day & 1) == 1).Select(day => ByParts.Code((DayOfWeek)((day + 1) % 7))));
}
