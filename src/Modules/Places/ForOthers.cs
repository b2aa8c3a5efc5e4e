using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places;

/// <summary>What other modules may ask: names, of organisations and hubs that officers are tied to. Where they are is not said.</summary>
internal sealed class ForOthers(Database db) : IScopeNames
{
    public async Task<IReadOnlyList<NamedScope>> Organisations(CancellationToken stop) =>
        await db.Set<Organization>().OrderBy(o => o.Name).Select(o => new NamedScope(o.Id, o.Name)).Take(2000).ToListAsync(stop);

    public async Task<IReadOnlyList<NamedScope>> Hubs(CancellationToken stop) =>
        await db.Set<Place>().Where(p => p.Kind == PlaceKinds.Hub).OrderBy(p => p.Name).Select(p => new NamedScope(p.Id, p.Name)).Take(2000).ToListAsync(stop);
}
