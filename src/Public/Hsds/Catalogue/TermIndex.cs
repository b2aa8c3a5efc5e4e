namespace Amparo.Public.Hsds;

/// <summary>All terms and, for those that services carry, the rows that carry them.</summary>
internal sealed class TermIndex
{
    private readonly Dictionary<Guid, Term> _terms = [];
    private readonly Dictionary<Guid, List<int>> _rows = [];
    private readonly Dictionary<string, Guid> _byCode = [];
    private readonly Dictionary<Guid, Taxonomy> _taxonomies = [];
    private readonly Dictionary<string, Guid> _byName = [];

    public TermIndex(IEnumerable<Term> ours)
    {
        foreach (var taxonomy in new[] { Taxonomy.Kind, Taxonomy.Population, Taxonomy.Profile }) Add(taxonomy);
        foreach (var term in ours) Add(term);
    }

    public IReadOnlyList<Term> All { get; private set; } = [];
    public IReadOnlyList<Taxonomy> Taxonomies { get; private set; } = [];

    public Term? Find(Guid id) => _terms.GetValueOrDefault(id);

    public Taxonomy? FindTaxonomy(Guid id) => _taxonomies.GetValueOrDefault(id);

    /// <summary>An identifier or a code such as <c>amparo-kind:shelter</c>; null where it is neither.</summary>
    public Guid? IdOf(string text) => Guid.TryParseExact(text, "D", out var id) ? id : _byCode.TryGetValue(text, out var known) ? known : null;

    /// <summary>An identifier or a name such as <c>amparo-kind</c>; null where it is neither.</summary>
    public Guid? TaxonomyIdOf(string text) => Guid.TryParseExact(text, "D", out var id) ? id : _byName.TryGetValue(text, out var known) ? known : null;

    public IReadOnlyList<int> RowsOf(Guid term) => _rows.GetValueOrDefault(term) ?? [];

    public IEnumerable<int> RowsOfTaxonomy(Guid taxonomy) => All.Where(t => t.Taxonomy.Id == taxonomy).SelectMany(t => RowsOf(t.Id)).Distinct();

    public void Carry(Guid term, int row)
    {
        if (!_rows.TryGetValue(term, out var rows)) _rows[term] = rows = [];
        rows.Add(row);
    }

    public void Add(Term term)
    {
        if (!_terms.TryAdd(term.Id, term)) return;
        _byCode.TryAdd(term.Code, term.Id);
        Add(term.Taxonomy);
    }

    /// <summary>Sorted, so that pages stay what they are while the edition is the same.</summary>
    public TermIndex Finish()
    {
        All = [.. _terms.Values.OrderBy(t => t.Id)];
        Taxonomies = [.. _taxonomies.Values.OrderBy(t => t.Id)];
        return this;
    }

    private void Add(Taxonomy taxonomy)
    {
        if (_taxonomies.TryAdd(taxonomy.Id, taxonomy)) _byName.TryAdd(taxonomy.Name, taxonomy.Id);
    }
}
