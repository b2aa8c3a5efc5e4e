namespace Amparo.Publication;

/// <summary>
/// One form for singular and plural, by endings alone and the same for all five languages: what a twin in the browser can
/// repeat exactly. It must not be right about grammar, only the same on both sides of a comparison.
/// </summary>
internal static class Stem
{
    private const string BeforeEs = "lrndzjy";

    public static string Of(string word)
    {
        if (word.Length >= 6 && word.EndsWith("aux", StringComparison.Ordinal)) return string.Concat(word.AsSpan(0, word.Length - 3), "al");
        if (word.Length >= 6 && word.EndsWith("ais", StringComparison.Ordinal)) return string.Concat(word.AsSpan(0, word.Length - 3), "al");
        if (word.Length >= 5 && word.EndsWith("oes", StringComparison.Ordinal)) return string.Concat(word.AsSpan(0, word.Length - 3), "ao");
        if (word.Length >= 6 && word.EndsWith("ies", StringComparison.Ordinal)) return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        if (word.Length >= 5 && word.EndsWith("es", StringComparison.Ordinal) && BeforeEs.Contains(word[^3])) return word[..^2];
        if (word.Length >= 4 && word[^1] == 's' && word[^2] != 's') return word[..^1];
        return word;
    }
}
