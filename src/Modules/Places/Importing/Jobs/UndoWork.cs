using Amparo.Places.Entries;
using Amparo.Places.Impostors;

namespace Amparo.Places.Importing;

/// <summary>Undoes one import, some hundred entries at a time; each says whether it was undone, so that a second run goes on from there.</summary>
internal sealed class UndoWork(Database db, CurrentUser user, TimeProvider clock)
{
    private const int AtOnce = 100;

    public async Task Run(ImportJob job, CancellationToken stop)
    {
        var by = job.UndoneBy!.Value;
        user.Act = PlacesPermissions.UndoImport;
        var run = await db.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == job.RunId, stop);
        bool allowed;
        while ((allowed = await StandingIn.For(db, user, by, stop) && user.Holds(PlacesPermissions.UndoImport)) && run is not null && await Some(run, by, stop)) { }
        db.ChangeTracker.Clear();
        var now = await db.Set<ImportJob>().SingleAsync(j => j.Id == job.Id, stop);
        if (now.Turns != job.Turns) return;
        if (allowed) now.EndUndo(clock.GetUtcNow());
        else now.Stop(clock.GetUtcNow(), "no_longer_allowed_undo");
        await db.SaveChangesAsync(stop);
    }

    private async Task<bool> Some(ImportRun run, Guid by, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var changes = await db.Set<ImportChange>()
            .Where(c => c.RunId == run.Id && c.Outcome != ChangeOutcomes.Undone && c.Outcome != ChangeOutcomes.Left && c.Outcome != ChangeOutcomes.Declined).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(stop);
        var ids = changes.Select(c => c.PlaceId).ToList();
        var places = await db.Set<Place>().Include(p => p.Verifications).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var reached = await db.PlacesFor(user, PlacesPermissions.UndoImport).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);
        var erased = new List<Guid>();
        foreach (var change in changes)
        {
            var place = places.GetValueOrDefault(change.PlaceId);
            if (place is not null && !reached.Contains(place.Id)) change.Decide(ChangeOutcomes.Left, UndoImport.Outside);
            else if (UndoImport.Undo(change, place, run.StartedAt, by, clock.GetUtcNow()))
            {
                erased.Add(place!.Id);
                db.Remove(place);
            }
            else if (place is not null && change.Outcome == ChangeOutcomes.Undone) db.Record(PlacesPermissions.UndoImport, "places_place", place.Id, outcome: AuditOutcomes.Done);
        }
        db.RemoveRange(await db.Set<PlaceMark>().Where(m => erased.Contains(m.PlaceId)).ToListAsync(stop));
        db.RemoveRange(await db.Set<Warning>().Where(w => erased.Contains(w.PlaceId) || erased.Contains(w.OtherId!.Value)).ToListAsync(stop));
        db.RemoveRange(await db.Set<DuplicateProposal>().Where(d => erased.Contains(d.FirstId) || erased.Contains(d.SecondId)).ToListAsync(stop));
        if (changes.Count > 0) await db.SaveChangesAsync(stop);
        return changes.Count == AtOnce;
    }
}
