namespace Amparo.Protection.People;

/// <summary>Today is the office's: at its midnight a girl turns eighteen, not at another one's.</summary>
internal static class OfficeDay
{
    public static DateOnly Of(DateTimeOffset now, string country) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ConsoleDates.ZoneOf(country)).DateTime);
}
