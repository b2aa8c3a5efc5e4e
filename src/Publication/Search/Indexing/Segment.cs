using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// Entries sorted by what is freshest and then by identifier, with lists to walk and words to look up.
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
        Words = new(sorted);
        // Entries lie together and not in columns: one that is scored is read whole, and most of a column would be read in vain.
        Rows = Array.ConvertAll(sorted, r => r with { Words = [] });
        _numbers = new(Count);
        for (var i = 0; i < Count; i++) _numbers.Add(Rows[i].Id, i);
        MakeLists();
    }

    public int Count => Rows.Length;

    /// <summary>Without their words: those are in <see cref="Words"/>.</summary>
    public Row[] Rows { get; }
    public WordTable Words { get; }

    public PlaceList? List(int key) => _lists.GetValueOrDefault(key);

    /// <summary>Minus one where it is not in this segment.</summary>
    public int NumberOf(Guid id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>The entry as it was put in, to be put into another segment.</summary>
    public Row RowOf(int i) => Rows[i] with { Words = Words.Of(i) };

    /// <summary>Freshest first, then by identifier: the order in which lists are walked where no place is known.</summary>
    private static int Order(Row a, Row b) => a.Assured != b.Assured ? b.Assured.CompareTo(a.Assured) : a.Id.CompareTo(b.Id);

    private void MakeLists()
    {
        var members = new Dictionary<int, List<int>>();
        for (var i = 0; i < Count; i++)
        {
            Add(Keys.All(0), i);
            Add(Keys.All(Rows[i].Country), i);
            for (var kinds = Rows[i].Kinds; kinds != 0; kinds &= kinds - 1)
            {
                var kind = System.Numerics.BitOperations.TrailingZeroCount(kinds);
                Add(Keys.Of(kind, 0), i);
                Add(Keys.Of(kind, Rows[i].Country), i);
            }
            foreach (var nationality in Rows[i].Nationals) Add(Keys.ServingNationals(nationality), i);
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
