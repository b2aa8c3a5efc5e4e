using System.Collections.Frozen;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>The words that lists use for what we keep as codes.</summary>
internal static class Vocabulary
{
    private static readonly FrozenDictionary<string, (string Kind, int Order)> KindWords = ReadKinds();
    private static readonly FrozenDictionary<string, string> Codes = PlaceKinds.All.ToFrozenDictionary(FoldedText.Fold);
    private static readonly FrozenDictionary<string, string> Serving = Table("serves");
    private static readonly FrozenDictionary<string, string> Spoken = Table("languages");
    private static readonly FrozenDictionary<string, string> Disclosing = Table("disclosure");
    private static readonly string[] Homes = [.. Data.Read<string[]>("Tables.homes.json").Select(FoldedText.Fold)];

    /// <summary>The kind that a word or a code names exactly.</summary>
    public static string? Kind(string text) => FoldedText.Fold(text) is var said && Codes.TryGetValue(said, out var code) ? code : KindWords.TryGetValue(said, out var found) ? found.Kind : null;

    /// <summary>The kind whose words stand in a text; of several the one that stands first in the table.</summary>
    public static string? KindIn(string text)
    {
        if (Kind(text) is { } exact) return exact;
        var said = $" {FoldedText.Fold(text)} ";
        (string Kind, int Order)? best = null;
        foreach (var (word, found) in KindWords)
            if ((best is null || found.Order < best.Value.Order) && said.Contains($" {word} ", StringComparison.Ordinal)) best = found;
        return best?.Kind;
    }

    public static string? Population(string text) => Serving.GetValueOrDefault(FoldedText.Fold(text)) ?? (Populations.All.Contains(text.Trim()) ? text.Trim() : null);

    /// <summary>ISO 639-3.</summary>
    public static string? Language(string text) => Spoken.GetValueOrDefault(FoldedText.Fold(text)) ?? (text.Trim() is { Length: 3 } code && code.All(char.IsAsciiLetterLower) ? code : null);

    public static string? Disclosure(string text) => Disclosing.GetValueOrDefault(FoldedText.Fold(text));

    /// <summary>Whether people hide or live there: a children's home, a women's refuge. Better once too often.</summary>
    public static bool IsHomeOrRefuge(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null) continue;
            var said = $" {FoldedText.Fold(text)} ";
            if (Array.Exists(Homes, h => said.Contains($" {h} ", StringComparison.Ordinal))) return true;
        }
        return false;
    }

    private static FrozenDictionary<string, (string, int)> ReadKinds()
    {
        var words = new Dictionary<string, (string, int)>();
        var order = 0;
        foreach (var (kind, said) in Data.Read<Dictionary<string, string[]>>("Tables.kinds.json"))
        {
            if (!PlaceKinds.All.Contains(kind)) throw new InvalidOperationException($"Tables/kinds.json: '{kind}' is no kind.");
            order++;
            foreach (var word in said) words.TryAdd(FoldedText.Fold(word), (kind, order));
        }
        return words.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, string> Table(string name) =>
        Data.Read<Dictionary<string, string[]>>($"Tables.{name}.json").SelectMany(e => e.Value.Append(e.Key).Select(w => (FoldedText.Fold(w), e.Key)))
            .DistinctBy(p => p.Item1).ToFrozenDictionary(p => p.Item1, p => p.Key);
}
