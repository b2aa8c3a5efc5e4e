namespace Amparo.Kernel;

/// <summary>A first-level area that a text may mean.</summary>
public sealed record GazetteerArea(string Code, string Name)
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country => Code[..2];
}

/// <summary>
/// Names of first-level areas, compared without accents and without words such as Departamento, Provincia or Estado:
/// lists write "Depto. de Cortés" where the gazetteer writes "Cortés Department".
/// </summary>
public sealed class AreaNames
{
    private static readonly string[] EnglishKinds = [" Department", " Province", " District"];
    private readonly Dictionary<(string Country, string Name), string> _codes = [];
    private readonly Dictionary<string, List<GazetteerArea>> _spoken = [];
    private readonly Dictionary<string, List<GazetteerArea>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly HashSet<string> _kindWords;

    internal AreaNames(string folder, HashSet<string> kindWords)
    {
        _kindWords = kindWords;
        var areas = new Dictionary<string, GazetteerArea>();
        foreach (var row in GazetteerFiles.Rows(folder, "areas.tsv", 2))
        {
            // The first row of a code is the source's own name, the others are what people write.
            if (!areas.TryGetValue(row[0], out var area)) areas[row[0]] = area = new(row[0], row[1]);
            _codes.TryAdd((area.Country, Compared(row[1])), area.Code);
            foreach (var said in new[] { FoldedText.Fold(row[1]), FoldedText.Fold(Bare(row[1])) }.Distinct())
            {
                if (!_spoken.TryGetValue(said, out var meant)) _spoken[said] = meant = [];
                if (!meant.Contains(area)) meant.Add(area);
            }
        }
        _bySpan = _spoken.GetAlternateLookup<ReadOnlySpan<char>>();
        LongestInWords = _spoken.Keys.Max(said => said.Count(letter => letter == ' ') + 1);
    }

    /// <summary>The code of the area that a list calls so, or null where the country has none of that name.</summary>
    public string? CodeOf(string name, string country) => _codes.GetValueOrDefault((country.ToUpperInvariant(), Compared(name)));

    internal int LongestInWords { get; }

    /// <summary>Every name, folded, with the areas that are called so in their order.</summary>
    internal IEnumerable<(string Said, IReadOnlyList<GazetteerArea> Areas)> All => _spoken.Select(s => (s.Key, (IReadOnlyList<GazetteerArea>)s.Value));

    internal IReadOnlyList<GazetteerArea> Said(ReadOnlySpan<char> folded) => _bySpan.TryGetValue(folded, out var areas) ? areas : [];

    /// <summary>The source's English word for the kind of area taken off: <c>Cortés Department</c> gives <c>Cortés</c>.</summary>
    internal static string Bare(string name) => EnglishKinds.FirstOrDefault(kind => name.EndsWith(kind, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length] : name;

    private string Compared(string name)
    {
        var words = FoldedText.Fold(name).Split(' ');
        var telling = string.Join(' ', words.Where(word => !_kindWords.Contains(word)));
        return telling.Length > 0 ? telling : string.Join(' ', words);
    }
}
