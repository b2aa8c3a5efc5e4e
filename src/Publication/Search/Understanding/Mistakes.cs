namespace Amparo.Publication;

/// <summary>How far two words lie apart in typing mistakes, with neighbouring letters exchanged as one mistake.</summary>
internal static class Mistakes
{
    /// <summary>Halves of a mistake: letters that are heard alike cost one, any other change two.</summary>
    public const int Whole = 2;

    private const int Longest = 32;
    private static readonly string[] HeardAlike = ["bvw", "szcx", "gj", "kcq", "yi", "mn"];

    /// <summary>How much may be overlooked in a word of this length.</summary>
    public static int Allowed(int length) => length < 4 ? 0 : length < 7 ? Whole : 2 * Whole;

    /// <summary>The distance, or more than <paramref name="most"/> where it is greater.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (a.Length > Longest || b.Length > Longest || Math.Abs(a.Length - b.Length) * Whole > most + 1) return most + 1;
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> now = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j * Whole;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i * Whole;
            var least = now[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : AreHeardAlike(a[i - 1], b[j - 1]) || IsEnding(a, b, i, j) ? 1 : Whole;
                var best = Math.Min(last[j - 1] + cost, Math.Min(last[j] + Dropped(a, i - 1), now[j - 1] + Dropped(b, j - 1)));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, before[j - 2] + Whole);
                now[j] = best;
                least = Math.Min(least, best);
            }
            if (least > most) return most + 1;
            var free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[b.Length];
    }

    // A silent h and a doubled letter are dropped without being heard.
    private static int Dropped(ReadOnlySpan<char> word, int at) => word[at] == 'h' || at > 0 && word[at] == word[at - 1] ? 1 : Whole;

    // paga, pago; enfermo, enferma.
    private static bool IsEnding(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int i, int j) => i == a.Length && j == b.Length && "aeo".Contains(a[i - 1]) && "aeo".Contains(b[j - 1]);

    private static bool AreHeardAlike(char a, char b)
    {
        foreach (var group in HeardAlike) if (group.Contains(a) && group.Contains(b)) return true;
        return false;
    }
}
