namespace Amparo.Places.Desk;

/// <summary>Languages that are spoken along these routes, ISO 639-3, as the form offers them.</summary>
internal static class PlaceCodes
{
    public static IReadOnlyList<string> Languages { get; } = ["spa", "eng", "fra", "por", "hat", "quc", "mam", "kek", "cak", "nah", "miq", "cab", "zho", "ara", "rus"];

    /// <summary>The one word of accessibility that readers see in their own language.</summary>
    public const string Wheelchair = "wheelchair";

    public static string LanguageName(Words w, string code) => Languages.Contains(code) ? w["places.desk.language." + code] : code;
}
