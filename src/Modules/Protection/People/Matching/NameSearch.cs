using Amparo.Protection.People.Names;

namespace Amparo.Protection.People.Matching;

/// <summary>In which order the answers to a name that somebody types stand. It orders what was found among files that one may open; it finds nothing by itself.</summary>
internal static class NameSearch
{
    /// <summary>Given names and surnames as asked 10, the two turned 9, the same words in any order 8, the one word that was asked 7, all that was asked and more 6; 0 for the rest.</summary>
    public static int Rank(string asked, PersonName name)
    {
        var words = Words(asked);
        List<string> given = [.. name.Given.SelectMany(Words)], surnames = [.. name.Surnames.SelectMany(Words)], all = [.. given, .. surnames];
        if (words.Count == 0 || all.Count == 0) return 0;
        if (words.Count == 1) return all.Contains(words[0]) ? 7 : 0;
        if (words.SequenceEqual(all)) return 10;
        if (words.SequenceEqual([.. surnames, .. given])) return 9;
        if (words.Order().SequenceEqual(all.Order())) return 8;
        return words.All(all.Contains) ? 6 : 0;
    }

    private static IReadOnlyList<string> Words(string text) => FoldedText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
