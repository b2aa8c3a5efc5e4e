namespace Amparo.Protection.People.Matching;

/// <summary>
/// The consonants of a name as they are heard. It says which records are worth comparing and nothing more: García and Garza, Luis
/// and Luisa have one key and are not one person, so it is never shown and never counted as a reason.
/// </summary>
internal static class SpanishKey
{
    private const int Longest = 6;

    public static IReadOnlyList<string> Of(string word) => From(SpanishSound.Of(FoldedText.Fold(word).Replace(" ", "", StringComparison.Ordinal)));

    public static IReadOnlyList<string> From(IReadOnlyList<string> sounds) => [.. sounds.Select(Consonants).Where(k => k.Length > 0).Distinct()];

    private static string Consonants(string sound)
    {
        if (sound.Length == 0) return "";
        // That it begins with a vowel is heard; with which one is not.
        var key = (SpanishSound.IsVowel(sound[0]) ? "a" : "") + string.Concat(sound.Where(s => !SpanishSound.IsVowel(s)));
        return key.Length > Longest ? key[..Longest] : key;
    }
}
