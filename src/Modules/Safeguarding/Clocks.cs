namespace Amparo.Safeguarding;

/// <summary>Until when a complaint is read, answered and closed: promised to whoever complains, by the working days of her country.</summary>
internal static class Clocks
{
    public const int HoursToRead = 24, WorkingDaysToAnswer = 5, DaysToClose = 30;

    public static DateTimeOffset ReadBy(DateTimeOffset received) => received.AddHours(HoursToRead);

    public static DateTimeOffset CloseBy(DateTimeOffset received) => received.AddDays(DaysToClose);

    /// <summary>The end of the fifth working day there, weekends and public holidays not counted.</summary>
    public static DateTimeOffset AnswerBy(DateTimeOffset received, string? country)
    {
        var (zone, holidays) = (ConsoleDates.ZoneOf(country), HolidayCalendar.For(country));
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(received, zone).DateTime);
        for (var left = WorkingDaysToAnswer; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && holidays.On(day) is not { Everywhere: true }) left--;
        }
        var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
