namespace Amparo.Kernel;

/// <summary>What each day has: exceptions before holidays before regular hours.</summary>
internal sealed class Days(OpeningHours hours)
{
    private readonly DayException[] _exceptions = [.. hours.Exceptions.OrderBy(e => e.Date)];

    public OpeningHours Hours { get; } = hours;

    public Rule[] Rules { get; } = [.. hours.Regular.Select(s => new Rule(s))];

    /// <summary>The first day on or after this one that has an exception.</summary>
    public DateOnly? NextException(DateOnly from)
    {
        foreach (var exception in _exceptions)
            if (exception.Date >= from) return exception.Date;
        return null;
    }

    /// <summary>Adds the pieces that begin on this day; returns why it is closed out of turn, where it is.</summary>
    public Closure? Add(DateOnly date, HolidayCalendar holidays, List<Piece> pieces)
    {
        if (NextException(date) == date) return AddExceptions(date, pieces);
        var holiday = HeedsHolidays ? holidays.On(date) : null;
        var closed = holiday is not null && Hours.OnHolidays == HolidayHours.Closed;
        if (closed && holiday!.Everywhere) return new Closure(OpeningReasons.Holiday, holiday, null);

        var before = pieces.Count;
        AddRegular(date, pieces);
        if (holiday is null) return null;
        for (var i = before; i < pieces.Count; i++)
            if (pieces[i].Open) pieces[i] = pieces[i] with { Open = false, Reason = OpeningReasons.Holiday, Holiday = holiday };
        return null;
    }

    /// <summary>Whether a holiday changes anything: "always" without another word includes holidays.</summary>
    public bool HeedsHolidays => Hours.OnHolidays == HolidayHours.Closed || (Hours.OnHolidays == HolidayHours.Unknown && !Hours.AlwaysOpen);

    private void AddRegular(DateOnly date, List<Piece> pieces)
    {
        if (Hours.AlwaysOpen)
        {
            pieces.Add(AllDay(date, true));
            return;
        }
        var valid = false;
        foreach (var rule in Rules)
        {
            if (!rule.IsValidOn(date)) continue;
            valid = true;
            if (rule.TryPiece(date, out var piece)) pieces.Add(piece);
        }
        if (!valid) pieces.Add(AllDay(date, false, Rules.Length == 0 ? OpeningReasons.NoHours : OpeningReasons.NotValidNow));
    }

    private Closure? AddExceptions(DateOnly date, List<Piece> pieces)
    {
        var today = _exceptions.Where(e => e.Date == date).ToList();
        var note = today.Select(e => e.Reason).FirstOrDefault(r => r is not null);
        if (today.TrueForAll(e => e.Closed)) return new Closure(OpeningReasons.Exception, null, note);
        if (today.Exists(e => e.Closed))
        {
            pieces.Add(AllDay(date, false, OpeningReasons.Unreadable, note));
            return null;
        }
        var midnight = (long)date.DayNumber * WallClock.Day;
        foreach (var exception in today)
        {
            var (start, end, reason) = Rule.Times(exception.OpensAt, exception.ClosesAt);
            pieces.Add(new Piece(midnight + start, midnight + end, reason is null, reason, null, exception.Reason));
        }
        return new Closure(OpeningReasons.Exception, null, note);
    }

    private static Piece AllDay(DateOnly date, bool open, string? reason = null, string? note = null)
    {
        var midnight = (long)date.DayNumber * WallClock.Day;
        return new Piece(midnight, midnight + WallClock.Day, open, reason, null, note);
    }
}

/// <summary>Why a day is not as other days of its name.</summary>
internal sealed record Closure(string Reason, Holiday? Holiday, string? Note);
