using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Places.Claiming;

/// <summary>Takes claims out of the inbox; claim and inbox mark are one transaction.</summary>
internal sealed class TakeClaims(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TakeClaims> log) : BackgroundService
{
    public const string Act = "places.claim";

    /// <summary>More of one place than anybody means seriously are dropped.</summary>
    public const int MostOpen = 10;
    private const int AtOnce = 50;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

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
            await TakeAll(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError("Claims could not be taken from the inbox ({Trouble}); they wait there and are tried again.", e.GetType().Name);
        }
    }

    public async Task TakeAll(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = Act;
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        var waiting = await db.Set<InboxItem>().Where(i => i.Kind == PlaceClaim.Kind && i.TakenAt == null).OrderBy(i => i.ReceivedAt).Take(AtOnce).ToListAsync(stop);
        foreach (var item in waiting)
        {
            item.TakenAt = clock.GetUtcNow();
            if (Read(item.Body) is not { } said || !await db.Set<Place>().AnyAsync(p => p.Id == said.Place && p.Status == PlaceStatus.Approved, stop)) continue;
            var open = await db.Set<Claim>().CountAsync(c => c.PlaceId == said.Place && (c.State == ClaimStates.Waits || c.State == ClaimStates.First), stop)
                + db.ChangeTracker.Entries<Claim>().Count(e => e.State is EntityState.Added && e.Entity.PlaceId == said.Place);
            if (open < MostOpen) db.Add(Claim.From(item.Id, said, item.ReceivedAt));
        }
        if (waiting.Count == 0) return;
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another server took one of them at the same moment: nothing of this was saved, and what is left is taken the next time.
            db.ChangeTracker.Clear();
        }
    }

    private static PlaceClaim? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<PlaceClaim>(body, CompactJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
