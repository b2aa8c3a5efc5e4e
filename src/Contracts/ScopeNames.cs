namespace Amparo.Contracts;

/// <summary>The countries of the programme, ISO 3166-1 alpha-2.</summary>
public static class RegionCountries
{
    public static IReadOnlyList<string> All { get; } = ["BZ", "CR", "SV", "GT", "HN", "MX", "NI", "PA"];
}

/// <summary>What a role may be tied to besides a country.</summary>
public interface IScopeNames
{
    /// <summary>Every organisation, by name.</summary>
    Task<IReadOnlyList<NamedScope>> Organisations(CancellationToken stop);

    /// <summary>Every information hub, by name.</summary>
    Task<IReadOnlyList<NamedScope>> Hubs(CancellationToken stop);
}

/// <param name="Id">The organisation's or hub's identifier.</param>
/// <param name="Name">As people know it.</param>
public sealed record NamedScope(Guid Id, string Name);
