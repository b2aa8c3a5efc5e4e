using System.Data.Common;
using Amparo.Safeguarding.Answering;
using Amparo.Safeguarding.Holding;
using Amparo.Safeguarding.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Safeguarding;

/// <summary>Each half minute: what lies in clear is sealed, what waits is handed to who may read it, who reads is told, answers that are over go.</summary>
internal sealed class SafeguardingJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SafeguardingJobs> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30), Lasts = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do await Try(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
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
            await Run(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Only the kind: a message of the database may quote a row.
            log.LogError("The work on what people told is behind ({Trouble}); it is tried again in half a minute.", (e as DbException)?.SqlState ?? e.GetType().Name);
        }
    }

    internal async Task Run(CancellationToken stop)
    {
        if (!await Do<Leases, bool>(l => l.Take("safeguarding", Lasts, stop))) return;
        while (await Do<MoveFromInbox, int>(m => m.Move(stop)) > 0) { }
        await Do<HandWaiting, int>(h => h.Hand(stop));
        await Do<TellHolders, bool>(async t => { await t.Tell(stop); return true; });
        await Do<ForgetAnswers, int>(f => f.Forget(stop));
    }

    private async Task<TAnswer> Do<T, TAnswer>(Func<T, Task<TAnswer>> work) where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = SafeguardingPermissions.Work;
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }
}
