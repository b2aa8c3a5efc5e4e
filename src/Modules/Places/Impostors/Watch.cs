using Amparo.Places.Entries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Places.Impostors;

/// <summary>Looks at every entry that changed, some seconds later, from wherever the change came: form, import, command line.</summary>
internal sealed partial class Watch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Watch> log) : BackgroundService
{
    public const string Act = "places.watch";
    private const int AtOnce = 200;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>A change carries the time of its saving and may be committed a little later.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _one = new(1, 1);
    private Dictionary<Guid, int> _seen = [];

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
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Another server that looked at the same entries was first; or the database is away. Both pass.
            CouldNotLook(log, e.GetBaseException().GetType().Name);
        }
    }

    public async Task LookOnce(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            while (await Some(stop)) { }
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<bool> Some(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = Act;
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        var until = await db.Set<WatchedUntil>().SingleOrDefaultAsync(w => w.Name == WatchedUntil.Impostors, stop);
        var since = (until?.At ?? DateTimeOffset.UnixEpoch + Overlap) - Overlap;
        var lately = await db.Set<Place>().AsNoTracking().Where(p => p.ChangedAt > since).OrderBy(p => p.ChangedAt).ThenBy(p => p.Id).Take(AtOnce + _seen.Count).Select(p => new { p.Id, p.Version, p.ChangedAt }).ToListAsync(stop);
        var fresh = lately.Where(p => _seen.GetValueOrDefault(p.Id) != p.Version).Take(AtOnce).ToList();
        if (fresh.Count == 0) return false;

        var ids = fresh.Select(p => p.Id).ToList();
        var places = await db.Set<Place>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop);
        await scope.ServiceProvider.GetRequiredService<Looking>().Look(places, stop);
        var reached = fresh[^1].ChangedAt;
        if (until is null) db.Add(new WatchedUntil { Name = WatchedUntil.Impostors, At = reached });
        else if (reached > until.At) until.At = reached;
        await db.SaveChangesAsync(stop);
        // Only what the next look would meet again is remembered.
        foreach (var place in fresh) _seen[place.Id] = place.Version;
        var edge = (until?.At ?? reached) - Overlap;
        var near = lately.Where(p => p.ChangedAt > edge).Select(p => p.Id).ToHashSet();
        _seen = _seen.Where(s => near.Contains(s.Key)).ToDictionary();
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changed entries were not compared with others ({Trouble}); they are looked at again.")]
    private static partial void CouldNotLook(ILogger log, string trouble);
}
