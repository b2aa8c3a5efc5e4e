namespace Amparo.Publication;

/// <summary>What no sum of points may decide: who is first for people in danger and children alone, and that both meanings of a word are seen.</summary>
internal static class Arranging
{
    private const int LastTier = 16;

    /// <returns>Whether there is an answer: where there is nobody else, an authority is still no help for who flees from one.</returns>
    public static bool Arrange(List<Found> ranked, Ask ask, View view)
    {
        if (ranked.Count > 0 && ranked.TrueForAll(f => f.Tier >= LastTier)) return false;
        if (ask.ChosenKinds == 0 && ask.Reading.SideBySide.Count > 1) SideBySide(ranked, ask, view);
        if (ask.Reading.Nationality != 0) OwnFirst(ranked, ask, view);
        if (ask.ChosenKinds == 0 && ask.Reading.First != 0) Lift(ranked, Best(ranked, view, ask.Reading.First));
        return true;
    }

    private static void SideBySide(List<Found> ranked, Ask ask, View view)
    {
        var best = ask.Reading.SideBySide.Select(kind => Best(ranked, view, Codes.Bit(kind))).Where(at => at >= 0).Distinct().Order().Select(at => ranked[at]).ToList();
        foreach (var found in best) ranked.Remove(found);
        ranked.InsertRange(0, best);
    }

    // Another country's consulate round the corner is of no use to her, however near.
    private static void OwnFirst(List<Found> ranked, Ask ask, View view)
    {
        if ((ask.Last >> Codes.Consular & 1) == 0)
            Lift(ranked, ranked.FindIndex(f => Array.IndexOf(view.Segments[f.Segment].Rows[f.Number].Nationals, (short)ask.Reading.Nationality) >= 0));
    }

    private static void Lift(List<Found> ranked, int at)
    {
        if (at <= 0) return;
        var found = ranked[at];
        ranked.RemoveAt(at);
        ranked.Insert(0, found);
    }

    /// <summary>The first that is of such a kind; else the first that has such a service; else -1.</summary>
    private static int Best(List<Found> ranked, View view, uint kinds)
    {
        var at = ranked.FindIndex(f => f.Tier < LastTier && (kinds >> view.Segments[f.Segment].Rows[f.Number].Kind & 1) == 1);
        return at >= 0 ? at : ranked.FindIndex(f => f.Tier < LastTier && (view.Segments[f.Segment].Rows[f.Number].Kinds & kinds) != 0);
    }
}
