using Amparo.Contracts;

namespace Amparo.Office.Accounts;

/// <summary>The scopes in which somebody may give a role: those that their own reach holds whole.</summary>
internal static class ScopeChoices
{
    public static async Task<IReadOnlyList<(Scope Scope, string Words)>> For(Reach reach, Words w, IScopeNames names, CancellationToken stop)
    {
        var all = new List<(Scope Scope, string Words)> { (Scope.Region, w["office.scope.region"]) };
        all.AddRange(RegionCountries.All.Select(c => (Scope.Country(c), ScopeWords.Country(w, c))));
        if (reach.Everywhere || reach.Organisations.Count > 0)
            all.AddRange((await names.Organisations(stop)).Select(o => (Scope.Organisation(o.Id), w.Say("office.scope.organisation", ("name", o.Name)))));
        if (reach.Everywhere || reach.Hubs.Count > 0)
            all.AddRange((await names.Hubs(stop)).Select(h => (Scope.Hub(h.Id), w.Say("office.scope.hub", ("name", h.Name)))));
        return [.. all.Where(a => reach.Covers(a.Scope))];
    }

    /// <summary>Names of the organisations and hubs that the assignments speak of.</summary>
    public static Task<IReadOnlyDictionary<Guid, string>> Names(IScopeNames names, IReadOnlyList<Assignment> assignments, CancellationToken stop) => Names(names, [.. assignments.Select(a => a.ScopeKind)], stop);

    /// <summary>Names of all scopes of these kinds.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(IScopeNames names, IReadOnlyList<string> kinds, CancellationToken stop)
    {
        var found = new Dictionary<Guid, string>();
        if (kinds.Contains(Scope.OrganisationKind)) foreach (var o in await names.Organisations(stop)) found[o.Id] = o.Name;
        if (kinds.Contains(Scope.HubKind)) foreach (var h in await names.Hubs(stop)) found[h.Id] = h.Name;
        return found;
    }
}
