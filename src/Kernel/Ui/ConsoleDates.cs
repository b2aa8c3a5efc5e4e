using System.Globalization;

namespace Amparo.Kernel;

/// <summary>Instants and ages as the console says them.</summary>
public static class ConsoleDates
{
    /// <summary>Day and time in UTC, and said so: officers of one queue sit in two time zones.</summary>
    public static string Moment(Words w, DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.GetCultureInfo(w.Language)) + " UTC";

    /// <summary>
    /// The same by the clock of somebody's country, and said whose it is; UTC where the country is none of these. Of a country
    /// with several clocks it is the capital's.
    /// </summary>
    public static string Moment(Words w, DateTimeOffset instant, string? country) => country is not null && Zones.TryGetValue(country, out var zone)
        ? $"{TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("d MMM yyyy, HH:mm", CultureInfo.GetCultureInfo(w.Language))} ({w["console.zone." + country]})"
        : Moment(w, instant);

    /// <summary>The same for a cell of a table that somebody sorts and reckons with elsewhere: <c>2026-11-22 02:40 -06:00</c>.</summary>
    public static string Cell(DateTimeOffset instant, string? country) =>
        (country is not null && Zones.ContainsKey(country) ? TimeZoneInfo.ConvertTime(instant, ZoneOf(country)) : instant.ToUniversalTime()).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>The clock of a country, the capital's where it has several; UTC-6, most of the region's, where the country is none of these.</summary>
    public static TimeZoneInfo ZoneOf(string? country) => TimeZoneInfo.FindSystemTimeZoneById(country is not null && Zones.TryGetValue(country, out var zone) ? zone : "America/Guatemala");

    private static readonly Dictionary<string, string> Zones = new()
    {
        ["BZ"] = "America/Belize", ["CR"] = "America/Costa_Rica", ["GT"] = "America/Guatemala", ["HN"] = "America/Tegucigalpa", ["MX"] = "America/Mexico_City", ["NI"] = "America/Managua", ["PA"] = "America/Panama",
        ["SV"] = "America/El_Salvador",
    };

    public static string Ago(Words w, TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => w["console.ago.now"],
        { TotalHours: < 1 } => w.Count("console.ago.minutes", (long)age.TotalMinutes),
        { TotalDays: < 1 } => w.Count("console.ago.hours", (long)age.TotalHours),
        _ => w.Count("console.ago.days", (long)age.TotalDays),
    };
}
