namespace Amparo.Kernel;

/// <summary>Opening hours without their words: what is needed to say open, closed or not known at a minute on the wall.</summary>
public static class PocketHours
{
    /// <summary>Days are written from this one, as <see cref="DateOnly.DayNumber"/>.</summary>
    internal static readonly int FirstDay = new DateOnly(2020, 1, 1).DayNumber;

    public static void Write(PocketBytes into, OpeningHours hours)
    {
        into.Number((hours.AlwaysOpen ? 1 : 0) + ((int)hours.OnHolidays << 1));
        var rules = hours.AlwaysOpen ? [] : hours.Regular;
        into.Number(rules.Count);
        foreach (var schedule in rules) new Rule(schedule).WriteTo(into);
        into.Number(hours.Exceptions.Count);
        foreach (var exception in hours.Exceptions.OrderBy(e => e.Date))
        {
            var (start, end, reason) = Rule.Times(exception.OpensAt, exception.ClosesAt);
            into.Difference(exception.Date.DayNumber - FirstDay);
            into.Number(exception.Closed ? 2 : reason is null ? 1 : 0);
            if (exception.Closed) continue;
            into.Number(start);
            into.Number(end);
        }
    }

    internal static void Day(PocketBytes into, DateOnly? day)
    {
        if (day is { } at) into.Difference(at.DayNumber - FirstDay);
    }
}
