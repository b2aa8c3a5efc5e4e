using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// The places of an edition that lie in files: about 32 bytes of memory for each, and the few thousand that were asked for
/// last as objects.
/// </summary>
internal sealed class StoredEntries : IEntries
{
    private const int LineBits = 22;
    private const int Kept = 4096;

    private readonly PlaceShard?[] _shards = new PlaceShard?[Shards.Count];
    private readonly int[] _places;
    private readonly ulong[] _slugs;
    private readonly int[] _ordinals;
    private readonly Parsed?[] _lately = new Parsed?[Kept];
    private readonly Func<PublicPlace, PublicPlace>? _shown;

    /// <param name="veiled">Hashes of slugs that are hidden at once: their entries are not there, whatever the files still hold.</param>
    /// <param name="shown">What is given out of each entry; null gives it as it stands.</param>
    public StoredEntries(IReadOnlyCollection<PlaceShard> shards, IReadOnlySet<ulong>? veiled = null, Func<PublicPlace, PublicPlace>? shown = null)
    {
        _shown = shown;
        foreach (var shard in shards) _shards[shard.Described.Shard] = shard;
        (_places, Veiled) = Ordered(shards, veiled ?? new HashSet<ulong>());
        Count = _places.Length;
        (_slugs, _ordinals) = (new ulong[Count], new int[Count]);
        for (var i = 0; i < Count; i++) (_slugs[i], _ordinals[i]) = (ShardAt(i).Slugs[LineAt(i)], i);
        Array.Sort(_slugs, _ordinals);
    }

    public int Count { get; }

    public IReadOnlyList<PlaceShard?> ByShard => _shards;

    /// <summary>Entries that lie in the files and are hidden.</summary>
    public IReadOnlySet<Guid> Veiled { get; }

    // A record is immutable and a reference is written whole: two threads at once at worst parse one record twice.
    public PublicPlace At(int ordinal)
    {
        if (Volatile.Read(ref _lately[ordinal % Kept]) is { } parsed && parsed.Ordinal == ordinal) return parsed.Place;
        var place = ShardAt(ordinal).Read(LineAt(ordinal));
        if (_shown is not null) place = _shown(place);
        Volatile.Write(ref _lately[ordinal % Kept], new(ordinal, place));
        return place;
    }

    public Guid IdAt(int ordinal) => ShardAt(ordinal).Ids[LineAt(ordinal)];

    public int OrdinalOf(Guid id)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = IdAt(middle).CompareTo(id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    public int OrdinalOf(string slug)
    {
        var hash = PlaceShard.HashOf(slug);
        var at = Array.BinarySearch(_slugs, hash);
        if (at < 0) return -1;
        while (at > 0 && _slugs[at - 1] == hash) at--;
        for (; at < Count && _slugs[at] == hash; at++)
            if (At(_ordinals[at]).Slug == slug) return _ordinals[at];
        return -1;
    }

    public int OrdinalOfHash(ulong slug) => Array.BinarySearch(_slugs, slug) is >= 0 and var at ? _ordinals[at] : -1;

    private PlaceShard ShardAt(int ordinal) => _shards[_places[ordinal] >>> LineBits]!;

    private int LineAt(int ordinal) => _places[ordinal] & ((1 << LineBits) - 1);

    private static (int[] Places, IReadOnlySet<Guid> Hidden) Ordered(IReadOnlyCollection<PlaceShard> shards, IReadOnlySet<ulong> veiled)
    {
        var all = shards.Sum(s => s.Ids.Length);
        var (ids, places, hidden, at) = (new Guid[all], new int[all], new HashSet<Guid>(), 0);
        foreach (var shard in shards)
            for (var line = 0; line < shard.Ids.Length; line++)
                if (veiled.Count > 0 && veiled.Contains(shard.Slugs[line])) hidden.Add(shard.Ids[line]);
                else (ids[at], places[at++]) = (shard.Ids[line], shard.Described.Shard << LineBits | line);
        Array.Resize(ref ids, at);
        Array.Resize(ref places, at);
        Array.Sort(ids, places);
        return (places, hidden);
    }

    private sealed record Parsed(int Ordinal, PublicPlace Place);
}
