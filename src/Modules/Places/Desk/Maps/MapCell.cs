using System.Globalization;
using System.Linq.Expressions;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Maps;

/// <summary>A square of the map by its row, its column and how fine it is. As text, <c>149.-923.5</c>, it stands in addresses.</summary>
internal sealed record MapCell(int Row, int Column, int Level)
{
    /// <summary>Degrees to a side, the coarsest first.</summary>
    public static IReadOnlyList<double> Steps { get; } = [5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];

    public double Step => Steps[Level];
    public bool IsFinest => Level == Steps.Count - 1;
    public MapFrame Frame => new((Column - 0.1) * Step, (Row - 0.1) * Step, (Column + 1.1) * Step, (Row + 1.1) * Step);

    public static MapCell? Read(string? said) =>
        said?.Split('.') is [var row, var column, var level] && Whole(row) is { } r and >= -90_00 and <= 90_00 && Whole(column) is { } c and >= -180_00 and <= 180_00 && Whole(level) is { } l && l >= 0 && l < Steps.Count ? new(r, c, l) : null;

    /// <summary>The finest level at which a frame has no more squares in a row than a finger can tell apart.</summary>
    public static int LevelFor(MapFrame frame)
    {
        const int MostColumns = 10;
        var level = 0;
        while (level + 1 < Steps.Count && (frame.East - frame.West) / Steps[level + 1] <= MostColumns) level++;
        return level;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Row}.{Column}.{Level}");

    private static int? Whole(string said) => int.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Where an entry is shown on the desk's map: its own point only where everybody may know it, else the point of its area.</summary>
internal static class ShownPoints
{
    private static readonly Expression<Func<Place, ShownPoint>> From = p => new ShownPoint
    {
        Place = p,
        Latitude = p.Disclosure == Disclosures.Exact && p.Whereabouts.Latitude != null && p.Whereabouts.Longitude != null ? p.Whereabouts.Latitude : p.AreaLatitude,
        Longitude = p.Disclosure == Disclosures.Exact && p.Whereabouts.Latitude != null && p.Whereabouts.Longitude != null ? p.Whereabouts.Longitude : p.AreaLongitude,
    };

    public static IQueryable<Place> In(this IQueryable<Place> places, MapCell cell)
    {
        var (row, column, step) = ((double)cell.Row, (double)cell.Column, cell.Step);
        if (MapTile.Under(row * step, column * step, (row + 1) * step, (column + 1) * step) is { } tiles) places = places.Where(p => tiles.Contains(p.Tile!.Value));
        return places.Select(From).Where(s => Math.Floor(s.Latitude!.Value / step) == row && Math.Floor(s.Longitude!.Value / step) == column).Select(s => s.Place);
    }

    /// <summary>No map counts more: it would cost more with every entry, and a circle of thousands helps nobody.</summary>
    public const int MostCounted = 20_000;

    /// <summary>Those that a map of this frame looks at: those of its square degrees, and of the whole region the first by name.</summary>
    public static IQueryable<Place> Seen(this IQueryable<Place> places, MapFrame frame)
    {
        if (MapTile.Under(frame.South, frame.West, frame.North, frame.East) is { } tiles) places = places.Where(p => tiles.Contains(p.Tile!.Value));
        return places.OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(MostCounted);
    }

    /// <summary>
    /// How many lie in each square of the frame, and their middle; and how many were looked at. The points come here one after the
    /// other and are counted on the way: grouped in the database, EF reads them all anew for each figure of each square.
    /// </summary>
    public static async Task<(IReadOnlyList<MapCluster> Clusters, int Seen)> Clusters(this IQueryable<Place> places, MapFrame frame, int level, CancellationToken stop)
    {
        var (step, seen) = (MapCell.Steps[level], 0);
        var squares = new Dictionary<(int Row, int Column), (int Count, double Latitude, double Longitude)>();
        await foreach (var point in places.Select(From).Select(s => new { s.Latitude, s.Longitude }).AsAsyncEnumerable().WithCancellation(stop))
        {
            seen++;
            if (point is not { Latitude: { } latitude, Longitude: { } longitude } || !frame.Holds(new(latitude, longitude))) continue;
            var square = ((int)Math.Floor(latitude / step), (int)Math.Floor(longitude / step));
            var (count, south, west) = squares.GetValueOrDefault(square);
            squares[square] = (count + 1, south + latitude, west + longitude);
        }
        var clusters = squares.Select(s => new MapCluster(new(s.Key.Row, s.Key.Column, level), s.Value.Count, new(s.Value.Latitude / s.Value.Count, s.Value.Longitude / s.Value.Count)));
        return ([.. clusters.OrderByDescending(c => c.Count).ThenBy(c => c.Cell.ToString(), StringComparer.Ordinal)], seen);
    }

    private sealed class ShownPoint
    {
        public required Place Place { get; init; }
        public double? Latitude { get; init; }
        public double? Longitude { get; init; }
    }
}

/// <param name="Middle">Of the points that are shown, not of where the entries are.</param>
internal sealed record MapCluster(MapCell Cell, int Count, GeoPoint Middle);
