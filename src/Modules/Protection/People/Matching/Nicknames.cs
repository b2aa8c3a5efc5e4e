using System.Collections.Frozen;

namespace Amparo.Protection.People.Matching;

/// <summary>What people are called beside what they are called on paper; the table is <c>nicknames.txt</c>.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, IReadOnlyList<string>> Table = Load();

    /// <summary>The names that this one may stand for, folded; none where it is no nickname.</summary>
    public static IReadOnlyList<string> FullNamesOf(string folded) => Table.GetValueOrDefault(folded, []);

    private static FrozenDictionary<string, IReadOnlyList<string>> Load()
    {
        using var stream = typeof(Nicknames).Assembly.GetManifestResourceStream("nicknames.txt") ?? throw new InvalidOperationException("nicknames.txt was not built in.");
        using var text = new StreamReader(stream);
        var table = new Dictionary<string, List<string>>();
        while (text.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var (called, full) = line.Split(':') is [var left, var right] ? (Items(left), Items(right)) : throw new InvalidOperationException($"nicknames.txt: {line}");
            foreach (var one in called)
            {
                if (!table.TryGetValue(one, out var known)) table[one] = known = [];
                known.AddRange(full.Where(f => f != one));
            }
        }
        return table.ToFrozenDictionary(t => t.Key, IReadOnlyList<string> (t) => t.Value);
    }

    private static string[] Items(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
