namespace Amparo.Publication;

/// <summary>The files of the edition that is being built: those of the one before, of which the shards that were read are replaced.</summary>
internal sealed class EditionDraft(Envelope? from, bool kindOfNothing)
{
    private readonly SortedDictionary<string, EditionFile> _files = Sorted(from);
    private readonly Dictionary<string, EditionFile> _kept = (from?.Files ?? []).ToDictionary(f => f.Name);

    /// <summary>Whether demonstration (true) or real (false) records were read; both together are refused.</summary>
    public KindsSeen Kinds { get; } = new();

    public int Records { get; private set; }

    public void Replace(string part, IEnumerable<int> shards, IEnumerable<EditionFile> files)
    {
        foreach (var shard in shards)
        {
            _files.Remove(NameOf(part, shard));
            _kept.Remove(NameOf(part, shard));
        }
        foreach (var file in files)
        {
            _files.Add(file.Name, file);
            Records += file.Records;
        }
    }

    public IReadOnlyList<EditionFile> Files() => [.. _files.Values];

    /// <exception cref="MixedEdition">What was read is of another kind than what was kept.</exception>
    public bool Kind(IReadOnlySet<string> referenceParts)
    {
        if (from is not null && _kept.Values.Any(f => !referenceParts.Contains(f.Part))) Kinds.Add(from.IsDemonstration);
        return Kinds.Seen ?? kindOfNothing;
    }

    private static string NameOf(string part, int shard) => new EditionFile(part, shard, "", 0, 0).Name;

    private static SortedDictionary<string, EditionFile> Sorted(Envelope? from)
    {
        var files = new SortedDictionary<string, EditionFile>(StringComparer.Ordinal);
        foreach (var file in from?.Files ?? []) files.Add(file.Name, file);
        return files;
    }
}

internal sealed class KindsSeen
{
    public bool? Seen { get; private set; }

    /// <exception cref="MixedEdition">The other kind was seen before.</exception>
    public void Add(bool isDemonstration)
    {
        if (Seen is { } before && before != isDemonstration) throw new MixedEdition();
        Seen = isDemonstration;
    }
}
