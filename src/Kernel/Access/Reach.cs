namespace Amparo.Kernel;

/// <summary>
/// How far one act of one person reaches. It belongs to that act alone: to view in one country and to approve in another
/// approves nothing.
/// </summary>
public sealed class Reach
{
    private Reach(IReadOnlyList<Scope> scopes)
    {
        Everywhere = scopes.Any(s => s.Kind == Scope.RegionKind);
        Countries = [.. scopes.Where(s => s.Kind == Scope.CountryKind).Select(s => s.Value).Distinct().Order(StringComparer.Ordinal)];
        Organisations = Ids(scopes, Scope.OrganisationKind);
        Hubs = Ids(scopes, Scope.HubKind);
    }

    public static Reach None { get; } = new([]);

    public bool Everywhere { get; }
    public IReadOnlyList<string> Countries { get; }
    public IReadOnlyList<Guid> Organisations { get; }
    public IReadOnlyList<Guid> Hubs { get; }
    public bool IsNone => !Everywhere && Countries.Count + Organisations.Count + Hubs.Count == 0;

    /// <summary>A scope that nobody can read reaches nothing.</summary>
    public static Reach Of(IEnumerable<Scope> scopes) => new([.. scopes.Where(s => s.IsWhole)]);

    /// <summary>Whether this reach holds the whole of the scope, so that its holder may pass a role on in it.</summary>
    public bool Covers(Scope scope) => Everywhere || scope.Kind switch
    {
        Scope.CountryKind => Countries.Contains(scope.Value),
        Scope.OrganisationKind => Guid.TryParse(scope.Value, out var id) && Organisations.Contains(id),
        Scope.HubKind => Guid.TryParse(scope.Value, out var id) && Hubs.Contains(id),
        _ => false,
    };

    private static IReadOnlyList<Guid> Ids(IEnumerable<Scope> scopes, string kind) => [.. scopes.Where(s => s.Kind == kind).Select(s => Guid.Parse(s.Value)).Distinct().Order()];
}
