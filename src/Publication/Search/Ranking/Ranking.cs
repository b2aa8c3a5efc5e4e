namespace Amparo.Publication;

/// <summary>
/// The answer in blocks: of each list the first so many are found, scored and sorted, then the next twice as many, and so
/// on. A later block follows an earlier one whatever its scores, so that page two always goes on where page one ended.
/// </summary>
internal sealed class Ranking(Ask ask, View view)
{
    /// <summary>Nobody reads farther, and who asks for more costs others their answer.</summary>
    public const int Deepest = 2_000;

    private readonly HashSet<(int, int)> _seen = [];
    private readonly List<Found> _ranked = [];

    public bool IsAll { get; private set; }

    /// <summary>Entries in order, at least so many where there are so many.</summary>
    public List<Found> First(int most)
    {
        var sources = Sources.Of(ask);
        var namesAreAll = true;
        for (var block = 0; ; block++)
        {
            var from = _ranked.Count;
            var isAll = true;
            foreach (var source in sources) isAll &= Gather(source, block);
            if (block == 0 && !ask.IsLost)
                foreach (var (segment, number) in ByName.Take(ask, view, out namesAreAll)) Add(segment, number);
            _ranked.Sort(from, _ranked.Count - from, null);
            if (block == 0 && !Arranging.Arrange(_ranked, ask, view)) return Nothing();
            IsAll = isAll && namesAreAll;
            if (isAll || _ranked.Count >= most) break;
        }
        return _ranked;
    }

    private List<Found> Nothing()
    {
        _ranked.Clear();
        IsAll = true;
        return _ranked;
    }

    /// <returns>Whether the list has no more.</returns>
    private bool Gather(Source source, int block)
    {
        var until = source.Chunk * ((1 << block + 1) - 1);
        var found = ask.From is { } from && !source.OnlyNowhere
            ? new Nearest(ask, view, from, source.Need).Take(source.Key, until)
            : Freshest.Take(ask, view, source.Key, source.Need, source.OnlyNowhere, until);
        foreach (var (segment, number) in found) Add(segment, number);
        return found.Count < until;
    }

    private void Add(int segment, int number)
    {
        if (_seen.Add((segment, number))) _ranked.Add(Scorer.Of(ask, view, segment, number));
    }
}
