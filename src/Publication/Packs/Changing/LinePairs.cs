namespace Amparo.Publication;

/// <summary>For each new line the old one that it was made of, in ascending order; minus one where it is of none.</summary>
internal static class LinePairs
{
    private const int MostLooked = 400;

    /// <summary>Of parts with a line for each entry: an entry is the same, whatever its line says now.</summary>
    public static int[] OfEntries(EntryMoves moves, int before, int after)
    {
        var (gone, came) = (moves.Gone.ToHashSet(), moves.Came.ToHashSet());
        var (pairs, old) = (new int[after], 0);
        for (var i = 0; i < after; i++)
        {
            while (gone.Contains(old)) old++;
            pairs[i] = came.Contains(i) || old >= before ? -1 : old++;
        }
        return pairs;
    }

    /// <summary>Of other parts: lines that say the same.</summary>
    public static int[] OfLines(string[] before, string[] after)
    {
        var (pairs, next) = (new int[after.Length], 0);
        for (var i = 0; i < after.Length; i++)
        {
            var at = Array.IndexOf(before, after[i], next, Math.Min(MostLooked, before.Length - next));
            pairs[i] = at;
            if (at >= 0) next = at + 1;
        }
        return pairs;
    }
}
