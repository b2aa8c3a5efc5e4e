namespace Amparo.Publication;

/// <summary>
/// Every country and its people in five languages. Asked only where a consulate is sought: elsewhere "turkey", "us" and
/// "english classes" mean no country. The names are those of Unicode CLDR and those that people use.
/// </summary>
internal sealed class Nations
{
    private readonly Dictionary<string, (string Country, CountryWord Kind)> _known = [];
    private readonly Dictionary<string, string> _bySound = [];
    private readonly string[] _single;
    private readonly int _longest;

    public Nations(IReadOnlyDictionary<string, Nation> nations)
    {
        foreach (var (country, nation) in nations)
        {
            foreach (var name in nation.Short ?? []) _known.TryAdd(Key(name), (country, CountryWord.Code));
            foreach (var name in nation.Names) _known.TryAdd(Key(name), (country, CountryWord.Name));
        }
        foreach (var (country, nation) in nations)
            foreach (var name in nation.People) _known.TryAdd(Key(name), (country, CountryWord.People));
        _longest = _known.Keys.Max(k => k.Count(letter => letter == ' ') + 1);
        _single = [.. _known.Keys.Where(k => k.Length > 3 && !k.Contains(' ')).Order(StringComparer.Ordinal)];
        foreach (var word in _single) _bySound.TryAdd(Sound.Of(word), word);
    }

    /// <summary>Every name and people as forms.</summary>
    public IEnumerable<(string Said, string Country, CountryWord Kind)> All => _known.Select(k => (k.Key, k.Value.Country, k.Value.Kind));

    /// <summary>The countries that a text names, the longest names first found, in the order of the text. Codes of two letters are told as such: "us" is mostly no country.</summary>
    public List<CountryMention> In(FoldedText text)
    {
        var forms = new string[text.Words.Count];
        for (var i = 0; i < forms.Length; i++) forms[i] = Stem.Of(text.Span(i, 1).ToString());
        var found = new List<CountryMention>();
        for (var first = 0; first < forms.Length; first++)
            for (var count = Math.Min(_longest, forms.Length - first); count > 0; count--)
            {
                if (!_known.TryGetValue(string.Join(' ', forms, first, count), out var meant)) continue;
                found.Add(new(meant.Country, meant.Kind, first, count));
                first += count - 1;
                break;
            }
        return found;
    }

    /// <summary>The country that a mistyped word means: one that sounds the same, else the nearest; null where there is none.</summary>
    public (string Country, CountryWord Kind)? Mended(string folded)
    {
        if (folded.Length < 4) return null;
        if (_bySound.TryGetValue(Sound.Of(Stem.Of(folded)), out var heard)) return _known[heard];
        var allowed = Mistakes.Allowed(folded.Length);
        string? best = null;
        foreach (var word in _single)
        {
            if (word.Length < 5 || word[0] != folded[0] || Mistakes.Between(folded, word, allowed) is var mistakes && mistakes > allowed) continue;
            if (mistakes == allowed && best is not null) continue;
            (best, allowed) = (word, mistakes);
        }
        return best is null ? null : _known[best];
    }

    private static string Key(string name) => string.Join(' ', FoldedText.Fold(name).Split(' ').Select(Stem.Of));
}
