using Amparo.Contracts.Places;

namespace Amparo.Places.Desk;

/// <summary>Languages that are spoken along these routes, ISO 639-3, as the form offers them.</summary>
internal static class PlaceCodes
{
    public static IReadOnlyList<string> Languages { get; } =
        ["spa", "eng", "fra", "por", "hat", "quc", "mam", "kek", "cak", "kjb", "ixl", "tzo", "tzh", "ctu", "yua", "nah", "zap", "mix", "cab", "miq", "gym", "cuk", "zho", "ara", "rus"];

    /// <summary>The one word of accessibility that readers see in their own language.</summary>
    public const string Wheelchair = "wheelchair";

    /// <summary>The name that readers see too; the code of one that nobody has named yet.</summary>
    public static string LanguageName(Words w, string code) => SpokenLanguages.All.Contains(code) ? w.Of("public.tongue.", code) : code;
}
