using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Places.Reporting;

/// <summary>Takes what readers reported out of the inbox; report and inbox mark are one transaction, so that none is lost and none doubled.</summary>
internal sealed partial class TakeReports(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TakeReports> log) : BackgroundService
{
    private const int AtOnce = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TakeAll(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                CouldNotTake(log, e);
            }
        }
    }

    public async Task TakeAll(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = PlacesPermissions.Report;
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        var waiting = await db.Set<InboxItem>().Where(i => i.Kind == PlaceReport.Kind && i.TakenAt == null).OrderBy(i => i.ReceivedAt).Take(AtOnce).ToListAsync(stop);
        foreach (var item in waiting)
        {
            item.TakenAt = clock.GetUtcNow();
            // Only what was public can have been reported; anything else was never a page of ours.
            if (Read(item.Body) is not { } report || await db.Set<Place>().SingleOrDefaultAsync(p => p.Id == report.Place, stop) is not { } place) continue;
            db.Add(ProblemReport.From(report, item.ReceivedAt, clock.GetUtcNow(), item.Id));
            if (report is { What: ProblemReport.Closed, IsEcho: false } && await ClosedReports(db, place, report, stop) + 1 >= Place.ReportsThatDoubt) place.Doubt(clock.GetUtcNow());
        }
        if (waiting.Count == 0) return;
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            var ids = waiting.Select(i => i.Id).ToList();
            // Another server took one of them at the same moment: nothing of this was saved, and what is left is taken the next time.
            if (!await db.Set<InboxItem>().AnyAsync(i => ids.Contains(i.Id) && i.TakenAt != null, stop)) throw;
        }
    }

    // What was said before somebody last made sure is answered; one receipt code is one voice, and so are two forms from one connection.
    private static async Task<int> ClosedReports(Database db, Place place, PlaceReport report, CancellationToken stop)
    {
        var since = place.AssuredAt ?? DateTimeOffset.UnixEpoch;
        var stored = await db.Set<ProblemReport>().CountAsync(r => r.PlaceId == place.Id && r.What == ProblemReport.Closed && r.Outcome == ProblemReport.Received && r.ReceivedAt > since && r.CodeHash != report.CodeHash, stop);
        return stored + db.ChangeTracker.Entries<ProblemReport>().Count(e => e.State is EntityState.Added && e.Entity.PlaceId == place.Id && e.Entity.What == ProblemReport.Closed && e.Entity.CodeHash != report.CodeHash);
    }

    private static PlaceReport? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<PlaceReport>(body, CompactJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reports of readers could not be taken from the inbox; they wait there and are tried again.")]
    private static partial void CouldNotTake(ILogger log, Exception e);
}
