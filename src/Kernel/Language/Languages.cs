using System.Globalization;

namespace Amparo.Kernel;

/// <summary>The five languages that every public text exists in.</summary>
public static class Languages
{
    /// <summary>The language that every other falls back to: Spanish as spoken in the region.</summary>
    public const string Base = "es";

    public static IReadOnlyList<string> All { get; } = ["es", "en", "fr", "pt", "ht"];

    /// <summary>The two languages of the people who work here: what the command line and the console say, import reports among it.</summary>
    public static IReadOnlyList<string> OfConsole { get; } = ["es", "en"];

    /// <summary>Each language in its own words, as a reader looks for it.</summary>
    public static string NameOf(string language) => language switch
    {
        "es" => "Español", "en" => "English", "fr" => "Français", "pt" => "Português", "ht" => "Kreyòl ayisyen",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not one of Languages.All"),
    };

    /// <summary>
    /// How numbers are written. The framework's own <c>es</c> writes 1.234,50, which a Honduran reads as one and a bit;
    /// the framework knows no Haitian Creole and would silently write English.
    /// </summary>
    public static CultureInfo CultureOf(string language) => language switch
    {
        "es" => CultureInfo.GetCultureInfo("es-MX"),
        "fr" or "ht" => CultureInfo.GetCultureInfo("fr-FR"),
        "pt" => CultureInfo.GetCultureInfo("pt-BR"),
        _ => CultureInfo.GetCultureInfo("en-US"),
    };

    /// <summary>The best of our languages for an Accept-Language header; the base where none fits or it cannot be read.</summary>
    public static string Best(string? acceptLanguage)
    {
        var best = Base;
        var weight = 0.0;
        foreach (var part in (acceptLanguage ?? "").Split(',', 20, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            var language = pieces[0].Split('-')[0].ToLowerInvariant();
            var quality = pieces.Skip(1).FirstOrDefault(p => p.StartsWith("q=", StringComparison.Ordinal)) is { } q
                ? double.TryParse(q[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) ? given : 0
                : 1.0;
            if (quality > weight && All.Contains(language)) (best, weight) = (language, quality);
        }
        return best;
    }
}
