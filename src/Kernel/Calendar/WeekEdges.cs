namespace Amparo.Kernel;

/// <summary>A week as sorted minutes at which it turns open, closed, open …, from Monday 00:00; touching intervals are one.</summary>
internal static class WeekEdges
{
    public static int[] Of(IEnumerable<Rule> rules)
    {
        var intervals = new List<(int Start, int End)>();
        foreach (var rule in rules)
            for (var day = 0; day < 7; day++)
                if ((rule.PlainWeek >> day & 1) == 1) AddInWeek(intervals, day * WallClock.Day + rule.Minutes.Start, day * WallClock.Day + rule.Minutes.End);
        return Merge(intervals);
    }

    public static bool IsOpen(int[] edges, int minute) => (Passed(edges, minute) & 1) == 1;

    /// <summary>The minute of the next change, counted from the same Monday and so perhaps above a week; null where the week never changes.</summary>
    public static int? NextChange(int[] edges, int minute)
    {
        var isOneThing = edges.Length == 0 || (edges.Length == 2 && edges[0] == 0 && edges[1] == WallClock.Week);
        if (isOneThing) return null;
        var at = Passed(edges, minute);
        if (at == edges.Length) return edges[0] + WallClock.Week;
        var runsIntoMonday = edges[at] == WallClock.Week && edges[0] == 0;
        return runsIntoMonday ? edges[1] + WallClock.Week : edges[at];
    }

    private static int Passed(int[] edges, int minute)
    {
        var at = Array.BinarySearch(edges, minute);
        return at < 0 ? ~at : at + 1;
    }

    private static void AddInWeek(List<(int Start, int End)> intervals, int start, int end)
    {
        intervals.Add((start, Math.Min(end, WallClock.Week)));
        if (end > WallClock.Week) intervals.Add((0, end - WallClock.Week));
    }

    private static int[] Merge(List<(int Start, int End)> intervals)
    {
        intervals.Sort();
        var edges = new List<int>();
        foreach (var (start, end) in intervals)
        {
            if (edges.Count == 0 || start > edges[^1]) edges.AddRange([start, end]);
            else edges[^1] = Math.Max(edges[^1], end);
        }
        return [.. edges];
    }
}
