using System.Globalization;

namespace Amparo.Places.Desk.Maps;

/// <summary>A piece of the map as a picture: degrees to pixels. It is drawn here, from shapes that ship with the program: no other machine learns where somebody looks.</summary>
internal sealed class MapFrame
{
    public const double Width = 640;
    private const double Tallest = 520, Lowest = 240, KilometresPerDegree = 111.195, Smallest = 0.02;

    public MapFrame(double west, double south, double east, double north)
    {
        (west, east, south, north) = (Math.Max(-180, west), Math.Min(180, east), Math.Max(-85, south), Math.Min(85, north));
        var (width, height) = (Math.Max(Smallest, east - west), Math.Max(Smallest, north - south));
        var (x, y) = ((west + east) / 2, (south + north) / 2);
        Narrowing = Math.Cos(double.DegreesToRadians(y));
        // What is too tall or too flat for a page gets more of its surroundings, never less of itself.
        if (height / (width * Narrowing) > Tallest / Width) width = height / Narrowing * Width / Tallest;
        if (height / (width * Narrowing) < Lowest / Width) height = width * Narrowing * Lowest / Width;
        (West, East, South, North) = (x - width / 2, x + width / 2, y - height / 2, y + height / 2);
        Scale = Width / (width * Narrowing);
        Height = Math.Round(height * Scale);
    }

    public double West { get; }
    public double South { get; }
    public double East { get; }
    public double North { get; }
    public double Height { get; }

    /// <summary>Pixels per degree of latitude; one of longitude is that times <see cref="Narrowing"/>.</summary>
    public double Scale { get; }
    public double Narrowing { get; }

    public static MapFrame Around(GeoPoint centre, double kilometres)
    {
        var (up, aside) = (kilometres / KilometresPerDegree, kilometres / KilometresPerDegree / Math.Max(0.1, Math.Cos(double.DegreesToRadians(centre.Latitude))));
        return new(centre.Longitude - aside, centre.Latitude - up, centre.Longitude + aside, centre.Latitude + up);
    }

    public double X(double longitude) => (longitude - West) * Narrowing * Scale;
    public double Y(double latitude) => (North - latitude) * Scale;
    public bool Holds(GeoPoint point) => point.Longitude >= West && point.Longitude <= East && point.Latitude >= South && point.Latitude <= North;

    /// <summary>A length as SVG reads it.</summary>
    public static string Px(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Degrees(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
