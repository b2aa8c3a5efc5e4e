using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Places.Asking;

/// <summary>Looks every half hour whether an entry came due.</summary>
internal sealed class AskRounds(AskRound round, TimeProvider clock, ILogger<AskRounds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    // Not in the first minute: whoever starts a server wants readers served first.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(First, clock, stoppingToken);
            using var timer = new PeriodicTimer(Every, clock);
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
            await round.Run(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError("Entries that are due were not all asked ({Trouble}); it is tried again in half an hour.", (e as DbException)?.SqlState ?? e.GetType().Name);
        }
    }
}
