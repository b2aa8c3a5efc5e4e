using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Amparo.Places.Importing;

/// <summary>What an import must know of a country: names, telephone numbers, a time zone.</summary>
internal sealed record CountryFacts(string Code, string[] Wikidata, string SpanishName, string CallingCode, int[] Lengths, Regex? Mobile, string Zone, string Trunk);

internal static class Countries
{
    public static FrozenDictionary<string, CountryFacts> Facts { get; } = Read().ToFrozenDictionary(c => c.Code);

    private static readonly FrozenDictionary<string, string> Names = AllNames();

    /// <summary>The ISO 3166-1 alpha-2 code of a code of two or three letters or of a name in Spanish or English; null where it is none.</summary>
    public static string? CodeOf(string text) => Names.GetValueOrDefault(FoldedText.Fold(text));

    /// <summary>Whether the time of the capital may be wrong elsewhere in the country.</summary>
    public static bool HasManyZones(string country) => country is "US" or "CA" or "MX" or "BR" or "RU" or "AU" or "ID" or "KZ" or "CD" or "CL" or "EC" or "ES" or "PT" or "NZ";

    /// <summary>A table that profiles may name.</summary>
    /// <exception cref="IOException">There is none of that name.</exception>
    public static Dictionary<string, string> Table(string name) => name switch
    {
        "wikidata-countries" => Facts.Values.SelectMany(c => c.Wikidata.SelectMany(q => new[] { (q, c.Code), ($"http://www.wikidata.org/entity/{q}", c.Code) })).ToDictionary(p => p.Item1, p => p.Code),
        "country-names" => Facts.Values.ToDictionary(c => c.Code, c => c.SpanishName),
        _ => throw new IOException($"there is no table '{name}'"),
    };

    private static IEnumerable<CountryFacts> Read()
    {
        using var text = new StreamReader(Data.Open("Tables.countries.tsv"));
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not { Length: 8 } cell) continue;
            yield return new(cell[0], cell[1].Split(',', StringSplitOptions.RemoveEmptyEntries), cell[2], cell[3],
                [.. cell[4].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))],
                cell[5].Length == 0 ? null : new("^" + cell[5], RegexOptions.None, TimeSpan.FromSeconds(1)), cell[6], cell[7]);
        }
    }

    private static FrozenDictionary<string, string> AllNames()
    {
        var names = new Dictionary<string, string>();
        foreach (var country in Facts.Values)
        {
            names[country.Code.ToLowerInvariant()] = country.Code;
            names[FoldedText.Fold(country.SpanishName)] = country.Code;
        }
        for (var first = 'A'; first <= 'Z'; first++)
        {
            for (var second = 'A'; second <= 'Z'; second++)
            {
                if (Region($"{first}{second}") is not { } region) continue;
                foreach (var name in new[] { region.TwoLetterISORegionName, region.ThreeLetterISORegionName, region.EnglishName })
                    names.TryAdd(FoldedText.Fold(name), region.TwoLetterISORegionName);
            }
        }
        foreach (var (said, code) in new[] { ("mejico", "MX"), ("estados unidos mexicanos", "MX"), ("eeuu", "US"), ("ee uu", "US"), ("usa", "US"), ("united states of america", "US"), ("belize", "BZ") })
            names.TryAdd(said, code);
        return names.ToFrozenDictionary();
    }

    private static RegionInfo? Region(string code)
    {
        try
        {
            var region = new RegionInfo(code);
            return region.TwoLetterISORegionName == code && region.ThreeLetterISORegionName is { Length: 3 } three && three != "ZZZ" && region.EnglishName != code ? region : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
