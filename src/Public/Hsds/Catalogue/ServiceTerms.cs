using System.Collections.Frozen;
using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>The terms that a service carries: its kind, whom its place serves, and what its source called it.</summary>
internal static class ServiceTerms
{
    private static readonly FrozenDictionary<string, Guid> Kinds = PlaceKinds.All.ToFrozenDictionary(k => k, k => Term.IdOf(Taxonomy.Kind, k));
    private static readonly FrozenDictionary<string, Guid> Populations = Contracts.Places.Populations.All.ToFrozenDictionary(p => p, p => Term.IdOf(Taxonomy.Population, p));

    /// <summary>The terms that the source used.</summary>
    public static IEnumerable<Term> OfSource(PlaceService service) => (service.Terms ?? []).Select(OfSource);

    /// <summary>Identifiers of all terms, in a fixed order, each once.</summary>
    public static List<Guid> IdsOf(PublicPlace place, PlaceService service) =>
        [.. OursOf(place, service).Concat(OfSource(service).Select(t => t.Id)).Distinct()];

    public static string KindOf(PublicPlace place, PlaceService service) => Kinds.ContainsKey(service.Kind) ? service.Kind : place.Kind;

    private static IEnumerable<Guid> OursOf(PublicPlace place, PlaceService service)
    {
        if (Kinds.TryGetValue(KindOf(place, service), out var kind)) yield return kind;
        foreach (var group in place.Profile.Serves)
            if (Populations.TryGetValue(group, out var id)) yield return id;
    }

    private static Term OfSource(PlaceTerm term)
    {
        var taxonomy = term.Taxonomy is { Length: > 0 } named ? named : "source";
        var name = term.Name is { Length: > 0 } said ? said : term.Id.Length > 0 ? term.Id : "term";
        return Term.Of(Taxonomy.Of(taxonomy, $"Terms of the source: {taxonomy}"), term.Id.Length > 0 ? term.Id : name, name, name, null);
    }
}
