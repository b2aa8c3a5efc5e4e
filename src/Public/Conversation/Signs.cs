using System.Text.Json;

namespace Amparo.Public.Conversation;

/// <summary>
/// Words that ask for no place: help, more, another language, danger. They stand in <c>Words/signs.json</c> by language, because
/// people who know the languages must be able to read and mend them.
/// </summary>
internal sealed class Signs
{
    private const int ShortestMended = 6;
    private readonly Dictionary<string, Dictionary<string, List<string[]>>> _byName;

    private Signs(Dictionary<string, Dictionary<string, List<string[]>>> byName) => _byName = byName;

    public static Signs Current { get; } = Read();

    /// <summary>The whole message says this, but for a polite word.</summary>
    /// <returns>The language of the word; null where it says something else.</returns>
    public string? IsAll(string name, Typed typed)
    {
        var words = typed.Words.ToList();
        foreach (var polite in _byName["polite"].Values.SelectMany(p => p))
            if (words.Count > polite.Length && words[^polite.Length..].SequenceEqual(polite)) words.RemoveRange(words.Count - polite.Length, polite.Length);
        return _byName[name].FirstOrDefault(l => l.Value.Exists(phrase => phrase.Length == words.Count && Same(words, 0, phrase))).Key;
    }

    /// <summary>The message says this somewhere, perhaps with one letter wrong.</summary>
    public string? IsIn(string name, Typed typed)
    {
        foreach (var (language, phrases) in _byName[name])
            foreach (var phrase in phrases)
                for (var first = 0; first + phrase.Length <= typed.Words.Count; first++)
                    if (Same(typed.Words, first, phrase)) return language;
        return null;
    }

    private static bool Same(IReadOnlyList<string> words, int first, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            var (word, meant) = (words[first + i], phrase[i]);
            if (word == meant) continue;
            if (meant.Length < ShortestMended || word.Length < ShortestMended || !OneMistake.Between(word, meant)) return false;
        }
        return true;
    }

    private static Signs Read()
    {
        using var stream = typeof(Signs).Assembly.GetManifestResourceStream("Conversation.signs.json") ?? throw new InvalidOperationException("Conversation/Words/signs.json is not embedded.");
        var read = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream) ?? throw new InvalidDataException("signs.json is empty.");
        return new(read.ToDictionary(n => n.Key, n => n.Value.ToDictionary(l => l.Key, l => l.Value.Select(p => FoldedText.Fold(p).Split(' ')).ToList())));
    }
}
