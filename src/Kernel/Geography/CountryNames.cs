namespace Amparo.Kernel;

/// <summary>How a text names a country: as a place, by its people, or by a code after a place.</summary>
public enum CountryWord { Name, People, Code }

/// <summary>A country in a text, with the words that name it.</summary>
public sealed record CountryMention(string Country, CountryWord Kind, int FirstWord, int WordCount);

/// <summary>Names of countries and of their people in Spanish, English, French, Portuguese and Haitian Creole.</summary>
public sealed class CountryNames
{
    // Two letters are read as a code only behind a place: "ni", "pa" and "in" are words.
    internal static readonly Dictionary<string, string> AfterPlaces = new()
    {
        ["bz"] = "BZ", ["cr"] = "CR", ["gt"] = "GT", ["guate"] = "GT", ["hn"] = "HN", ["hnd"] = "HN", ["mx"] = "MX", ["mex"] = "MX",
        ["ni"] = "NI", ["nic"] = "NI", ["pa"] = "PA", ["pty"] = "PA", ["sv"] = "SV", ["slv"] = "SV",
    };

    private readonly Dictionary<string, (string Country, CountryWord Kind)> _meant = [];
    private readonly Dictionary<string, (string Country, CountryWord Kind)>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly int _longest;

    internal CountryNames(string folder)
    {
        foreach (var row in GazetteerFiles.Rows(folder, "countries.tsv", 3))
            _meant.TryAdd(FoldedText.Fold(row[2]), (row[0], row[1] == "name" ? CountryWord.Name : CountryWord.People));
        _bySpan = _meant.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _meant.Keys.Max(said => said.Count(letter => letter == ' ') + 1);
    }

    /// <summary>Every name, folded.</summary>
    internal IEnumerable<(string Said, string Country, CountryWord Kind)> All => _meant.Select(m => (m.Key, m.Value.Country, m.Value.Kind));

    /// <summary>The ISO 3166-1 alpha-2 code of a country's name, a demonym or the code itself; null where it is none of these.</summary>
    public string? CodeOf(string text)
    {
        var folded = FoldedText.Fold(text);
        if (_meant.TryGetValue(folded, out var meant)) return meant.Country;
        return folded.Length == 2 && _meant.Values.Any(known => known.Country.Equals(folded, StringComparison.OrdinalIgnoreCase)) ? folded.ToUpperInvariant() : null;
    }

    /// <summary>The countries named in a text, longest names first found, in the order of the text.</summary>
    internal List<CountryMention> In(FoldedText text)
    {
        var found = new List<CountryMention>();
        for (var first = 0; first < text.Words.Count; first++)
        {
            for (var count = Math.Min(_longest, text.Words.Count - first); count > 0; count--)
            {
                if (!_bySpan.TryGetValue(text.Span(first, count), out var meant)) continue;
                found.Add(new(meant.Country, meant.Kind, first, count));
                first += count - 1;
                break;
            }
        }
        return found;
    }

    internal bool IsWord(ReadOnlySpan<char> folded) => _bySpan.ContainsKey(folded);

    internal static string? Code(ReadOnlySpan<char> folded) => AfterPlaces.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var country) ? country : null;
}
