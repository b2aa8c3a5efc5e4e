using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Demonstration;

/// <summary>Puts the invented centres into an installation that holds nothing real.</summary>
internal sealed class LoadDemonstration(Database db, Gazetteer gazetteer, TimeProvider clock) : IDemonstration
{
    private const int AtOnce = 500;

    public async Task<int> Load(int count, Action<int> progress, CancellationToken stop)
    {
        RuleBroken.Unless(!await db.Set<Place>().AnyAsync(p => !p.IsDemonstration, stop), "places.demonstration.real_entries_are_here");
        if (await db.Set<Place>().AnyAsync(stop)) return 0;

        var added = 0;
        // All or nothing: half a demonstration would look like a region without help.
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var batch in new DemonstrationCentres(gazetteer).Make(count, clock.GetUtcNow()).Chunk(AtOnce))
        {
            foreach (var place in batch) Attach(place);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            progress(added += batch.Length);
        }
        await transaction.CommitAsync(stop);
        return added;
    }

    private readonly HashSet<Guid> _savedOrganizations = [];

    private void Attach(Place place)
    {
        // The same organisation runs many centres: it is added with the first and only referred to afterwards.
        var organization = place.Organization!;
        place.OrganizationId = organization.Id;
        place.Organization = null;
        if (_savedOrganizations.Add(organization.Id)) db.Add(organization);
        db.Add(place);
    }
}
