namespace Amparo.Publication;

/// <summary>Which entries of an old pack are not in the new one, by their lines there, and which came, by their lines here. The others keep their order.</summary>
internal sealed record EntryMoves(IReadOnlyList<int> Gone, IReadOnlyList<int> Came)
{
    private const int Address = 1;

    public static EntryMoves Between(Pack old, Pack now)
    {
        var (before, after) = (Addresses(old), Addresses(now));
        var lines = new Dictionary<string, int>();
        for (var i = 0; i < after.Length; i++) lines.TryAdd(after[i], i);
        var (gone, stayed, last) = (new List<int>(), new HashSet<int>(), -1);
        for (var i = 0; i < before.Length; i++)
        {
            // What changed its place among the others goes and comes.
            if (lines.TryGetValue(before[i], out var at) && at > last) stayed.Add(last = at);
            else gone.Add(i);
        }
        return new(gone, [.. Enumerable.Range(0, after.Length).Where(i => !stayed.Contains(i))]);
    }

    // The name is part of it: an address that begins with a tilde is made of the name.
    private static string[] Addresses(Pack pack) => [.. pack.Lines(PackParts.Centres).Select(l => l.Length > Address ? $"{l[0]}\t{l[Address]}" : l[0])];
}
