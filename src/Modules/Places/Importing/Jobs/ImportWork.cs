using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.Extensions.Logging;

namespace Amparo.Places.Importing;

/// <summary>One import that was begun, to its end: as the account that asked for it, within what that account reaches now.</summary>
internal sealed partial class ImportWork(Database db, CurrentUser user, Importer importer, Uploads uploads, TimeProvider clock, ILogger<ImportWork> log)
{
    /// <param name="before">The run of the same file that stopped half-way, where there was one.</param>
    public async Task Run(ImportJob job, Guid? before, CancellationToken stop)
    {
        if (!await StandingIn.For(db, user, job.By, stop) || !user.Holds(PlacesPermissions.Import))
        {
            await End(job, j => j.Refuse("no_longer_allowed", "{}", wasRead: false));
            return;
        }
        var stored = job.StoredAs!;
        try
        {
            var profile = ListProfile.Parse(job.Profile!, job.List!);
            var demonstration = await db.Set<Place>().AnyAsync(p => p.IsDemonstration, stop);
            var bounds = new ImportBounds(user.ReachFor(PlacesPermissions.Import), job.Country, job.RunId!.Value, job.FileName, profile, demonstration);
            bounds = bounds with { IsStillAllowed = async s => await StandingIn.For(db, user, job.By, s) && user.Holds(PlacesPermissions.Import) && bounds.IsWithin(user.ReachFor(PlacesPermissions.Import)) };
            db.ChangeTracker.Clear();
            await importer.Run(new(uploads.PathOf(stored)) { List = job.List }, bounds, null, stop);
            await TakeOver(job, before);
            await End(job, j => j.End(clock.GetUtcNow()));
            uploads.Remove(stored);
        }
        catch (ImportRefused refused)
        {
            var values = refused.Values.ToDictionary(v => v.Name, v => v.Name is "file" or "folder" ? job.FileName : v.Value);
            var began = await db.Set<ImportRun>().AnyAsync(r => r.Id == job.RunId, stop);
            await End(job, j => j.Refuse(refused.Key, JsonSerializer.Serialize(values), began));
        }
        catch (NoLongerAllowed)
        {
            await TakeOver(job, before);
            await End(job, j => j.Stop(clock.GetUtcNow(), "no_longer_allowed_stopped"));
        }
        catch (Exception e) when (e is OperationCanceledException or DbUpdateException or System.Data.Common.DbException or IOException)
        {
            if (e is not OperationCanceledException) Stopped(log, e.GetBaseException().GetType().Name);
            await TakeOver(job, before);
            await End(job, j => j.Stop(clock.GetUtcNow()));
            if (e is OperationCanceledException) throw;
        }
    }

    // What the first half did is undone with the second.
    private async Task TakeOver(ImportJob job, Guid? before)
    {
        if (before is not { } old || job.RunId is not { } run || !await db.Set<ImportRun>().AnyAsync(r => r.Id == run, CancellationToken.None)) return;
        var changes = db.Set<ImportChange>().Where(c => c.RunId == old);
        if (await changes.AnyAsync(CancellationToken.None)) await db.Acting("places_import_change", () => changes.ExecuteUpdateAsync(c => c.SetProperty(x => x.RunId, run), CancellationToken.None), CancellationToken.None);
    }

    private async Task End(ImportJob job, Action<ImportJob> end)
    {
        db.ChangeTracker.Clear();
        var now = await db.Set<ImportJob>().SingleAsync(j => j.Id == job.Id, CancellationToken.None);
        // Where it was slow enough to be given up, the next one has it.
        if (now.Turns != job.Turns) return;
        end(now);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An import of the desk stopped half-way ({Trouble}); what was stored stays.")]
    private static partial void Stopped(ILogger log, string trouble);
}
