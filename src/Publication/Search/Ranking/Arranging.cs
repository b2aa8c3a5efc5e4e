namespace Amparo.Publication;

/// <summary>What no sum of points may decide: who is first for people in danger and children alone, and that both meanings of a word are seen.</summary>
internal static class Arranging
{
    private const int LastTier = 16;
    private const int Seen = 3;
    private static readonly long NotFar = Plane.Squared(50);
    private static readonly long Reachable = Plane.Squared(100);

    /// <returns>Whether there is an answer: where there is nobody else, an authority is still no help for who flees from one.</returns>
    public static bool Arrange(List<Found> ranked, Ask ask, View view)
    {
        if (ranked.Count > 0 && ranked.TrueForAll(f => f.Tier >= LastTier)) return false;
        if (ask.ChosenKinds == 0 && ask.Reading.SideBySide.Count > 1) SideBySide(ranked, ask, view);
        if (ask.Reading.Nationality != 0) OwnFirst(ranked, ask, view);
        if (ask.ChosenKinds == 0 && ask.Reading.First != 0) FirstOfAll(ranked, ask, view);
        if (ask.Kinds != 0) SeenAtOnce(ranked, ask, view);
        return true;
    }

    // Who was hurt, and the nearest that cares for that (a hospital apart) is a day away, can at least call.
    private static void FirstOfAll(List<Found> ranked, Ask ask, View view)
    {
        Lift(ranked, Best(ranked, view, ask.Reading.First));
        if (ask.Reading.Lines == 0 || ask.From is null) return;
        if (ranked.Exists(f => f.Squared <= Reachable && (view.Segments[f.Segment].Rows[f.Number].Kinds & ask.Reading.Lines) != 0)) return;
        var line = ranked.FindIndex(f => f.Squared == Scorer.Nowhere && (view.Segments[f.Segment].Rows[f.Number].Kinds & ask.Reading.Lines) != 0 && view.Segments[f.Segment].Rows[f.Number].Country == ask.Home);
        if (line <= 1) return;
        var found = ranked[line];
        ranked.RemoveAt(line);
        ranked.Insert(1, found);
    }

    // Who says for whom she asks sees at once who says that it serves them; and where all is far, which is the nearest.
    private static void SeenAtOnce(List<Found> ranked, Ask ask, View view)
    {
        if (ranked.Count <= Seen) return;
        var isForSome = ask.Reading.For != 0;
        var nearest = -1;
        for (var i = 0; i < ranked.Count; i++)
        {
            ref readonly var row = ref view.Segments[ranked[i].Segment].Rows[ranked[i].Number];
            if (ranked[i].Tier != ranked[0].Tier || !IsSought(ask, row) || (row.Traits & ask.Reading.For) != ask.Reading.For) continue;
            if (i < Seen && isForSome) return;
            if (nearest < 0 || ranked[i].Squared < ranked[nearest].Squared) nearest = i;
        }
        if (nearest < Seen) return;
        for (var i = 0; i < Seen && !isForSome; i++) if (ranked[i].Squared <= Math.Max(NotFar, ranked[nearest].Squared)) return;
        var found = ranked[nearest];
        ranked.RemoveAt(nearest);
        ranked.Insert(Seen - 1, found);
    }

    private static bool IsSought(Ask ask, in Row row)
    {
        for (var kinds = row.Kinds & ask.Kinds; kinds != 0; kinds &= kinds - 1)
            if (ask.KindPoints[System.Numerics.BitOperations.TrailingZeroCount(kinds)] >= Points.Sought) return true;
        return false;
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
