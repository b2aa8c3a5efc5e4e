namespace Amparo.Protection.People.Names;

/// <summary>One way to read a pasted name.</summary>
/// <param name="Why">The key of a sentence that says which way it is.</param>
internal sealed record NameReading(PersonName Name, string Why);

/// <summary>
/// A whole name out of a list or a message can be read in several ways, and which is right only she knows: this offers them, the
/// likeliest first, and decides nothing.
/// </summary>
internal static class NameReadings
{
    public const int Most = 6;

    private const string ByComma = "protection.name.reading.comma", TwoSurnames = "protection.name.reading.two_surnames", OneSurname = "protection.name.reading.one_surname",
        SurnamesFirst = "protection.name.reading.surnames_first", GivenOnly = "protection.name.reading.given_only", SurnamesOnly = "protection.name.reading.surnames_only";

    public static IReadOnlyList<string> Whys { get; } = [ByComma, TwoSurnames, OneSurname, SurnamesFirst, GivenOnly, SurnamesOnly];

    public static IReadOnlyList<NameReading> Of(string? pasted)
    {
        if (NamePart.OfSeveral(pasted) is not { } text) return [];
        var readings = text.Split(',', 2) is [var before, var after] && after.Trim().Length > 0 ? Divided(before, after) : Undivided(text.TrimEnd(','));
        return [.. readings.DistinctBy(r => r.Name).Take(Most)];
    }

    private static IEnumerable<NameReading> Divided(string surnames, string given)
    {
        var (units, married) = Units(surnames);
        return [new(Named(Units(given).Units, units, married), ByComma)];
    }

    private static IEnumerable<NameReading> Undivided(string text)
    {
        var (units, married) = Units(text);
        var count = units.Count;
        if (count == 0) yield break;
        if (count > 3) yield return new(Named(units[..^2], units[^2..], married), TwoSurnames);
        if (count == 3)
        {
            yield return new(Named(units[..1], units[1..], married), TwoSurnames);
            yield return new(Named(units[..2], units[2..], married), OneSurname);
        }
        if (count == 2) yield return new(Named(units[..1], units[1..], married), OneSurname);
        if (count > 2) yield return new(Named(units[2..], units[..2], married), SurnamesFirst);
        if (count > 1) yield return new(Named(units[1..], units[..1], married), SurnamesFirst);
        if (count > 3) yield return new(Named(units[..^1], units[^1..], married), OneSurname);
        if (count <= PersonName.MostGiven) yield return new(Named(units, [], married), GivenOnly);
        if (count <= 2) yield return new(Named([], units, married), SurnamesOnly);
    }

    private static PersonName Named(List<string> given, List<string> surnames, string? married) => PersonName.Of(given, surnames, married);

    // A particle goes with what follows it, "y" with what stands on both sides; from "viuda de" on it is the husband's name.
    private static (List<string> Units, string? Married) Units(string text)
    {
        var words = text.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        var widow = Array.FindIndex(words, Particles.IsWidow);
        var married = widow > 0 && widow < words.Length - 1 ? string.Join(' ', words[widow..]) : null;
        var units = new List<string>();
        var open = "";
        foreach (var word in married is null ? words : words[..widow])
        {
            if (Particles.Joins(word) && open.Length == 0 && units.Count > 0)
            {
                open = $"{units[^1]} {word} ";
                units.RemoveAt(units.Count - 1);
            }
            else if (Particles.Is(word)) open += word + " ";
            else
            {
                units.Add(open + word);
                open = "";
            }
        }
        if (open.Length > 0) units.Add(open.TrimEnd());
        return (units, married);
    }
}
