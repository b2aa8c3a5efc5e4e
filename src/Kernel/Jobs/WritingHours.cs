namespace Amparo.Kernel;

/// <summary>Nobody is written to at night: from 08:00 to 19:00 where the message arrives.</summary>
public static class WritingHours
{
    public const int From = 8, To = 19;

    /// <summary>Now where it is day there, else eight o'clock there.</summary>
    /// <param name="timeZone">IANA name; one that is not known counts as UTC.</param>
    public static DateTimeOffset Next(DateTimeOffset now, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;
        var there = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        if (there.Hour is >= From and < To) return now;
        var morning = there.Date.AddHours(From).AddDays(there.Hour >= To ? 1 : 0);
        return new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
