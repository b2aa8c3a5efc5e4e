using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>A list of terms (HSDS <c>taxonomy</c>).</summary>
internal sealed record Taxonomy(Guid Id, string Name, string Description)
{
    public static Taxonomy Of(string name, string description) => new(StableId.Of("hsds", "taxonomy", name), name, description);

    public static Taxonomy Kind { get; } = Of("amparo-kind", "What a place or a service is, in the codes of Amparo.");
    public static Taxonomy Population { get; } = Of("amparo-population", "Whom a place serves, in the codes of Amparo; a place without any does not say.");
    public static Taxonomy Profile { get; } = Of("amparo-profile", "What Amparo's profile adds to HSDS: each term is the name of an attribute whose value stands beside it.");
    public static Taxonomy Source { get; } = Of("amparo-source", "Attributes that a source list gave and for which the profile has no word.");
}

/// <summary>One term. Its code begins with the taxonomy's name, since codes are unique over a whole package.</summary>
/// <param name="Language">Of its name, ISO 639-1.</param>
internal sealed record Term(Guid Id, string Code, string Name, string Description, Taxonomy Taxonomy, string? Language)
{
    public static Term Of(Taxonomy taxonomy, string code, string name, string description, string? language) =>
        new(IdOf(taxonomy, code), $"{taxonomy.Name}:{code}", name, description, taxonomy, language);

    public static Guid IdOf(Taxonomy taxonomy, string code) => StableId.Of("hsds", "term", taxonomy.Name, code);

    /// <summary>Kinds and populations under the names that readers see.</summary>
    public static IEnumerable<Term> OfOurs(Texts texts)
    {
        foreach (var kind in PlaceKinds.All) yield return Named(texts, Taxonomy.Kind, kind, $"places.kind.{kind}");
        foreach (var group in Populations.All) yield return Named(texts, Taxonomy.Population, group, $"places.for.{group}");
        foreach (var term in ProfileTerms.All) yield return term;
    }

    private static Term Named(Texts texts, Taxonomy taxonomy, string code, string key) =>
        Of(taxonomy, code, texts.In(Languages.Base)[key], string.Join("; ", Languages.All.Select(l => $"{l}: {texts.In(l)[key]}")), Languages.Base);
}
