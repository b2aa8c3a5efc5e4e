namespace Amparo.Kernel;

/// <summary>On which days a schedule occurs: the recurrence rules of RFC 5545 that HSDS 3.0 uses.</summary>
internal sealed class Recurrence
{
    // A count is walked through once, day by day; twenty years are more than any count that a person meant.
    private const int LongestCount = 20 * 366;

    private readonly Frequency? _freq;
    private readonly int _interval;
    private readonly NthDay[] _byDay;
    private readonly int[] _byMonthDay;
    private readonly int[] _byWeekNo;
    private readonly int[] _byYearDay;
    private readonly DayOfWeek _weekStart = DayOfWeek.Monday;
    private readonly DateOnly? _start;
    private readonly DateOnly? _last;

    public Recurrence(Schedule s)
    {
        var readable = ByParts.TryDays(s.ByDay, out _byDay) & ByParts.TryNumbers(s.ByMonthDay, 31, out _byMonthDay)
            & ByParts.TryNumbers(s.ByWeekNo, 53, out _byWeekNo) & ByParts.TryNumbers(s.ByYearDay, 366, out _byYearDay)
            & (s.WkSt is null || ByParts.TryDay(s.WkSt, out _weekStart));
        _interval = s.Interval ?? 1;
        _start = s.DtStart;
        _last = s.Until;
        _freq = s.Freq ?? Implied();

        SaysDays = _freq == Frequency.Daily || _byDay.Length + _byMonthDay.Length + _byYearDay.Length > 0 || (_freq is not null && _start is not null);
        LacksStart = _start is null && (_interval > 1 || s.Count is not null);
        IsReadable = readable && _interval >= 1 && (s.Count ?? 1) >= 1 && Fits();
        if (IsReadable && SaysDays && s.Count is { } count && _start is { } from) _last = Earlier(_last, LastOf(count, from));
    }

    /// <summary>False where a part cannot be read or contradicts its frequency.</summary>
    public bool IsReadable { get; }

    /// <summary>False where times are given but no days.</summary>
    public bool SaysDays { get; }

    /// <summary>True where it counts from a start that nobody gave: the days found are only candidates.</summary>
    public bool LacksStart { get; }

    public DateOnly? First => _start;

    public DateOnly? Last => _last;

    /// <summary>The weekdays as bits, Monday first, where the rule says "each week on these days" and nothing else; otherwise 0.</summary>
    public int PlainWeek()
    {
        if (!IsReadable || !SaysDays || LacksStart || _interval != 1) return 0;
        if (_freq is not (Frequency.Weekly or Frequency.Daily) || _byMonthDay.Length + _byWeekNo.Length > 0) return 0;
        if (_byDay.Length == 0) return _freq == Frequency.Daily ? 0b1111111 : 1 << Monday0(_start!.Value.DayOfWeek);
        return _byDay.Aggregate(0, (bits, day) => bits | 1 << Monday0(day.Day));
    }

    /// <summary>What <see cref="Occurs"/> looks at.</summary>
    public void WriteTo(PocketBytes into)
    {
        into.Number((_start is null ? 0 : 1) + (_last is null ? 0 : 2) + (SaysDays ? 4 : 0));
        PocketHours.Day(into, _start);
        PocketHours.Day(into, _last);
        if (!SaysDays) return;
        into.Number(_freq is { } freq ? 1 + (int)freq : 0);
        into.Number(_interval);
        into.Number((int)_weekStart);
        into.Numbers(Array.ConvertAll(_byDay, d => (d.Nth + 5) * 7 + (int)d.Day));
        into.Numbers(Array.ConvertAll(_byMonthDay, n => n + 400));
        into.Numbers(Array.ConvertAll(_byWeekNo, n => n + 400));
        into.Numbers(Array.ConvertAll(_byYearDay, n => n + 400));
    }

    public bool Occurs(DateOnly date)
    {
        if (date < _start || date > _last) return false;
        if (!SaysDays) return true;
        return InInterval(date) && OnDay(date);
    }

    private bool OnDay(DateOnly date)
    {
        if (_byDay.Length > 0 && !NamesDay(date)) return false;
        if (_byMonthDay.Length > 0 && !ByParts.Names(_byMonthDay, date.Day, DateTime.DaysInMonth(date.Year, date.Month))) return false;
        if (_byYearDay.Length > 0 && !ByParts.Names(_byYearDay, date.DayOfYear, DateTime.IsLeapYear(date.Year) ? 366 : 365)) return false;
        if (_byWeekNo.Length > 0)
        {
            var (week, inYear) = IsoWeeks.Of(date, _weekStart);
            if (!ByParts.Names(_byWeekNo, week, inYear)) return false;
        }
        if (_byDay.Length + _byMonthDay.Length + _byYearDay.Length > 0 || _freq == Frequency.Daily) return true;
        return _freq switch
        {
            Frequency.Weekly => date.DayOfWeek == _start!.Value.DayOfWeek,
            Frequency.Monthly => date.Day == _start!.Value.Day,
            _ => date.Day == _start!.Value.Day && date.Month == _start.Value.Month,
        };
    }

    private bool NamesDay(DateOnly date)
    {
        foreach (var day in _byDay)
            if (day.IsOn(date)) return true;
        return false;
    }

    private bool InInterval(DateOnly date)
    {
        if (_interval == 1 || _start is not { } start) return true;
        return 0 == _freq switch
        {
            Frequency.Weekly => (IsoWeeks.StartOfWeek(date, _weekStart) - IsoWeeks.StartOfWeek(start, _weekStart)) / 7 % _interval,
            Frequency.Monthly => ((date.Year - start.Year) * 12 + date.Month - start.Month) % _interval,
            Frequency.Yearly => (date.Year - start.Year) % _interval,
            _ => (date.DayNumber - start.DayNumber) % _interval,
        };
    }

    private Frequency? Implied()
    {
        if (_byYearDay.Length > 0) return Frequency.Yearly;
        if (_byMonthDay.Length > 0 || _byDay.Any(d => d.Nth != 0)) return Frequency.Monthly;
        return _byDay.Length > 0 ? Frequency.Weekly : null;
    }

    // "1MO" has a meaning only within a month; a week number only within weeks; a day of the year only within a year.
    private bool Fits() =>
        (_freq == Frequency.Monthly || _byDay.All(d => d.Nth == 0))
        && (_freq != Frequency.Weekly || _byMonthDay.Length == 0)
        && (_byWeekNo.Length == 0 || _freq is Frequency.Weekly or Frequency.Yearly)
        && (_byYearDay.Length == 0 || _freq == Frequency.Yearly);

    private DateOnly? LastOf(int count, DateOnly from)
    {
        for (var i = 0; i < LongestCount; i++)
        {
            var date = DateOnly.FromDayNumber(Math.Min(from.DayNumber + i, DateOnly.MaxValue.DayNumber));
            if (Occurs(date) && --count == 0) return date;
        }
        return null;
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static int Monday0(DayOfWeek day) => ((int)day + 6) % 7;
}
