using System.Collections.Frozen;
using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Public.Layout;

/// <summary>The countries that a reader can choose, by their names in the reader's language.</summary>
internal static class Countries
{
    /// <summary>Where the places are.</summary>
    public static IReadOnlyList<string> Region { get; } = ["BZ", "CR", "SV", "GT", "HN", "MX", "NI", "PA"];

    /// <summary>Where people come from, as far as they have a name in our texts.</summary>
    public static IReadOnlyList<string> Named { get; } =
    [
        .. Region, "HT", "CU", "VE", "CO", "EC", "PE", "BO", "BR", "CL", "AR", "DO", "JM", "US", "CA", "ES", "FR", "PT", "CN", "IN", "BD", "NP", "AF", "SY",
        "CM", "CD", "GH", "NG", "SN", "SO", "ER", "ET", "AO",
    ];

    private static readonly FrozenSet<string> HaveName = Named.ToFrozenSet();

    public static bool IsCode(string? code) => code is { Length: 2 } && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]);

    public static string NameOf(Words words, string code)
    {
        if (HaveName.Contains(code)) return words.Of("public.country.", code);
        try
        {
            return new RegionInfo(code).NativeName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }

    public static IEnumerable<(string Code, string Name)> Choices(Words words, IEnumerable<string> codes) =>
        codes.Distinct().Select(c => (c, NameOf(words, c))).OrderBy(c => c.Item2, Alphabet(words));

    /// <summary>In the order in which a reader looks for her country: the codes have another one.</summary>
    public static IEnumerable<EmergencyNumbers> ByName(Words words, IEnumerable<EmergencyNumbers> numbers) =>
        numbers.OrderBy(n => NameOf(words, n.Country), Alphabet(words));

    private static StringComparer Alphabet(Words words) => StringComparer.Create(words.Culture, CompareOptions.IgnoreNonSpace);
}
