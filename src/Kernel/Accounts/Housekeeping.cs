using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Kernel;

/// <summary>Once an hour throws away what nobody can use any more: dead sessions with the keys in them, old failures, links that ended.</summary>
public sealed class Housekeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

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
            await Sweep(stop);
        }
        catch (DbException e)
        {
            log.LogError("What is over was not thrown away ({Trouble}); it is tried again in an hour.", e.GetType().Name);
        }
    }

    internal async Task Sweep(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (idleSince, forgotten) = (now - SessionTimes.Idle, now - Attempts.Forgotten);
        await Delete<Session>("kernel_session", s => s.EndsAt <= now || (s.SeenAt <= idleSince && s.PinHash == null), stop);
        await Delete<Attempt>("kernel_attempt", a => a.LastAt < forgotten, stop);
        await Delete<Invitation>("kernel_invitation", i => i.ExpiresAt <= now, stop);
    }

    private async Task Delete<T>(string table, System.Linq.Expressions.Expression<Func<T, bool>> isOver, CancellationToken stop) where T : class
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "kernel.sweep";
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        // An hour in which nothing was over leaves no record.
        if (await db.Set<T>().AnyAsync(isOver, stop)) await db.Acting(table, () => db.Set<T>().Where(isOver).ExecuteDeleteAsync(stop), stop);
    }
}
