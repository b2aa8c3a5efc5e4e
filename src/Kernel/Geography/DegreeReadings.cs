namespace Amparo.Kernel;

/// <summary>
/// How a number in degrees may have come from another: 14°54'19" written 14.5419, or 14.9054 read as degrees and minutes.
/// Both numbers of a point are read alike, since one hand or one program wrote both.
/// </summary>
internal static class DegreeReadings
{
    private const long Places = 100_000_000;

    private static readonly (string Name, Func<double, double?> Read)[] All =
    [
        ("minutes_and_seconds_as_decimals", value => Read(value, MinutesAndSeconds)),
        ("minutes_as_decimals", value => Read(value, Minutes)),
        ("decimals_as_minutes_and_seconds", value => Read(value, BackFromMinutesAndSeconds)),
        ("decimals_as_minutes", value => Read(value, fraction => fraction * 0.6)),
    ];

    /// <summary>The points that may have been meant, each with the name of the slip.</summary>
    public static IEnumerable<(string Reading, GeoPoint Point)> Of(GeoPoint point)
    {
        foreach (var (name, read) in All)
            if (read(point.Latitude) is { } latitude && read(point.Longitude) is { } longitude) yield return (name, new(latitude, longitude));
    }

    private static double? Read(double value, Func<double, double?> fraction)
    {
        var (whole, part) = (Math.Floor(Math.Abs(value)), Math.Abs(value) - Math.Floor(Math.Abs(value)));
        return fraction(part) is { } read ? (whole + read) * (value < 0 ? -1 : 1) : null;
    }

    // By whole numbers: 0.54 times 100 must be 54 and not 53.999, which would leave 99 seconds.
    private static double? MinutesAndSeconds(double fraction)
    {
        var digits = (long)Math.Round(fraction * Places);
        var (minutes, seconds) = (digits / 1_000_000, digits % 1_000_000 / 10_000.0);
        return minutes < 60 && seconds < 60 ? minutes / 60.0 + seconds / 3600 : null;
    }

    private static double? Minutes(double fraction) => Math.Round(fraction * Places) is var digits && digits < 60_000_000 ? digits / 60_000_000 : null;

    private static double? BackFromMinutesAndSeconds(double fraction)
    {
        var seconds = Math.Round(fraction * 3600, 3);
        var minutes = Math.Floor(seconds / 60);
        return minutes / 100 + (seconds - minutes * 60) / 10_000;
    }
}
