using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Kernel;

/// <summary>Looks every fifteen seconds whether something may leave.</summary>
internal sealed class Sending(MessageSender sender, TimeProvider clock, ILogger<Sending> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

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
            await sender.SendDue(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Only the kind: a message of a mail server or of the database may hold an address.
            log.LogError("Messages wait ({Trouble}); they are tried again.", (e as DbException)?.SqlState ?? e.GetType().Name);
        }
    }
}
