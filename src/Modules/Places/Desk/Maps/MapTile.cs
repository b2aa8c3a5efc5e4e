using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Maps;

/// <summary>Square degrees by one number, stored with each entry: a piece of the map is then looked for among its own entries and not among all.</summary>
internal static class MapTile
{
    private const int Around = 360;

    public static int? Of(Place place) => place is { Disclosure: Disclosures.Exact, Whereabouts: { Latitude: { } latitude, Longitude: { } longitude } } ? At(latitude, longitude)
        : place is { AreaLatitude: { } south, AreaLongitude: { } west } ? At(south, west) : null;

    /// <summary>All that a square of the map, or a frame of it, touches; null where it is so wide that an index over them would help nobody.</summary>
    public static IReadOnlyList<int>? Under(double south, double west, double north, double east)
    {
        const int Most = 64;
        var (rows, columns) = (Whole(south, north), Whole(west, east));
        return rows.Count * columns.Count > Most ? null : [.. rows.SelectMany(r => columns.Select(c => Number(r, c)))];
    }

    private static int At(double latitude, double longitude) => Number((int)Math.Floor(latitude), (int)Math.Floor(longitude));

    private static int Number(int row, int column) => (row + 90) * Around + column + Around / 2;

    private static List<int> Whole(double from, double to)
    {
        // A border of a square is the neighbour's too: what is asked exactly is asked of the points themselves.
        var first = (int)Math.Floor(from);
        return [.. Enumerable.Range(first, Math.Max(1, (int)Math.Floor(to) - first + 1))];
    }
}
