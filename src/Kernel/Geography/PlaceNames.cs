namespace Amparo.Kernel;

/// <summary>
/// Every folded name of every place in one sorted list: own names, other names, and short forms
/// ("Ciudad Tecún Umán" is also called Tecún Umán). For each name its places stand in the order in which they are meant.
/// </summary>
internal sealed class PlaceNames
{
    private readonly string[] _keys;
    private readonly int[] _from;
    private readonly int[] _numbers;

    /// <param name="own">The places' folded names, by number.</param>
    public PlaceNames(GazetteerPlace[] places, string[] own, IEnumerable<(string Name, int Number)> aliases)
    {
        var rows = new List<(string Key, int Order, int Kind, int Number)>(places.Length * 5 / 4);
        var order = 0;
        foreach (var (name, number) in aliases) rows.Add((FoldedText.Fold(name), order++, 0, number));
        foreach (var place in places) rows.Add((own[place.Number], order, 0, place.Number));
        var shortForms = ShortNames.Of(places, own, [.. rows.Select(row => row.Key)]);
        foreach (var (name, number) in shortForms) rows.Add((name, order, 1, number));

        rows.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key) is var key and not 0 ? key
            : a.Order != b.Order ? a.Order.CompareTo(b.Order) : Order(places[a.Number], a.Kind, places[b.Number], b.Kind));
        var keys = new List<string>(rows.Count);
        var from = new List<int>(rows.Count + 1);
        var numbers = new List<int>(rows.Count);
        foreach (var row in rows)
        {
            if (row.Key.Length == 0) continue;
            if (keys.Count == 0 || keys[^1] != row.Key) { keys.Add(row.Key); from.Add(numbers.Count); }
            if (numbers.IndexOf(row.Number, from[^1]) < 0) numbers.Add(row.Number);
        }
        from.Add(numbers.Count);
        (_keys, _from, _numbers) = ([.. keys], [.. from], [.. numbers]);
    }

    public int Count => _keys.Length;

    public string Key(int index) => _keys[index];

    public ReadOnlySpan<int> Numbers(int index) => _numbers.AsSpan(_from[index], _from[index + 1] - _from[index]);

    /// <summary>The first key that is not before this text; with <see cref="StartsWith"/> it tells both what is equal and what begins so.</summary>
    public int LowerBound(ReadOnlySpan<char> text)
    {
        int low = 0, high = _keys.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_keys[middle].AsSpan().SequenceCompareTo(text) < 0) low = middle + 1; else high = middle;
        }
        return low;
    }

    public bool StartsWith(int index, ReadOnlySpan<char> text) => index < _keys.Length && _keys[index].AsSpan().StartsWith(text);

    public bool Is(int index, ReadOnlySpan<char> text) => index < _keys.Length && _keys[index].AsSpan().SequenceEqual(text);

    // A capital's short name ("Victoria") comes before a village's own.
    private static int Order(GazetteerPlace a, int kindA, GazetteerPlace b, int kindB) =>
        a.Prominence != b.Prominence ? b.Prominence.CompareTo(a.Prominence)
        : kindA != kindB ? kindA.CompareTo(kindB)
        : string.CompareOrdinal(a.Country, b.Country) is var country and not 0 ? country
        : string.CompareOrdinal(a.Admin1Name, b.Admin1Name) is var area and not 0 ? area
        : a.Number.CompareTo(b.Number);
}
