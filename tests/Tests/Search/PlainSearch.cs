using Amparo.Publication;

namespace Amparo.Tests.Search;

/// <summary>The same definition of the answer without trees, heaps and cursors: every entry is looked at for every list, and sorted.</summary>
internal static class PlainSearch
{
    public static List<Guid> First(SearchIndex index, SearchQuestion question, int most)
    {
        var view = index.View;
        var ask = index.Prepare(question);
        var all = new List<(int Segment, int Number)>();
        for (var s = 0; s < view.Segments.Length; s++)
            for (var i = 0; i < view.Segments[s].Count; i++) if (ask.Admits(s, i)) all.Add((s, i));
        var found = new HashSet<(int, int)>();
        foreach (var source in Sources.Of(ask)) found.UnionWith(Of(source, ask, view, all));
        if (!ask.IsLost) found.UnionWith(ByName.Take(ask, view, out _));
        var ranked = found.Select(f => Scorer.Of(ask, view, f.Item1, f.Item2)).Order().ToList();
        if (!Arranging.Arrange(ranked, ask, view)) return [];
        return [.. ranked.Take(most).Select(f => f.Id)];
    }

    private static IEnumerable<(int, int)> Of(Source source, Ask ask, View view, List<(int Segment, int Number)> all)
    {
        var of = all.Where(e => IsIn(source, view.Segments[e.Segment], e.Number));
        var sorted = ask.From is { } from && !source.OnlyNowhere
            ? of.Where(e => view.Segments[e.Segment].Rows[e.Number].Latitude != Plane.NoPoint).OrderBy(e => from.Squared(view.Segments[e.Segment].Rows[e.Number].Latitude, view.Segments[e.Segment].Rows[e.Number].Longitude))
            : of.OrderByDescending(e => view.Segments[e.Segment].Rows[e.Number].Assured);
        return sorted.ThenBy(e => view.Segments[e.Segment].Rows[e.Number].Id).Take(source.Chunk);
    }

    private static bool IsIn(Source source, Segment s, int number)
    {
        if ((s.Rows[number].Traits & source.Need) != source.Need || source.OnlyNowhere && s.Rows[number].Latitude != Plane.NoPoint) return false;
        if (source.Key >= 1 << 20) return s.Rows[number].Nationals.Contains((short)(source.Key & 0xFFFF));
        var (kind, country) = (source.Key & 63, source.Key >> 6);
        return (country == 0 || s.Rows[number].Country == country) && (kind == 63 || (s.Rows[number].Kinds >> kind & 1) == 1);
    }
}
