using System.Globalization;

namespace Amparo.Kernel;

/// <summary>Instants and ages as the console says them.</summary>
public static class ConsoleDates
{
    /// <summary>Day and time in UTC, and said so: officers of one queue sit in two time zones.</summary>
    public static string Moment(Words w, DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.GetCultureInfo(w.Language)) + " UTC";

    public static string Ago(Words w, TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => w["console.ago.now"],
        { TotalHours: < 1 } => w.Count("console.ago.minutes", (long)age.TotalMinutes),
        { TotalDays: < 1 } => w.Count("console.ago.hours", (long)age.TotalHours),
        _ => w.Count("console.ago.days", (long)age.TotalDays),
    };
}
