namespace Amparo.Public.Centres.Show;

/// <summary>Names of the languages that are spoken on the way, by their ISO 639-3 codes.</summary>
internal static class Tongue
{
    public static IReadOnlyList<string> Named { get; } = ["spa", "eng", "fra", "por", "hat", "mam", "quc", "kek", "cak", "nah", "cab", "miq", "zho", "ara"];

    public static string NameOf(Words words, string code) => Named.Contains(code) ? words[$"public.tongue.{code}"] : code;
}
