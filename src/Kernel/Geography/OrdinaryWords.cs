namespace Amparo.Kernel;

/// <summary>Words that are no towns, or are towns only where the rest of the text says so. They are data, not code: words.tsv.</summary>
internal sealed class OrdinaryWords
{
    /// <summary>The kinds by which a question is read.</summary>
    public static readonly string[] Asked = ["articles", "common", "linking", "prepositions", "strict"];

    private readonly Dictionary<string, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> _kinds = [];

    public OrdinaryWords(string folder)
    {
        foreach (var kind in GazetteerFiles.Rows(folder, "words.tsv", 2).GroupBy(row => row[0], row => FoldedText.Fold(row[1])))
            _kinds[kind.Key] = new HashSet<string>(kind).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words left out when names of first-level areas are compared.</summary>
    public HashSet<string> AreaKinds => _kinds["areaWords"].Set;

    public IEnumerable<string> Of(string kind) => _kinds[kind].Set;

    public bool IsPreposition(ReadOnlySpan<char> word) => _kinds["prepositions"].Contains(word);

    public bool IsArticle(ReadOnlySpan<char> word) => _kinds["articles"].Contains(word);

    /// <summary>Says what is sought or by whom: hospital, comida, niños.</summary>
    public bool IsStrict(ReadOnlySpan<char> word) => _kinds["strict"].Contains(word);

    /// <summary>Joins other words: of, the, and.</summary>
    public bool IsFiller(ReadOnlySpan<char> word) => _kinds["linking"].Contains(word) || _kinds["prepositions"].Contains(word) || _kinds["articles"].Contains(word);

    public bool IsKnown(ReadOnlySpan<char> word) => IsStrict(word) || IsFiller(word) || _kinds["common"].Contains(word);
}
