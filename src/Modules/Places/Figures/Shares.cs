namespace Amparo.Places.Figures;

/// <summary>Entries by how fresh they are.</summary>
internal readonly record struct Shares(int Assured, int Due, int Stale, int Never)
{
    public static IReadOnlyList<string> Keys { get; } = ["assured", "due", "stale", "never"];

    public int All => Assured + Due + Stale + Never;
    public IReadOnlyList<int> Counts => [Assured, Due, Stale, Never];

    public static Shares Of(IEnumerable<PlaceFigure> figures) => figures.Aggregate(default(Shares), (s, f) => new(s.Assured + f.Assured, s.Due + f.Due, s.Stale + f.Stale, s.Never + f.Never));
}

/// <summary>A picture of shares that the server draws: areas over time, a bar for each row. The same numbers stand beside it in a table.</summary>
internal static class SharePlot
{
    public const int Width = 640, Height = 220, BarHeight = 22;

    /// <summary>Where each share of a whole begins and ends, from 0 to 1.</summary>
    public static IEnumerable<(string Key, double From, double To)> Stack(Shares shares)
    {
        var from = 0.0;
        foreach (var (key, count) in Shares.Keys.Zip(shares.Counts))
        {
            var to = from + (shares.All == 0 ? 0 : (double)count / shares.All);
            yield return (key, from, to);
            from = to;
        }
    }

    /// <summary>One area for each share, its points as an SVG polygon; days lie where they lie in time, so that a gap is seen as one.</summary>
    public static IEnumerable<(string Key, string Points)> Areas(IReadOnlyList<(DateOnly Day, Shares Shares)> days)
    {
        if (days.Count == 0) yield break;
        var (first, span) = (days[0].Day, Math.Max(1, days[^1].Day.DayNumber - days[0].Day.DayNumber));
        double X(DateOnly day) => days.Count == 1 ? 0 : (double)(day.DayNumber - first.DayNumber) / span * Width;
        var stacks = days.Select(d => (X: X(d.Day), Parts: Stack(d.Shares).ToList())).ToList();
        if (days.Count == 1) stacks.Add((Width, stacks[0].Parts));
        for (var i = 0; i < Shares.Keys.Count; i++)
        {
            var n = i;
            var upper = stacks.Select(s => Point(s.X, s.Parts[n].From));
            var lower = Enumerable.Reverse(stacks).Select(s => Point(s.X, s.Parts[n].To));
            yield return (Shares.Keys[i], string.Join(' ', upper.Concat(lower)));
        }
    }

    private static string Point(double x, double share) => FormattableString.Invariant($"{x:0.#},{share * Height:0.#}");
}
