using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <param name="With">The entry that may be the same.</param>
/// <param name="Reasons">Reason keys, comma-separated.</param>
internal readonly record struct Twin(Guid With, string Reasons);

/// <summary>
/// Finds entries that may be one. Compared are only neighbours in a grid and holders of the same number, so that a list of
/// ten thousand does not become fifty million comparisons.
/// </summary>
internal sealed class DuplicateIndex
{
    public const string SamePhone = "same_phone", SameNameNear = "same_name_near", SamePoint = "same_point";

    private const double Near = 0.5;
    private const double CellDegrees = 0.01;

    // The switchboard of a network stands at each of its hundred posts: beyond this many a number says nothing.
    private const int MostPerNumber = 8;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<(int, int), List<int>> _cells = [];
    private readonly Dictionary<string, List<int>> _phones = [];

    public void Add(Guid id, string name, double? latitude, double? longitude, IReadOnlyList<PlacePhone> phones)
    {
        var number = _entries.Count;
        _entries.Add(new(id, Folded(name), latitude, longitude));
        if (CellOf(latitude, longitude) is { } cell) Put(_cells, cell, number);
        foreach (var phone in phones.Where(IsTelling)) Put(_phones, phone.Number, number);
    }

    /// <param name="otherNameHere">Another name stands at exactly this point.</param>
    public IReadOnlyList<Twin> Find(Guid id, string name, double? latitude, double? longitude, IReadOnlyList<PlacePhone> phones, out bool otherNameHere)
    {
        var found = new SortedDictionary<int, string>();
        void Say(int number, string reason)
        {
            if (_entries[number].Id != id) found[number] = found.TryGetValue(number, out var before) ? $"{before},{reason}" : reason;
        }
        var folded = Folded(name);
        var near = Neighbours(latitude, longitude).ToList();
        var same = near.Where(n => _entries[n].Id != id && IsSamePoint(_entries[n], latitude, longitude)).ToList();
        // A point that many share is the middle of their town, which says where, not that they are one.
        if (same.Count <= MostPerNumber) foreach (var number in same) Say(number, SamePoint);
        foreach (var number in near)
            if (_entries[number].Name == folded && Kilometres(_entries[number], latitude, longitude) <= Near) Say(number, SameNameNear);
        otherNameHere = same.Exists(n => _entries[n].Name != folded);
        foreach (var phone in phones.Where(IsTelling).Select(p => p.Number).Distinct())
            if (_phones.TryGetValue(phone, out var holders) && holders.Count <= MostPerNumber)
                foreach (var number in holders) Say(number, SamePhone);
        return [.. found.Select(f => new Twin(_entries[f.Key].Id, f.Value))];
    }

    private IEnumerable<int> Neighbours(double? latitude, double? longitude)
    {
        if (CellOf(latitude, longitude) is not var (x, y)) yield break;
        for (var i = x - 1; i <= x + 1; i++)
            for (var j = y - 1; j <= y + 1; j++)
                if (_cells.TryGetValue((i, j), out var here))
                    foreach (var number in here) yield return number;
    }

    private static bool IsTelling(PlacePhone phone) => phone.Number.Length > 6;

    private static bool IsSamePoint(Entry other, double? latitude, double? longitude) =>
        Math.Abs(other.Latitude!.Value - latitude!.Value) < 0.00001 && Math.Abs(other.Longitude!.Value - longitude!.Value) < 0.00001;

    private static double Kilometres(Entry other, double? latitude, double? longitude) =>
        new GeoPoint(other.Latitude!.Value, other.Longitude!.Value).KilometresTo(new(latitude!.Value, longitude!.Value));

    private static (int, int)? CellOf(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? ((int)Math.Floor(north / CellDegrees), (int)Math.Floor(east / CellDegrees)) : null;

    private static void Put<T>(Dictionary<T, List<int>> index, T key, int number) where T : notnull
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        list.Add(number);
    }

    private static string Folded(string name) => string.Join(' ', FoldedText.Fold(name).Split(' ').Where(w => w is not ("de" or "la" or "el" or "los" or "las" or "del" or "y" or "the" or "of")));

    private readonly record struct Entry(Guid Id, string Name, double? Latitude, double? Longitude);
}
