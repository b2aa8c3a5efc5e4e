using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>The words by which an entry can be found by name.</summary>
internal static class Words
{
    private const int MostWords = 24;
    private const int Longest = 24;

    public static string[] Of(PublicPlace place, out int nameWords)
    {
        var words = new List<string>(16);
        Add(place.Name, words);
        Add(place.Profile.AlternateName, words);
        nameWords = words.Count;
        Add(place.OrganizationName, words);
        Add(place.Locality, words);
        Add(place.AreaName, words);
        return [.. words];
    }

    private static void Add(string? text, List<string> words)
    {
        if (string.IsNullOrEmpty(text)) return;
        var folded = FoldedText.Of(text, MostWords);
        for (var i = 0; i < folded.Words.Count && words.Count < MostWords; i++)
        {
            var word = folded.Span(i, 1);
            if (word.Length < 2) continue;
            var form = Stem.Of((word.Length > Longest ? word[..Longest] : word).ToString());
            if (!words.Contains(form)) words.Add(form);
        }
    }
}
