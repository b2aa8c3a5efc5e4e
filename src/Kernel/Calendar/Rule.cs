namespace Amparo.Kernel;

/// <summary>A piece of local time that is open, or of which nobody knows (then with the reason). Minutes on the wall.</summary>
internal readonly record struct Piece(long Start, long End, bool Open, string? Reason = null, Holiday? Holiday = null, string? Note = null)
{
    public bool Holds(long minute) => Start <= minute && minute < End;
}

/// <summary>A schedule made ready to be asked.</summary>
internal sealed class Rule
{
    private readonly Recurrence _recurrence;
    private readonly (int Start, int End, string? Reason) _times;
    private readonly DateOnly? _validFrom;
    private readonly DateOnly? _validTo;

    public Rule(Schedule schedule)
    {
        (_validFrom, _validTo) = (schedule.ValidFrom, schedule.ValidTo);
        _recurrence = new Recurrence(schedule);
        _times = Times(schedule.OpensAt, schedule.ClosesAt);
        if (!_recurrence.IsReadable || _validTo < _validFrom) _times = (0, WallClock.Day, OpeningReasons.Unreadable);
        else if (_times.Reason == OpeningReasons.TimesUnknown && !_recurrence.SaysDays) _times = (0, WallClock.Day, OpeningReasons.WordsOnly);
        else if (_times.Reason is null && !_recurrence.SaysDays) _times.Reason = OpeningReasons.DaysUnknown;
        else if (_times.Reason is null && _recurrence.LacksStart) _times.Reason = OpeningReasons.StartUnknown;
    }

    /// <summary>First day from which and last day up to which the rule is the same each week; null where it has no such bound.</summary>
    public DateOnly? SteadyFrom => _validFrom is null || _recurrence.First > _validFrom ? _recurrence.First : _validFrom;

    public DateOnly? SteadyTo => _validTo is null || _recurrence.Last < _validTo ? _recurrence.Last : _validTo;

    /// <summary>Weekdays as bits, Monday first; 0 where the rule is not plain weekly with both times known.</summary>
    public int PlainWeek => _times.Reason is null ? _recurrence.PlainWeek() : 0;

    /// <summary>Minutes of the day; the end may lie on the next one.</summary>
    public (int Start, int End) Minutes => (_times.Start, _times.End);

    /// <summary>Unknown at all times, whatever the day.</summary>
    public bool IsWordsForEver => _times.Reason is OpeningReasons.WordsOnly && _validFrom is null && _validTo is null;

    /// <summary>What a phone needs of it: bounds, minutes, whether they are known, and on which days it occurs.</summary>
    public void WriteTo(PocketBytes into)
    {
        into.Number((_validFrom is null ? 0 : 1) + (_validTo is null ? 0 : 2) + (_times.Reason is null ? 4 : 0) + (_recurrence.IsReadable ? 8 : 0));
        PocketHours.Day(into, _validFrom);
        PocketHours.Day(into, _validTo);
        into.Number(_times.Start);
        into.Number(_times.End);
        if (_recurrence.IsReadable) _recurrence.WriteTo(into);
    }

    public bool IsValidOn(DateOnly date) => !(date < _validFrom) && !(date > _validTo);

    /// <summary>What it has on this day; nothing where it does not occur.</summary>
    public bool TryPiece(DateOnly date, out Piece piece)
    {
        var midnight = (long)date.DayNumber * WallClock.Day;
        piece = new Piece(midnight + _times.Start, midnight + _times.End, _times.Reason is null, _times.Reason);
        return !_recurrence.IsReadable || _recurrence.Occurs(date);
    }

    /// <summary>
    /// The minutes of a day, or why they are not known. 23:59 is how lists write the end of the day: taken at its word it would
    /// announce a closing at every midnight of a place that never closes.
    /// </summary>
    public static (int Start, int End, string? Reason) Times(ClockTime? opens, ClockTime? closes)
    {
        var end = closes is { Minutes: WallClock.Day - 1 } ? WallClock.Day : closes?.Minutes;
        return (opens?.Minutes, end) switch
        {
            (null, null) => (0, WallClock.Day, OpeningReasons.TimesUnknown),
            (null, 0) => (0, WallClock.Day, OpeningReasons.OpeningUnknown),
            (null, { } to) => (0, to, OpeningReasons.OpeningUnknown),
            (WallClock.Day, _) => (0, WallClock.Day, OpeningReasons.Unreadable),
            ({ } from, null) => (from, WallClock.Day, OpeningReasons.ClosingUnknown),
            ({ } from, { } to) when from == to => (0, WallClock.Day, OpeningReasons.Unreadable),
            ({ } from, { } to) => (from, to > from ? to : to + WallClock.Day, null),
        };
    }
}
