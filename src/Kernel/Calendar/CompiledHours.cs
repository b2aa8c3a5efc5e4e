namespace Amparo.Kernel;

/// <summary>
/// Opening hours made ready to be asked many times. Hours that repeat each week become a sorted list of minutes of the week, so that
/// "open now" is a few comparisons; days that differ (exceptions, holidays, the edges of validity) and rules that are not weekly
/// go the plain way. It always answers what <see cref="OpeningHours.At"/> answers. Immutable; may be shared between threads.
/// </summary>
public sealed class CompiledHours
{
    private readonly Days _days;
    private readonly int[]? _edges;
    private readonly long _steadyFrom = long.MinValue;
    private readonly long _steadyTo = long.MaxValue;
    private readonly Opening? _forEver;

    private CompiledHours(OpeningHours hours)
    {
        _days = new Days(hours);
        _forEver = ForEver();
        if (hours.AlwaysOpen)
        {
            _edges = [0, WallClock.Week];
            return;
        }
        if (_days.Rules.Length == 0 || Array.Exists(_days.Rules, r => r.PlainWeek == 0)) return;
        foreach (var rule in _days.Rules)
        {
            if (rule.SteadyFrom is { } from) _steadyFrom = Math.Max(_steadyFrom, from.DayNumber);
            if (rule.SteadyTo is { } to) _steadyTo = Math.Min(_steadyTo, to.DayNumber);
        }
        _edges = WeekEdges.Of(_days.Rules);
    }

    /// <summary>The hours that this was made from.</summary>
    public OpeningHours Hours => _days.Hours;

    /// <summary>Whether the regular hours are the same each week with both times known.</summary>
    public bool IsPlainWeekly => _edges is not null;

    /// <summary>Prepares hours.</summary>
    public static CompiledHours From(OpeningHours hours) => new(hours);

    /// <summary>Whether the regular week is open at this minute (0 is Monday 00:00 on the wall); exceptions and holidays are not looked at.</summary>
    /// <exception cref="InvalidOperationException">The hours are not plain weekly.</exception>
    public bool IsOpenInWeek(int minuteOfWeek) =>
        WeekEdges.IsOpen(_edges ?? throw new InvalidOperationException("These hours do not repeat each week."), minuteOfWeek);

    /// <summary>Only the state, for filters: no instants are computed.</summary>
    public OpeningState StateAt(in LocalMoment moment, HolidayCalendar holidays)
    {
        if (_forEver is { } same) return same.State;
        var day = moment.Wall / WallClock.Day;
        if (_edges is null || !IsSteady(day - 1, day, holidays)) return new Timeline(_days, holidays).StateAt(moment.Wall);
        return WeekEdges.IsOpen(_edges, moment.MinuteOfWeek) ? OpeningState.Open : OpeningState.Closed;
    }

    /// <summary>As <see cref="OpeningHours.At"/>.</summary>
    public Opening At(DateTimeOffset instant, TimeZoneInfo zone, HolidayCalendar holidays) => At(LocalMoment.Of(instant, zone), holidays);

    /// <summary>As <see cref="OpeningHours.At"/>, for a moment that many places share.</summary>
    public Opening At(in LocalMoment moment, HolidayCalendar holidays)
    {
        if (_forEver is { } same) return same;
        return _edges is not null && TryWeek(_edges, moment, holidays, out var opening) ? opening : new Timeline(_days, holidays).At(moment);
    }

    private bool TryWeek(int[] edges, in LocalMoment moment, HolidayCalendar holidays, out Opening opening)
    {
        opening = default;
        var minute = moment.MinuteOfWeek;
        if (WeekEdges.NextChange(edges, minute) is not { } next) return false;
        var change = moment.Wall - minute + next;
        if (!IsSteady(moment.Wall / WallClock.Day - 1, change / WallClock.Day, holidays)) return false;
        var instant = WallClock.Instant(change, moment.Zone);
        if (WallClock.MinuteAt(instant, moment.Zone) != change) return false;

        var state = WeekEdges.IsOpen(edges, minute) ? OpeningState.Open : OpeningState.Closed;
        opening = new Opening
        {
            State = state,
            NextChange = instant,
            OpensNext = state == OpeningState.Closed ? instant : null,
            AllNight = Timeline.LastsTheNight(state, instant, moment),
        };
        return true;
    }

    /// <summary>Whether no day from the first to the last differs from others of its name.</summary>
    private bool IsSteady(long first, long last, HolidayCalendar holidays)
    {
        if (first < _steadyFrom || last > _steadyTo) return false;
        if (_days.NextException(DateOnly.FromDayNumber((int)first)) is { } exception && exception.DayNumber <= last) return false;
        return !_days.HeedsHolidays || holidays.NextFrom((int)first) > last;
    }

    // A place without hours, or with words only, would otherwise be followed through 400 days to find out that it stays unknown.
    private Opening? ForEver()
    {
        var hours = _days.Hours;
        if (hours.Exceptions.Count > 0 || hours.OnHolidays == HolidayHours.Closed) return null;
        if (hours.AlwaysOpen) return new Opening { State = OpeningState.Open, AllNight = true };
        if (_days.Rules.Length == 0) return new Opening { State = OpeningState.Unknown, Reason = OpeningReasons.NoHours };
        if (!Array.TrueForAll(_days.Rules, r => r.IsWordsForEver)) return null;
        return new Opening { State = OpeningState.Unknown, Reason = OpeningReasons.WordsOnly };
    }
}
