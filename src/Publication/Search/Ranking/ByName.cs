namespace Amparo.Publication;

/// <summary>Entries that have the rarest of the words in their names; of common words only so many are looked at, freshest first.</summary>
internal static class ByName
{
    private const int MostWords = 3;
    private const int MostLookedAt = 1024;
    private const int Most = 192;

    public static List<(int Segment, int Number)> Take(Ask ask, View view, out bool isAll)
    {
        isAll = true;
        var words = ask.Names.Where(n => n.IsFree).OrderBy(n => n.Having).ThenByDescending(n => n.Worth).Take(MostWords).ToArray();
        var found = new Dictionary<(int, int), int>();
        foreach (var word in words)
        {
            if (word.Having > MostLookedAt) isAll = false;
            foreach (var (segment, number) in Merged(ask, view, word))
            {
                var worth = 0;
                foreach (var other in words) if (other.Numbers[segment] >= 0) worth += other.Worth * view.Segments[segment].Words.Has(number, other.Numbers[segment]);
                found.TryAdd((segment, number), worth);
            }
        }
        if (found.Count <= Most) return [.. found.Keys];
        isAll = false;
        return [.. found.OrderByDescending(f => f.Value).ThenBy(f => view.Segments[f.Key.Item1].Ids[f.Key.Item2]).Take(Most).Select(f => f.Key)];
    }

    // The first of both segments together, so that one changed entry does not change which others are looked at.
    private static IEnumerable<(int Segment, int Number)> Merged(Ask ask, View view, AskedWord word)
    {
        var at = new int[view.Segments.Length];
        for (var looked = 0; looked < MostLookedAt; looked++)
        {
            var best = -1;
            for (var i = 0; i < at.Length; i++)
            {
                var with = view.Segments[i].Words.With(word.Numbers[i]);
                while (at[i] < with.Length && view.IsStruck(i, with[at[i]])) at[i]++;
                if (at[i] < with.Length && (best < 0 || IsBefore(view, i, with[at[i]], best, view.Segments[best].Words.With(word.Numbers[best])[at[best]]))) best = i;
            }
            if (best < 0) yield break;
            var number = view.Segments[best].Words.With(word.Numbers[best])[at[best]++];
            if (ask.Admits(best, number)) yield return (best, number);
        }
    }

    private static bool IsBefore(View view, int a, int numberA, int b, int numberB)
    {
        var (freshA, freshB) = (view.Segments[a].Assured[numberA], view.Segments[b].Assured[numberB]);
        return freshA != freshB ? freshA > freshB : view.Segments[a].Ids[numberA].CompareTo(view.Segments[b].Ids[numberB]) < 0;
    }
}
