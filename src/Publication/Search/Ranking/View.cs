namespace Amparo.Publication;

/// <summary>The entries of an index: a large segment with some of its entries struck out, and a small one.</summary>
internal sealed class View
{
    private readonly Dictionary<string, int> _struckWords = [];

    public View(Segment main, ulong[]? struck, Segment? delta)
    {
        (Main, Struck, Segments) = (main, struck, delta is null ? [main] : [main, delta]);
        Count = Segments.Sum(s => s.Count);
        if (struck is null) return;
        for (var i = 0; i < main.Count; i++)
        {
            if (!IsStruck(0, i)) continue;
            Count--;
            foreach (var word in main.Words.Of(i)) _struckWords[word] = _struckWords.GetValueOrDefault(word) + 1;
        }
    }

    public Segment Main { get; }
    public ulong[]? Struck { get; }
    public Segment[] Segments { get; }
    public int Count { get; }

    public bool IsStruck(int segment, int number) => segment == 0 && Struck is { } struck && (struck[number >> 6] >> (number & 63) & 1) == 1;

    /// <summary>How many entries have the word.</summary>
    public int Having(string word)
    {
        var all = -_struckWords.GetValueOrDefault(word);
        foreach (var segment in Segments) all += segment.Words.With(segment.Words.NumberOf(word)).Length;
        return all;
    }

    /// <summary>The order in which lists are walked where no place is known.</summary>
    public bool IsFresher(int a, int numberA, int b, int numberB)
    {
        var (freshA, freshB) = (Segments[a].Rows[numberA].Assured, Segments[b].Rows[numberB].Assured);
        return freshA != freshB ? freshA > freshB : Segments[a].Rows[numberA].Id.CompareTo(Segments[b].Rows[numberB].Id) < 0;
    }

    public string? ByEar(string word)
    {
        foreach (var segment in Segments) if (segment.Words.ByEar(word) is { } heard && Having(heard) > 0) return heard;
        return null;
    }

    public IEnumerable<Row> Rows()
    {
        for (var s = 0; s < Segments.Length; s++)
            for (var i = 0; i < Segments[s].Count; i++)
                if (!IsStruck(s, i)) yield return Segments[s].RowOf(i);
    }
}
