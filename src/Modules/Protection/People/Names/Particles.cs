namespace Amparo.Protection.People.Names;

/// <summary>Little words that belong to the name after them: "de la Cruz" is one surname, "María del Carmen" one given name.</summary>
internal static class Particles
{
    private static readonly HashSet<string> Words = ["de", "del", "la", "las", "los", "el", "y", "e", "i", "da", "das", "do", "dos", "di", "du", "von", "van", "san", "santa", "mac", "mc", "le"];
    private static readonly HashSet<string> Widow = ["viuda", "vda", "viudo", "vdo"];

    /// <param name="word">One word, in any letters.</param>
    public static bool Is(string word) => Words.Contains(FoldedText.Fold(word));

    /// <summary>"y" and "e" hold two surnames together: "Ortega y Gasset" is one.</summary>
    public static bool Joins(string word) => FoldedText.Fold(word) is "y" or "e" or "i";

    public static bool IsWidow(string word) => Widow.Contains(FoldedText.Fold(word));

    /// <summary>The words that tell one from another, folded: of "de la Cruz" it is "cruz". What is all particles stays whole.</summary>
    public static IReadOnlyList<string> Without(string part)
    {
        var folded = FoldedText.Fold(part).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bare = folded.Where(w => !Words.Contains(w) && !Widow.Contains(w)).ToList();
        return bare.Count > 0 ? bare : folded;
    }
}
