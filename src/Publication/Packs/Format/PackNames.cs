namespace Amparo.Publication;

/// <summary>Names of packs: countries in the order of the way, then the language. They say nothing of who needs one, or what for.</summary>
public static class PackNames
{
    private const int MostCountries = 12;

    /// <param name="countries">ISO 3166-1 alpha-2, in order.</param>
    /// <exception cref="FormatException">No pack has such countries or such a language.</exception>
    public static string Of(IReadOnlyList<string> countries, string language)
    {
        var isName = countries.Count is > 0 and <= MostCountries && countries.All(c => c is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']) && countries.Distinct().Count() == countries.Count && Languages.All.Contains(language);
        return isName ? string.Join('-', countries.Append(language)).ToLowerInvariant() : throw new FormatException("Not the countries and language of a pack.");
    }

    /// <summary>Whether it can be a name, so that nothing else ever becomes part of a path.</summary>
    public static bool Is(string? name) => name is { Length: >= 5 and <= 3 * MostCountries + 2 } && name.All(c => c is '-' or (>= 'a' and <= 'z'));
}
