using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Kernel;

/// <summary>Looks every fifteen seconds whether something may leave.</summary>
internal sealed class Sending(MessageSender sender, SmsSimulator simulator, TimeProvider clock, ILogger<Sending> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private const int ForgetEach = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            for (var turn = 1; await timer.WaitForNextTickAsync(stoppingToken); turn++)
            {
                await Try(stoppingToken);
                if (turn % ForgetEach == 0) await simulator.Forget(stoppingToken);
            }
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
