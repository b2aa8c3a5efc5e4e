using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Places.Duplicates;

internal sealed class DuplicatesThatWait(Database db) : IWork
{
    private const int MostCounted = 1000;

    public async Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop)
    {
        if (!user.Holds(PlacesPermissions.Merge)) return [];
        var open = Open(db, user);
        return [new("places.desk.work.duplicates", await open.Take(MostCounted).CountAsync(stop), await open.OrderBy(d => d.ProposedAt).Select(d => (DateTimeOffset?)d.ProposedAt).FirstOrDefaultAsync(stop), "/console/places/duplicates")];
    }

    /// <summary>Pairs that nobody decided, of which both are still here.</summary>
    public static IQueryable<DuplicateProposal> Open(Database db, CurrentUser user) =>
        db.DuplicatesFor(user, PlacesPermissions.Merge).Where(d => d.Decision == null
            && !db.Set<Place>().Any(p => (p.Id == d.FirstId || p.Id == d.SecondId) && p.Status == PlaceStatus.Withdrawn));
}
