using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>
/// One HSDS schedule. HSDS knows weekly and monthly repetition only: what repeats otherwise goes out in words without times,
/// because times without their days would send people to a closed door.
/// </summary>
internal sealed record HsdsSchedule(Schedule Rule, string? Freq, bool SaysTimes, string? Description)
{
    private const string EveryDay = "MO,TU,WE,TH,FR,SA,SU";
    private static readonly string[] WeekStarts = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static IReadOnlyList<HsdsSchedule> Of(OpeningHours? hours)
    {
        if (hours is null || hours.IsEmpty) return [];
        if (hours.AlwaysOpen)
            return [new(new() { ByDay = EveryDay, OpensAt = ClockTime.At(0), ClosesAt = ClockTime.At(23, 59) }, "WEEKLY", true, "24/7")];
        return [.. hours.Regular.Select(Of), .. hours.Exceptions.Select(Of)];
    }

    public void To(IFields to, Guid id, TimeSpan offset)
    {
        to.Id(id);
        to.Day("valid_from", Rule.ValidFrom);
        to.Day("valid_to", Rule.ValidTo);
        to.Day("dtstart", Rule.DtStart);
        to.Number("timezone", offset.TotalHours);
        to.Day("until", Rule.Until);
        if (Rule.Count is { } count) to.Number("count", count);
        if (WeekStarts.Contains(Rule.WkSt)) to.Text("wkst", Rule.WkSt);
        to.Text("freq", Freq);
        if (Rule.Interval is { } interval) to.Number("interval", interval);
        to.Text("byday", Rule.ByDay);
        to.Text("byweekno", Rule.ByWeekNo);
        to.Text("bymonthday", Rule.ByMonthDay);
        to.Text("byyearday", Rule.ByYearDay);
        to.Text("description", Description);
        if (SaysTimes && Rule.OpensAt is { } opens) to.Time("opens_at", opens, offset);
        if (SaysTimes && Rule.ClosesAt is { } closes) to.Time("closes_at", closes, offset);
        to.Text("attending_type", Rule.AttendingType);
        to.Text("notes", Rule.Notes);
    }

    public static Guid IdOf(Guid owner, int number) => StableId.Of("hsds", "schedule", owner.ToString(), number.ToString(CultureInfo.InvariantCulture));

    private static HsdsSchedule Of(Schedule rule)
    {
        var isDaily = rule is { Freq: Frequency.Daily, Interval: null or 1 };
        if (isDaily) return new(rule with { ByDay = rule.ByDay ?? EveryDay, Interval = null }, "WEEKLY", true, rule.Description);
        return (rule.Freq ?? Implied(rule)) switch
        {
            Frequency.Weekly => new(rule, "WEEKLY", true, rule.Description),
            Frequency.Monthly => new(rule, "MONTHLY", true, rule.Description),
            null => new(rule, null, rule.DtStart is not null, rule.Description ?? Words(rule, null)),
            { } other => new(rule, null, false, rule.Description is { Length: > 0 } said ? $"{said} ({Words(rule, other)})" : Words(rule, other)),
        };
    }

    private static HsdsSchedule Of(DayException day)
    {
        var date = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rule = new Schedule { DtStart = day.Date, Until = day.Date, Count = 1, OpensAt = day.OpensAt, ClosesAt = day.ClosesAt };
        var words = $"{date}: {(day.Closed ? "cerrado" : day.OpensAt is null ? "horario especial" : $"{day.OpensAt}–{day.ClosesAt}")}";
        return new(rule, null, !day.Closed && day.OpensAt is not null, day.Reason is { Length: > 0 } why ? $"{words} ({why})" : words);
    }

    private static Frequency? Implied(Schedule rule) =>
        rule.ByYearDay is not null ? Frequency.Yearly
        : rule.ByMonthDay is not null || (rule.ByDay?.Any(char.IsAsciiDigit) ?? false) ? Frequency.Monthly
        : rule.ByDay is not null ? Frequency.Weekly : null;

    private static string? Words(Schedule rule, Frequency? freq)
    {
        var times = rule.OpensAt is { } opens ? $" {opens}–{rule.ClosesAt}" : "";
        var said = (freq is { } known ? $"FREQ={known.ToString().ToUpperInvariant()}" : "") + (rule.Interval is { } every ? $";INTERVAL={every.ToString(CultureInfo.InvariantCulture)}" : "") + times;
        return said.Length > 0 ? said.Trim() : null;
    }
}
