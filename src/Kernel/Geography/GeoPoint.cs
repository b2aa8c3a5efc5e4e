namespace Amparo.Kernel;

/// <summary>A point in degrees of WGS 84. It may hold what a file said, hence also impossible values: see <see cref="IsValid"/>.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusKilometres = 6371.0088;

    /// <summary>Whether both numbers are finite and lie on the globe.</summary>
    public bool IsValid => double.IsFinite(Latitude) && double.IsFinite(Longitude) && Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>Great-circle distance (haversine, mean radius), in kilometres.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var latitude = double.DegreesToRadians(other.Latitude - Latitude) / 2;
        var longitude = double.DegreesToRadians(other.Longitude - Longitude) / 2;
        var part = Math.Sin(latitude) * Math.Sin(latitude)
            + Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * Math.Sin(longitude) * Math.Sin(longitude);
        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(part)));
    }

    /// <summary>
    /// The cell, never the point: a point that slips into a log or an exception must not say where somebody stands.
    /// Pages that show a public place write its two numbers themselves.
    /// </summary>
    public override string ToString() => IsValid ? $"near {Cell.Of(this)}" : "no point on the globe";
}
