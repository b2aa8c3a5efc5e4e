namespace Amparo.Places.Mine;

/// <summary>
/// A cell that holds several values. Those that stood in it stay as they were, with all that no cell shows of them: a service would
/// lose its hours, a cost its amount, because somebody wrote another one beside it. Only what was written anew is read.
/// </summary>
internal static class ListedCell
{
    private static readonly char[] Between = [';', '\n', '\r'];

    public static string? Of(IEnumerable<string> values) => string.Join("; ", values.Select(Shown)) is { Length: > 0 } all ? all : null;

    public static IReadOnlyList<string> Pieces(string cell) => cell.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a piece of a cell is this value as the file shows it.</summary>
    public static bool Is(string piece, string value) => Same(piece) == Same(Shown(value));

    /// <param name="shown">A value as it stands in the file.</param>
    /// <param name="read">Makes a value of what was written; null where it is none.</param>
    public static IReadOnlyList<T> Read<T>(string cell, IReadOnlyList<T> before, Func<T, string> shown, Func<string, T?> read) where T : class
    {
        var (left, taken) = (before.ToList(), new List<T>());
        foreach (var piece in Pieces(cell))
        {
            // Two that are called the same are two: each is found once.
            if (left.FindIndex(v => Is(piece, shown(v))) is >= 0 and var at)
            {
                taken.Add(left[at]);
                left.RemoveAt(at);
            }
            else if (read(piece) is { } made && !taken.Contains(made)) taken.Add(made);
        }
        return taken;
    }

    /// <summary>A spreadsheet writes ends of lines and blanks in its own way.</summary>
    public static string Same(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // What parts values would cut this one in two on its way back.
    private static string Shown(string value) => string.Join(", ", Pieces(value));
}
