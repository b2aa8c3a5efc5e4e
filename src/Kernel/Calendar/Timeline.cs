namespace Amparo.Kernel;

/// <summary>
/// The slow and plain way: the pieces of yesterday and today are laid out, and the wall clock is followed from boundary to
/// boundary. It decides what is right; <see cref="CompiledHours"/> must say the same.
/// </summary>
internal sealed class Timeline(Days days, HolidayCalendar holidays)
{
    private readonly List<Piece> _pieces = [];
    private int _laidOut = -1;
    private Closure? _closure;

    public Opening At(in LocalMoment moment)
    {
        var now = Answer(moment.Wall);
        var limit = moment.Wall + OpeningHours.LookAheadDays * (long)WallClock.Day;
        var change = Next(moment.Wall, now, moment.Zone, limit, out var then);
        var opens = now.State == OpeningState.Open ? null : NextOpening(change, then, moment.Zone, limit);
        return now with { NextChange = change, OpensNext = opens, AllNight = LastsTheNight(now.State, change, moment) };
    }

    public OpeningState StateAt(long minute) => Answer(minute).State;

    public static bool LastsTheNight(OpeningState state, DateTimeOffset? change, in LocalMoment moment) =>
        state == OpeningState.Open && (change is null || change >= WallClock.Instant(WallClock.MorningAfter(moment.Wall), moment.Zone));

    private DateTimeOffset? NextOpening(DateTimeOffset? change, Opening then, TimeZoneInfo zone, long limit)
    {
        while (change is not null && then.State != OpeningState.Open)
            change = Next(WallClock.MinuteAt(change.Value, zone), then, zone, limit, out then);
        return change;
    }

    private DateTimeOffset? Next(long minute, Opening now, TimeZoneInfo zone, long limit, out Opening then)
    {
        then = now;
        for (var boundary = Boundary(minute); boundary <= limit; boundary = Boundary(boundary))
        {
            if (Answer(boundary) == now) continue;
            // A boundary that the clock skips is met at the end of the gap, where the answer may be the old one again.
            var instant = WallClock.Instant(boundary, zone);
            boundary = WallClock.MinuteAt(instant, zone);
            then = Answer(boundary);
            if (then != now) return instant;
        }
        return null;
    }

    private Opening Answer(long minute)
    {
        LayOut((int)(minute / WallClock.Day));
        Piece? unknown = null;
        foreach (var piece in _pieces)
        {
            if (!piece.Holds(minute)) continue;
            if (piece.Open) return new Opening { State = OpeningState.Open };
            unknown ??= piece;
        }
        if (unknown is { } one) return new Opening { State = OpeningState.Unknown, Reason = one.Reason, Holiday = one.Holiday, Note = one.Note };
        return new Opening { State = OpeningState.Closed, Reason = _closure?.Reason, Holiday = _closure?.Holiday, Note = _closure?.Note };
    }

    private long Boundary(long minute)
    {
        var day = (int)(minute / WallClock.Day);
        LayOut(day);
        var next = (day + 1L) * WallClock.Day;
        foreach (var piece in _pieces)
        {
            if (piece.Start > minute && piece.Start < next) next = piece.Start;
            if (piece.End > minute && piece.End < next) next = piece.End;
        }
        return next;
    }

    private void LayOut(int day)
    {
        if (_laidOut == day) return;
        _pieces.Clear();
        days.Add(DateOnly.FromDayNumber(day - 1), holidays, _pieces);
        _closure = days.Add(DateOnly.FromDayNumber(day), holidays, _pieces);
        _laidOut = day;
    }
}
