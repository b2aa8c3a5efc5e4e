namespace Amparo.Publication;

/// <summary>Entries that have the rarest of the words in their texts; of common words only so many are looked at, freshest first.</summary>
internal static class ByName
{
    private const int OfRarest = 384;
    private const int OfOthers = 96;
    private const int Most = 96;

    public static List<(int Segment, int Number)> Take(Ask ask, View view, out bool isAll)
    {
        isAll = true;
        var words = Array.FindAll(ask.Names, n => n.IsSource);
        Array.Sort(words, (a, b) => a.Having != b.Having ? a.Having.CompareTo(b.Having) : string.CompareOrdinal(a.Form, b.Form));
        var seen = new HashSet<(int, int)>();
        var found = new List<(int Worth, Guid Id, int Segment, int Number)>();
        for (var i = 0; i < Math.Min(words.Length, 3); i++)
        {
            var most = i == 0 ? OfRarest : OfOthers;
            isAll &= words[i].Having <= most;
            Look(ask, view, words, words[i], most, seen, found);
        }
        isAll &= found.Count <= Most;
        found.Sort((a, b) => a.Worth != b.Worth ? b.Worth.CompareTo(a.Worth) : a.Id.CompareTo(b.Id));
        return found.ConvertAll(f => (f.Segment, f.Number)).GetRange(0, Math.Min(Most, found.Count));
    }

    // Both segments are walked as one, so that a changed entry does not change which others are looked at.
    private static void Look(Ask ask, View view, AskedWord[] words, AskedWord word, int most, HashSet<(int, int)> seen, List<(int, Guid, int, int)> found)
    {
        Span<int> at = stackalloc int[view.Segments.Length];
        for (var looked = 0; looked < most; looked++)
        {
            var (segment, number) = (-1, -1);
            for (var i = 0; i < at.Length; i++)
            {
                var with = view.Segments[i].Words.With(word.Numbers[i]);
                while (at[i] < with.Length && view.IsStruck(i, with[at[i]])) at[i]++;
                if (at[i] < with.Length && (segment < 0 || view.IsFresher(i, with[at[i]], segment, number))) (segment, number) = (i, with[at[i]]);
            }
            if (segment < 0) return;
            at[segment]++;
            if (!seen.Add((segment, number)) || !ask.Admits(segment, number)) continue;
            var s = view.Segments[segment];
            var worth = 0;
            foreach (var other in words) if (other.Numbers[segment] >= 0) worth += other.Worth * s.Words.Has(number, other.Numbers[segment]);
            found.Add((worth, s.Rows[number].Id, segment, number));
        }
    }
}
