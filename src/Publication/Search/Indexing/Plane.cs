namespace Amparo.Publication;

/// <summary>
/// Distances in whole numbers, the same in every engine: units of 1/10,000 degree (11 m), longitudes narrowed by the cosine
/// at the point that is asked from (in 1/1,024). Right near that point, where it matters, and off by some per cent a
/// thousand kilometres away. Squares stay below 2^53, so that a browser's numbers hold them.
/// </summary>
internal readonly record struct Plane
{
    public const int PerDegree = 10_000;
    public const int NoPoint = int.MinValue;
    private const int CosinePerUnit = 1024;
    private const double MetresPerUnit = 11.1195;
    private readonly int _cosine;

    private Plane(int latitude, int longitude)
    {
        (Latitude, Longitude) = (latitude, longitude);
        _cosine = (int)Math.Round(Math.Cos(double.DegreesToRadians(latitude / (double)PerDegree)) * CosinePerUnit);
    }

    public int Latitude { get; }
    public int Longitude { get; }

    public static Plane From(GeoPoint point) => new(Units(point.Latitude), Units(point.Longitude));

    public static int Units(double degrees) => (int)Math.Round(degrees * PerDegree);

    /// <summary>The square of a distance in kilometres, to compare with.</summary>
    public static long Squared(int kilometres) => (long)(kilometres * 1000.0 / MetresPerUnit) * (long)(kilometres * 1000.0 / MetresPerUnit);

    public long Squared(GeoPoint point) => Squared(Units(point.Latitude), Units(point.Longitude));

    /// <summary>
    /// As it is told, to ten metres: sines may differ in their last digit from one engine to the other, and a distance that is
    /// rounded does not.
    /// </summary>
    public double Kilometres(int latitude, int longitude)
    {
        var there = new GeoPoint(latitude / (double)PerDegree, longitude / (double)PerDegree);
        return Math.Floor(new GeoPoint(Latitude / (double)PerDegree, Longitude / (double)PerDegree).KilometresTo(there) * 100 + 0.5) / 100;
    }

    public long Squared(int latitude, int longitude) => OfLatitude(latitude) + OfLongitude(longitude);

    public long OfLatitude(int latitude)
    {
        long north = latitude - Latitude;
        return north * north;
    }

    public long OfLongitude(int longitude)
    {
        long east = Math.Abs((long)longitude - Longitude);
        if (east > 180L * PerDegree) east = 360L * PerDegree - east;
        east = east * _cosine / CosinePerUnit;
        return east * east;
    }
}
