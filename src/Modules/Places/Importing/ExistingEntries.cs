using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Importing;

/// <summary>What the directory holds already, as far as an import must know: small, since it stays in memory for the whole run.</summary>
internal sealed class ExistingEntries
{
    private readonly Dictionary<string, Existing> _byKey = [];
    private readonly HashSet<Guid> _ids = [];
    private readonly Dictionary<Guid, string?> _organizations = [];
    private readonly HashSet<Guid> _othersOrganizations = [];
    private readonly HashSet<(Guid, Guid)> _proposed = [];

    public DuplicateIndex Duplicates { get; } = new();

    /// <exception cref="ImportRefused">Real and demonstration entries would meet.</exception>
    public static async Task<ExistingEntries> Load(Database db, string list, bool demonstration, ImportBounds? bounds, CancellationToken stop)
    {
        if (await db.Set<Place>().AnyAsync(p => p.IsDemonstration != demonstration, stop)) throw new ImportRefused(demonstration ? "real_entries_here" : "demonstration_entries_here");
        var existing = new ExistingEntries();
        var places = db.Set<Place>().AsNoTracking().Select(p => new { p.Id, p.Source, p.SourceKey, p.SourceHash, p.Status, p.Disclosure, p.Country, p.OrganizationId, p.ApprovedAt, p.Name, p.Whereabouts.Latitude, p.Whereabouts.Longitude, p.Profile });
        await foreach (var place in places.AsAsyncEnumerable().WithCancellation(stop))
        {
            existing._ids.Add(place.Id);
            if (place.Source == list && place.SourceKey is { } key) existing._byKey[key] = new(place.Id, place.SourceHash, place.Status, place.Disclosure, place.Country, place.OrganizationId, place.ApprovedAt is not null);
            // Whoever brings a list learns by it what stands at a point: only of what they may see anyway.
            if (bounds?.Hold(place.Country) != false) existing.Duplicates.Add(place.Id, place.Name, place.Latitude, place.Longitude, place.Profile.Phones);
        }
        await foreach (var organization in db.Set<Organization>().AsNoTracking().Select(o => new { o.Id, o.Source, o.SourceHash }).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (organization.Source == list) existing._organizations[organization.Id] = organization.SourceHash;
            else existing._othersOrganizations.Add(organization.Id);
        }
        await foreach (var pair in db.Set<DuplicateProposal>().AsNoTracking().Select(d => new { d.FirstId, d.SecondId }).AsAsyncEnumerable().WithCancellation(stop))
            existing._proposed.Add((pair.FirstId, pair.SecondId));
        return existing;
    }

    public Existing? Find(string key) => _byKey.TryGetValue(key, out var found) ? found : null;

    /// <summary>The list's own identifier where it is one, so that an export carries it on; else one made of list and key.</summary>
    public Guid IdOf(string list, string key) =>
        Guid.TryParse(key, out var own) && own != Guid.Empty && !_ids.Contains(own) ? own : StableId.Of("place", list, key);

    public Guid OrganizationIdOf(string list, string key) =>
        Guid.TryParse(key, out var own) && own != Guid.Empty && !_othersOrganizations.Contains(own) ? own : StableId.Of("organization", list, key);

    public bool HasOrganization(Guid id, out string? hash) => _organizations.TryGetValue(id, out hash);

    public void Know(Guid organization, string? hash) => _organizations[organization] = hash;

    public void Forget(Guid organization) => _organizations.Remove(organization);

    /// <summary>False where the pair was proposed before, whatever was decided then.</summary>
    public bool IsNewPair(Guid first, Guid second) => _proposed.Add((first, second));
}

internal sealed record Existing(Guid Id, string? Hash, string Status, string Disclosure, string Country, Guid? Organization, bool WasSeen);
