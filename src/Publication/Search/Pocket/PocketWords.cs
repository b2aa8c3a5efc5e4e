namespace Amparo.Publication;

/// <summary>The words of the entries in the order of their letters, and of each word the entries that have it and where.</summary>
internal static class PocketWords
{
    public static void Write(PocketBytes into, Row[] rows)
    {
        var having = new SortedDictionary<string, List<(int Number, int Where)>>(StringComparer.Ordinal);
        for (var number = 0; number < rows.Length; number++)
            for (var at = 0; at < rows[number].Words.Length; at++)
            {
                var word = rows[number].Words[at];
                if (!having.TryGetValue(word, out var entries)) having[word] = entries = [];
                entries.Add((number, rows[number].Marks.Of(at)));
            }
        into.Number(having.Count);
        WriteLetters(into, [.. having.Keys]);
        foreach (var entries in having.Values) into.Number(entries.Count);
        foreach (var entries in having.Values)
        {
            var last = 0;
            foreach (var (number, _) in entries)
            {
                into.Number(number - last);
                last = number;
            }
        }
        foreach (var entries in having.Values)
            foreach (var (_, where) in entries) into.Number(where - 1);
    }

    // How many letters each shares with the one before, how many follow, and these: three columns.
    private static void WriteLetters(PocketBytes into, string[] words)
    {
        var shared = words.Select((word, i) => i == 0 ? 0 : word.AsSpan().CommonPrefixLength(words[i - 1])).ToArray();
        foreach (var count in shared) into.Number(count);
        for (var i = 0; i < words.Length; i++) into.Number(words[i].Length - shared[i]);
        into.Text(string.Concat(words.Select((word, i) => word[shared[i]..])));
    }
}
