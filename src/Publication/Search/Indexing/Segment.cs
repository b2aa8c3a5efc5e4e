using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// Entries in columns, sorted by what is freshest and then by identifier, with lists to walk and words to look up.
/// Immutable. An index has one large segment and a small one with what changed since.
/// </summary>
internal sealed class Segment
{
    private readonly Dictionary<int, PlaceList> _lists = [];
    private readonly Dictionary<Guid, int> _numbers;

    public Segment(IEnumerable<Row> rows)
    {
        Row[] sorted = [.. rows];
        Array.Sort(sorted, Order);
        Count = sorted.Length;
        Ids = Array.ConvertAll(sorted, r => r.Id);
        Kind = Array.ConvertAll(sorted, r => r.Kind);
        Kinds = Array.ConvertAll(sorted, r => r.Kinds);
        Traits = Array.ConvertAll(sorted, r => r.Traits);
        Countries = Array.ConvertAll(sorted, r => r.Country);
        Latitudes = Array.ConvertAll(sorted, r => r.Latitude);
        Longitudes = Array.ConvertAll(sorted, r => r.Longitude);
        Hours = Array.ConvertAll(sorted, r => r.Hours);
        Assured = Array.ConvertAll(sorted, r => r.Assured);
        Due = Array.ConvertAll(sorted, r => r.Due);
        Stale = Array.ConvertAll(sorted, r => r.Stale);
        Gone = Array.ConvertAll(sorted, r => r.Gone);
        FullUntil = Array.ConvertAll(sorted, r => r.FullUntil);
        Nationals = Array.ConvertAll(sorted, r => r.Nationals);
        Words = new(sorted);
        _numbers = new(Count);
        for (var i = 0; i < Count; i++) _numbers.Add(Ids[i], i);
        MakeLists();
    }

    public int Count { get; }
    public Guid[] Ids { get; }
    public byte[] Kind { get; }
    public uint[] Kinds { get; }
    public uint[] Traits { get; }
    public short[] Countries { get; }
    public int[] Latitudes { get; }
    public int[] Longitudes { get; }
    public Hours[] Hours { get; }
    public long[] Assured { get; }
    public long[] Due { get; }
    public long[] Stale { get; }
    public long[] Gone { get; }
    public long[] FullUntil { get; }
    public short[][] Nationals { get; }
    public WordTable Words { get; }

    public PlaceList? List(int key) => _lists.GetValueOrDefault(key);

    /// <summary>Minus one where it is not in this segment.</summary>
    public int NumberOf(Guid id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>The entry as it was put in, to be put into another segment.</summary>
    public Row RowOf(int i) => new()
    {
        Id = Ids[i], Kind = Kind[i], Kinds = Kinds[i], Traits = Traits[i], Country = Countries[i], Latitude = Latitudes[i], Longitude = Longitudes[i], Hours = Hours[i],
        Assured = Assured[i], Due = Due[i], Stale = Stale[i], Gone = Gone[i], FullUntil = FullUntil[i], Nationals = Nationals[i], Words = Words.Of(i, out var nameWords), NameWords = nameWords,
    };

    /// <summary>Freshest first, then by identifier: the order in which lists are walked where no place is known.</summary>
    private static int Order(Row a, Row b) => a.Assured != b.Assured ? b.Assured.CompareTo(a.Assured) : a.Id.CompareTo(b.Id);

    private void MakeLists()
    {
        var members = new Dictionary<int, List<int>>();
        for (var i = 0; i < Count; i++)
        {
            Add(Keys.All(0), i);
            Add(Keys.All(Countries[i]), i);
            for (var kinds = Kinds[i]; kinds != 0; kinds &= kinds - 1)
            {
                var kind = System.Numerics.BitOperations.TrailingZeroCount(kinds);
                Add(Keys.Of(kind, 0), i);
                Add(Keys.Of(kind, Countries[i]), i);
            }
            foreach (var nationality in Nationals[i]) Add(Keys.ServingNationals(nationality), i);
        }
        foreach (var (key, numbers) in members) _lists[key] = new([.. numbers], this);

        void Add(int key, int number)
        {
            if (!members.TryGetValue(key, out var list)) members[key] = list = [];
            list.Add(number);
        }
    }
}

/// <summary>Names of lists.</summary>
internal static class Keys
{
    private const int AnyKind = 63;
    private const int Nationality = 1 << 20;

    public static int All(int country) => Of(AnyKind, country);

    public static int Of(int kind, int country) => country << 6 | kind;

    public static int ServingNationals(int country) => Nationality | country;
}
