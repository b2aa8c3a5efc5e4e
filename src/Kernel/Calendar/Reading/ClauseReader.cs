namespace Amparo.Kernel;

/// <summary>Joins the phrases of one clause: days before hours ("lunes 8 a 12, martes 8 a 10") or hours before days ("8 a 12 lunes").</summary>
internal sealed class ClauseReader(List<Phrase> phrases)
{
    private readonly List<HoursRule> _rules = [];
    private int _at;

    private Phrase? Now => _at < phrases.Count ? phrases[_at] : null;

    public List<HoursRule> Rules()
    {
        // "Abierto" before anything else only introduces; after holidays it is a statement.
        phrases = [.. phrases.Where((p, i) => p.Says != Says.Open || (i > 0 && phrases[i - 1].Says == Says.Days && phrases[i - 1].Days.Holidays))];
        var hoursFirst = phrases.Count > 0 && IsHours(phrases[0]);
        while (Now is not null)
        {
            if (Now.Says is Says.Except or Says.Closed) LeaveOut();
            else if (Now.Says == Says.Include) Include();
            else if (hoursFirst) HoursThenDays();
            else DaysThenHours();
        }
        return _rules;
    }

    private void DaysThenHours()
    {
        var start = Now!;
        var (days, count) = TakeDays();
        if (Now is { Says: Says.Except }) days = Without(days);
        if (Now is { Says: Says.Open } && days.IsEmpty && days.Holidays)
        {
            _at++;
            _rules.Add(new HoursRule(days, [start]));
            return;
        }
        if (Now is { Says: Says.Closed } && count > 0)
        {
            _at++;
            _rules.Add(new HoursRule(days, []));
            return;
        }
        var hours = TakeHours();
        // Days alone are a whole text ("todos los días") or nothing that can be relied on.
        var wholeText = count > 0 && hours.Count == 0 && phrases.TrueForAll(p => p.Says == Says.Days) && !days.Holidays;
        if (count == 0 || (hours.Count == 0 && !wholeText) || (days.IsEmpty && days.Holidays)) throw Unreadable(start);
        _rules.Add(hours.Count > 0 ? new HoursRule(days, hours) : new HoursRule(days, [start]));
    }

    private void HoursThenDays()
    {
        var start = Now!;
        var hours = TakeHours();
        if (hours.Count == 0) throw Unreadable(start);
        var (days, count) = TakeDays();
        // "8 a 17 sábado cerrado": nobody can say to which side the day belongs.
        if (Now is { Says: Says.Closed } && count > 0) throw Unreadable(Now);
        if (Now is { Says: Says.Except } && count > 0) days = Without(days);
        if (days.IsEmpty && days.Holidays) throw Unreadable(start);
        _rules.Add(new HoursRule(count == 0 ? null : days, hours));
    }

    // "cerrado domingo", "excepto feriados"
    private void LeaveOut()
    {
        var word = phrases[_at++];
        var (days, count) = TakeDays();
        if (count == 0 || (Now is not null && IsHours(Now))) throw Unreadable(word);
        _rules.Add(new HoursRule(days, []));
    }

    private void Include()
    {
        var word = phrases[_at++];
        var (days, count) = TakeDays();
        if (count == 0 || !days.IsEmpty) throw Unreadable(word);
        _rules.Add(new HoursRule(days, [word]));
    }

    private NamedDays Without(NamedDays days)
    {
        var word = phrases[_at++];
        var (out_, count) = TakeDays();
        if (count == 0 || out_.Nth.Count + out_.OfMonth.Count > 0 || (days.Week & ~out_.Week) == 0) throw Unreadable(word);
        if (out_.Holidays) _rules.Add(new HoursRule(NamedDays.None with { Holidays = true }, []));
        return days with { Week = days.Week & ~out_.Week };
    }

    private (NamedDays Days, int Count) TakeDays()
    {
        var days = NamedDays.None;
        var count = 0;
        for (; Now is { Says: Says.Days } phrase; _at++, count++) days = days.With(phrase.Days);
        return (days, count);
    }

    private List<Phrase> TakeHours()
    {
        var hours = new List<Phrase>();
        for (; Now is { } phrase && IsHours(phrase); _at++) hours.Add(phrase);
        if (hours.Count > 1 && hours.Exists(h => h.Says != Says.Hours)) throw Unreadable(hours[1]);
        // "8 a 12 y 2 a 6" means two in the afternoon, and does not say so.
        for (var i = 1; i < hours.Count; i++)
            if (hours[i].Opens < hours[i - 1].Closes) throw new HoursRefused(HoursProblem.AmbiguousHours, hours[i].Text.Trim());
        return hours;
    }

    private static bool IsHours(Phrase phrase) => phrase.Says is Says.Hours or Says.AlwaysOpen or Says.OpeningOnly;

    private static HoursRefused Unreadable(Phrase at) => new(HoursProblem.UnreadableHours, at.Text.Trim());
}
