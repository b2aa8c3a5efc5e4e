using System.Text;

namespace Amparo.Places.Desk.Maps;

/// <summary>The land within a frame as lines of SVG, cut at its edges: a town's map must not carry the coast of a continent.</summary>
internal static class MapLand
{
    private const double Margin = 8, Finest = 0.6;

    /// <summary>One path for each country that shows in the frame.</summary>
    public static IReadOnlyList<(string Country, string Path)> Of(CountryShapes shapes, MapFrame frame) =>
        [.. shapes.Known.Order(StringComparer.Ordinal).Select(c => (c, Path: PathOf(shapes.Outlines(c), frame))).Where(c => c.Path.Length > 0)];

    private static string PathOf(IEnumerable<IReadOnlyList<GeoPoint>> rings, MapFrame frame)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var seen = Cut([.. ring.Select(p => (frame.X(p.Longitude), frame.Y(p.Latitude)))], frame);
            if (seen.Count < 3) continue;
            var (lastX, lastY) = (double.NaN, double.NaN);
            for (var i = 0; i < seen.Count; i++)
            {
                var (x, y) = seen[i];
                if (i > 0 && Math.Abs(x - lastX) < Finest && Math.Abs(y - lastY) < Finest) continue;
                path.Append(i == 0 ? 'M' : 'L').Append(MapFrame.Px(x)).Append(' ').Append(MapFrame.Px(y));
                (lastX, lastY) = (x, y);
            }
            path.Append('Z');
        }
        return path.ToString();
    }

    // Sutherland and Hodgman: cut at one edge after the other.
    private static List<(double X, double Y)> Cut(List<(double X, double Y)> ring, MapFrame frame)
    {
        ring = CutAt(ring, p => p.X + Margin);
        ring = CutAt(ring, p => MapFrame.Width + Margin - p.X);
        ring = CutAt(ring, p => p.Y + Margin);
        return CutAt(ring, p => frame.Height + Margin - p.Y);
    }

    private static List<(double X, double Y)> CutAt(List<(double X, double Y)> ring, Func<(double X, double Y), double> inside)
    {
        var kept = new List<(double X, double Y)>();
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[(i + ring.Count - 1) % ring.Count], ring[i]);
            var (a, b) = (inside(from), inside(to));
            if (a >= 0 != b >= 0) kept.Add((from.X + (to.X - from.X) * a / (a - b), from.Y + (to.Y - from.Y) * a / (a - b)));
            if (b >= 0) kept.Add(to);
        }
        return kept;
    }
}
