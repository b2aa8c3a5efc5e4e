namespace Amparo.Kernel;

/// <summary>Where a role holds: the whole region, one country, one organisation, or one hub.</summary>
/// <param name="Kind">One of the constants.</param>
/// <param name="Value">The country's code or the identifier of the organisation or hub; empty for the region.</param>
public readonly record struct Scope(string Kind, string Value)
{
    public const string RegionKind = "region";
    public const string CountryKind = "country";
    public const string OrganisationKind = "organisation";
    public const string HubKind = "hub";

    public static IReadOnlyList<string> Kinds { get; } = [RegionKind, CountryKind, OrganisationKind, HubKind];

    public static Scope Region { get; } = new(RegionKind, "");
    public static Scope Country(string code) => new(CountryKind, code);
    public static Scope Organisation(Guid id) => new(OrganisationKind, id.ToString());
    public static Scope Hub(Guid id) => new(HubKind, id.ToString());

    /// <summary>Whether the value is one that this kind can have.</summary>
    public bool IsWhole => Kind switch
    {
        RegionKind => Value is "",
        CountryKind => Value is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'],
        OrganisationKind or HubKind => Guid.TryParse(Value, out _),
        _ => false,
    };
}
