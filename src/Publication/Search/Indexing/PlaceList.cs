namespace Amparo.Publication;

/// <summary>
/// The entries of one kind (or country and kind, or nationality), in two orders: as they stand in the segment, freshest
/// first, and as a tree over their points, whose root lies in the middle of each range. Every range of the tree, and every
/// block of the first order, knows all traits that occur in it, so that what is rare is found without looking at all.
/// </summary>
internal sealed class PlaceList
{
    public const int Block = 64;

    /// <summary>Numbers of entries, ascending.</summary>
    public int[] Numbers { get; }

    /// <summary>Those without a point, such as helplines.</summary>
    public int[] Nowhere { get; }

    /// <summary>Those with a point, in the order of the tree.</summary>
    public int[] Tree { get; }

    /// <summary>Their points, in the same order: a walk then reads memory that lies together.</summary>
    public (int Latitude, int Longitude)[] Points { get; }

    private readonly uint[] _treeTraits;
    private readonly uint[] _blockTraits;

    public PlaceList(int[] numbers, Segment segment)
    {
        Numbers = numbers;
        Nowhere = Array.FindAll(numbers, n => segment.Rows[n].Latitude == Plane.NoPoint);
        Tree = Nowhere.Length == 0 ? [.. numbers] : Array.FindAll(numbers, n => segment.Rows[n].Latitude != Plane.NoPoint);
        Sort(Tree, new long[Tree.Length], segment, byLatitude: true);
        Points = Array.ConvertAll(Tree, n => (segment.Rows[n].Latitude, segment.Rows[n].Longitude));
        _treeTraits = new uint[Tree.Length];
        Gather(0, Tree.Length, segment);
        _blockTraits = new uint[(numbers.Length + Block - 1) / Block];
        for (var i = 0; i < numbers.Length; i++) _blockTraits[i / Block] |= segment.Rows[numbers[i]].Traits;
    }

    /// <summary>All traits in the range of the tree whose middle this is.</summary>
    public uint TraitsUnder(int middle) => _treeTraits[middle];

    public uint TraitsOfBlock(int block) => _blockTraits[block];

    private uint Gather(int from, int to, Segment segment)
    {
        if (from >= to) return 0;
        var middle = (from + to) >>> 1;
        return _treeTraits[middle] = segment.Rows[Tree[middle]].Traits | Gather(from, middle, segment) | Gather(middle + 1, to, segment);
    }

    private static void Sort(Span<int> tree, Span<long> scratch, Segment segment, bool byLatitude)
    {
        if (tree.Length < 2) return;
        var rows = segment.Rows;
        for (var i = 0; i < tree.Length; i++) scratch[i] = (long)(byLatitude ? rows[tree[i]].Latitude : rows[tree[i]].Longitude) << 32 | (uint)tree[i];
        scratch[..tree.Length].Sort();
        for (var i = 0; i < tree.Length; i++) tree[i] = (int)scratch[i];
        var middle = tree.Length >>> 1;
        Sort(tree[..middle], scratch, segment, !byLatitude);
        Sort(tree[(middle + 1)..], scratch, segment, !byLatitude);
    }
}
