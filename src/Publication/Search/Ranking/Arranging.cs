namespace Amparo.Publication;

/// <summary>What no sum of points may decide: who is first for people in danger and children alone, and that both meanings of a word are seen.</summary>
internal static class Arranging
{
    private const int LastTier = 16;

    public static void Arrange(List<Found> ranked, Ask ask, View view)
    {
        if (ask.ChosenKinds == 0 && ask.Reading.SideBySide.Count > 1) SideBySide(ranked, ask, view);
        if (ask.ChosenKinds == 0 && ask.Reading.First != 0) Lift(ranked, view, ask.Reading.First, 0);
        // Where there is nobody else, an authority is still no help for who flees from one.
        if (ranked.TrueForAll(f => f.Tier >= LastTier)) ranked.Clear();
    }

    private static void SideBySide(List<Found> ranked, Ask ask, View view)
    {
        var best = ask.Reading.SideBySide.Select(kind => Best(ranked, view, Codes.Bit(kind))).Where(at => at >= 0).Distinct().Order().Select(at => ranked[at]).ToList();
        foreach (var found in best) ranked.Remove(found);
        ranked.InsertRange(0, best);
    }

    private static void Lift(List<Found> ranked, View view, uint kinds, int to)
    {
        var at = Best(ranked, view, kinds);
        if (at <= to) return;
        var found = ranked[at];
        ranked.RemoveAt(at);
        ranked.Insert(to, found);
    }

    /// <summary>The first that is of such a kind; else the first that has such a service; else -1.</summary>
    private static int Best(List<Found> ranked, View view, uint kinds)
    {
        var at = ranked.FindIndex(f => f.Tier < LastTier && (kinds >> view.Segments[f.Segment].Kind[f.Number] & 1) == 1);
        return at >= 0 ? at : ranked.FindIndex(f => f.Tier < LastTier && (view.Segments[f.Segment].Kinds[f.Number] & kinds) != 0);
    }
}
