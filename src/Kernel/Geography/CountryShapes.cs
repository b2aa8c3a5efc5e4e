using System.Text.Json;

namespace Amparo.Kernel;

/// <summary>
/// Borders of the eight countries, of the United States and of Colombia, to find mistakes in coordinates. Good to a
/// kilometre or two: within <see cref="Tolerance"/> of a border they prove nothing, and they state no position on it.
/// </summary>
public sealed class CountryShapes
{
    /// <summary>Kilometres from a coast or border within which a point still counts as the country's: cays, piers, bridges.</summary>
    public const double Tolerance = 5;

    private const double KilometresPerDegree = 111.195;
    private readonly Dictionary<string, Ring[]> _rings = [];

    private CountryShapes(JsonElement root)
    {
        var scale = root.GetProperty("scale").GetDouble();
        foreach (var country in root.GetProperty("countries").EnumerateObject())
            _rings[country.Name] = [.. country.Value.EnumerateArray().Select(ring => new Ring([.. ring.EnumerateArray().Select(step => step.GetInt32())], scale))];
    }

    /// <summary>Reads the folder's shapes.json.</summary>
    public static CountryShapes Load(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "shapes.json")));
        return new(document.RootElement);
    }

    /// <summary>ISO codes of the countries whose borders are known.</summary>
    public IReadOnlyCollection<string> Known => _rings.Keys;

    /// <summary>The country in which a point lies, or the one whose border is nearest within <see cref="Tolerance"/>; null at sea and elsewhere.</summary>
    public string? CountryAt(GeoPoint point)
    {
        if (!point.IsValid) return null;
        foreach (var (country, rings) in _rings) if (Contains(rings, point)) return country;
        var (nearest, least) = (default(string), Tolerance);
        foreach (var (country, rings) in _rings)
            if (Distance(rings, point, least) is var distance && distance < least) (nearest, least) = (country, distance);
        return nearest;
    }

    /// <summary>Whether a point lies in a country or within so many kilometres of it; false where its borders are not known.</summary>
    public bool IsWithin(GeoPoint point, string country, double kilometres = Tolerance) =>
        point.IsValid && _rings.TryGetValue(country, out var rings) && (Contains(rings, point) || Distance(rings, point, kilometres) <= kilometres);

    /// <summary>The borders of one country as closed lines, to be drawn small; none where they are not known. They state no position on any border.</summary>
    public IEnumerable<IReadOnlyList<GeoPoint>> Outlines(string country) => _rings.TryGetValue(country, out var rings) ? rings.Select(r => r.Corners()) : [];

    private static bool Contains(Ring[] rings, GeoPoint point)
    {
        var inside = false;
        foreach (var ring in rings) if (ring.Encloses(point)) inside = !inside;
        return inside;
    }

    private static double Distance(Ring[] rings, GeoPoint point, double most)
    {
        var least = double.PositiveInfinity;
        foreach (var ring in rings) least = Math.Min(least, ring.Distance(point, Math.Min(most, least)));
        return least;
    }

    /// <summary>One closed line: first a corner, then the steps from corner to corner.</summary>
    private sealed class Ring
    {
        private readonly float[] _x, _y;
        private readonly float _west, _east, _south, _north;

        public Ring(int[] steps, double scale)
        {
            (_x, _y) = (new float[steps.Length / 2], new float[steps.Length / 2]);
            long x = 0, y = 0;
            for (var i = 0; i < _x.Length; i++) (_x[i], _y[i]) = ((float)((x += steps[2 * i]) / scale), (float)((y += steps[2 * i + 1]) / scale));
            (_west, _east, _south, _north) = (_x.Min(), _x.Max(), _y.Min(), _y.Max());
        }

        public IReadOnlyList<GeoPoint> Corners() => [.. _x.Select((x, i) => new GeoPoint(_y[i], x))];

        public bool Encloses(GeoPoint point)
        {
            var (x, y) = (point.Longitude, point.Latitude);
            if (x < _west || x > _east || y < _south || y > _north) return false;
            var inside = false;
            for (int i = 0, j = _x.Length - 1; i < _x.Length; j = i++)
                if (_y[i] > y != _y[j] > y && x < ((double)_x[j] - _x[i]) * (y - _y[i]) / ((double)_y[j] - _y[i]) + _x[i]) inside = !inside;
            return inside;
        }

        /// <summary>Kilometres to the line, or infinity where it is farther than <paramref name="most"/>.</summary>
        public double Distance(GeoPoint point, double most)
        {
            var narrowing = Math.Cos(double.DegreesToRadians(point.Latitude));
            var (up, aside) = (most / KilometresPerDegree, most / KilometresPerDegree / Math.Max(0.01, narrowing));
            var (x, y) = (point.Longitude, point.Latitude);
            if (x < _west - aside || x > _east + aside || y < _south - up || y > _north + up) return double.PositiveInfinity;
            var least = most;
            var found = false;
            for (int i = 0, j = _x.Length - 1; i < _x.Length; j = i++)
            {
                if (Math.Min(_y[i], _y[j]) > y + up || Math.Max(_y[i], _y[j]) < y - up || Math.Min(_x[i], _x[j]) > x + aside || Math.Max(_x[i], _x[j]) < x - aside) continue;
                var distance = ToSegment((_x[j] - x) * narrowing, _y[j] - y, (_x[i] - x) * narrowing, _y[i] - y) * KilometresPerDegree;
                if (distance <= least) (least, found) = (distance, true);
            }
            return found ? least : double.PositiveInfinity;
        }

        private static double ToSegment(double ax, double ay, double bx, double by)
        {
            var (dx, dy) = (bx - ax, by - ay);
            var length = dx * dx + dy * dy;
            var t = length == 0 ? 0 : Math.Clamp(-(ax * dx + ay * dy) / length, 0, 1);
            return Math.Sqrt((ax + t * dx) * (ax + t * dx) + (ay + t * dy) * (ay + t * dy));
        }
    }
}
