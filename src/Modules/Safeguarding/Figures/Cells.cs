namespace Amparo.Safeguarding.Figures;

/// <param name="Count">Null where it is not said.</param>
internal sealed record Cell(string Name, int? Count);

/// <summary>Counts of one table, with so few of them left out that nobody can be counted out of the rest.</summary>
internal static class Cells
{
    public const int Fewest = 5;

    /// <summary>
    /// Leaves out every count from 1 to 4, and the next smallest besides until what is left out adds up to <see cref="Fewest"/>
    /// and is more than one cell: from a total nobody then gets a small one back. Where that cannot be, nothing is said.
    /// </summary>
    public static IReadOnlyList<Cell> Suppressed(IReadOnlyList<(string Name, int Count)> counts)
    {
        var left = counts.Where(c => c.Count is > 0 and < Fewest).ToList();
        if (left.Count == 0) return [.. counts.Select(c => new Cell(c.Name, c.Count))];
        foreach (var next in counts.Where(c => c.Count >= Fewest).OrderBy(c => c.Count))
        {
            if (left.Count > 1 && left.Sum(c => c.Count) >= Fewest) break;
            left.Add(next);
        }
        var isSafe = left.Count > 1 && left.Sum(c => c.Count) >= Fewest;
        return [.. counts.Select(c => new Cell(c.Name, !isSafe || left.Contains(c) ? null : c.Count))];
    }

    /// <summary>All as it is, for who reads these very complaints.</summary>
    public static IReadOnlyList<Cell> Exact(IReadOnlyList<(string Name, int Count)> counts) => [.. counts.Select(c => new Cell(c.Name, c.Count))];
}
