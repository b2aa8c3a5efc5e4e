using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;

namespace Amparo.Publication;

/// <summary>An immutable set of everything that readers may see. All reading goes through here.</summary>
public sealed class Edition
{
    private readonly Dictionary<string, PublicPlace> _bySlug;
    private readonly Dictionary<Guid, PublicPlace> _byId;
    private readonly IReadOnlyList<PublicPlace> _places;
    private readonly Dictionary<string, ReportOutcome> _outcomes;

    public Edition(EditionInfo info, IEnumerable<PublicPlace> places, IEnumerable<EmergencyNumbers> numbers, IEnumerable<ReportOutcome> outcomes)
    {
        Info = info;
        _places = [.. places.OrderBy(p => p.Id)];
        _bySlug = _places.ToDictionary(p => p.Slug);
        _byId = _places.ToDictionary(p => p.Id);
        Numbers = [.. numbers];
        _outcomes = outcomes.ToDictionary(o => o.Code);
    }

    public EditionInfo Info { get; }

    /// <summary>The numbers to call in danger, by country.</summary>
    public IReadOnlyList<EmergencyNumbers> Numbers { get; }

    /// <summary>Null where no such entry is public, whatever the reason.</summary>
    public PublicPlace? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    public PublicPlace? ById(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>All entries in the order of their identifiers; read one by one, since there may be a million.</summary>
    public IEnumerable<PublicPlace> Places() => _places;

    /// <param name="codeHash">Hexadecimal HMAC of a receipt code.</param>
    public ReportOutcome? Outcome(string codeHash) => _outcomes.GetValueOrDefault(codeHash);

    /// <summary>The entries that answer the question, best first. Costs the same at a thousand entries and at a hundred thousand.</summary>
    public SearchAnswer Search(SearchQuestion question) => LinearSearch.In(_places, question);
}
