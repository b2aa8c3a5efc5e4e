using Amparo.Contracts.Places;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Places.Importing;

/// <summary>
/// Does the long work of the import desk, one piece at a time, wherever its file lies. Whatever it holds when the process ends
/// is found silent two minutes later and said to have stopped: whole batches are stored or none of their rows.
/// </summary>
internal sealed partial class ImportWorker(IServiceScopeFactory scopes, Uploads uploads, TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2), SweepEvery = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _one = new(1, 1);
    private DateTimeOffset _swept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Try(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Try(CancellationToken stop)
    {
        try
        {
            await LookOnce(stop);
            if (clock.GetUtcNow() - _swept < SweepEvery) return;
            _swept = clock.GetUtcNow();
            await Sweep(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            CouldNotWork(log, e.GetBaseException().GetType().Name);
        }
    }

    /// <summary>Says what has stopped, and does what waits.</summary>
    public async Task LookOnce(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            await SayStopped(stop);
            while (await Next(stop) is { } id) await Work(id, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Throws away what nobody came back for, and what could still have been undone a month later.</summary>
    public async Task Sweep(CancellationToken stop)
    {
        await using var scope = Scope("places.imports_sweep", out var db);
        var (now, fileless) = (clock.GetUtcNow(), clock.GetUtcNow() - ImportJob.FileKept);
        var old = await db.Set<ImportJob>().Where(j => j.StoredAs != null && j.UploadedAt < fileless && j.State != JobStates.Running && j.State != JobStates.Queued).ToListAsync(stop);
        foreach (var job in old)
        {
            uploads.Remove(job.StoredAs!);
            job.FileIsGone();
        }
        await db.SaveChangesAsync(stop);
        var known = await db.Set<ImportJob>().Where(j => j.StoredAs != null).Select(j => j.StoredAs!).ToListAsync(stop);
        uploads.RemoveAllBut(known.ToHashSet(), fileless);

        // What an entry held before is kept to be put back, and no longer: it may say where a refuge was.
        var before = now - ImportJob.UndoKept;
        var over = db.Set<ImportRun>().Where(r => r.EndedAt < before).Select(r => r.Id);
        var changes = db.Set<ImportChange>().Where(c => c.Content != null && over.Contains(c.RunId));
        if (await changes.AnyAsync(stop)) await db.Acting("places_import_change", () => changes.ExecuteUpdateAsync(c => c.SetProperty(x => x.Content, (string?)null), stop), stop);
    }

    private async Task SayStopped(CancellationToken stop)
    {
        await using var scope = Scope(PlacesPermissions.Import, out var db);
        var silent = clock.GetUtcNow() - ImportJob.Silence;
        var open = await db.Set<ImportJob>().Where(j => (j.State == JobStates.Running || j.State == JobStates.Undoing) && j.StartedAt < silent).ToListAsync(stop);
        foreach (var job in open)
        {
            if (await db.Set<ImportRun>().AnyAsync(r => r.Id == job.RunId && r.BeatAt >= silent, stop)) continue;
            if (job.State == JobStates.Running) job.Stop(clock.GetUtcNow());
            else job.QueueUndoAgain();
        }
        await db.SaveChangesAsync(stop);
    }

    private async Task<Guid?> Next(CancellationToken stop)
    {
        await using var scope = Scope(PlacesPermissions.Import, out var db);
        var waiting = await db.Set<ImportJob>().AsNoTracking().Where(j => j.State == JobStates.Queued || j.State == JobStates.UndoQueued).OrderBy(j => j.UploadedAt).Take(20).Select(j => new { j.Id, j.State, j.StoredAs }).ToListAsync(stop);
        // A file that was brought to another server is that one's work.
        return waiting.Find(j => j.State == JobStates.UndoQueued || (j.StoredAs is not null && uploads.Has(j.StoredAs)))?.Id;
    }

    private async Task Work(Guid id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, user) = (services.GetRequiredService<Database>(), services.GetRequiredService<CurrentUser>());
        user.Act = PlacesPermissions.Import;
        var job = await db.Set<ImportJob>().SingleAsync(j => j.Id == id, stop);
        var isUndo = job.State == JobStates.UndoQueued;
        try
        {
            if (isUndo) job.BeginUndo(clock.GetUtcNow());
            else job.Begin(clock.GetUtcNow());
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // another server took it
        }
        if (isUndo) await services.GetRequiredService<UndoWork>().Run(job, stop);
        else await services.GetRequiredService<ImportWork>().Run(job, stop);
    }

    private AsyncServiceScope Scope(string act, out Database db)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = act;
        db = scope.ServiceProvider.GetRequiredService<Database>();
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The import desk could not do its work ({Trouble}); it is tried again.")]
    private static partial void CouldNotWork(ILogger log, string trouble);
}
