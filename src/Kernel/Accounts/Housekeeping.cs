using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Kernel;

/// <summary>
/// Once an hour throws away what nobody can use any more: dead sessions with the keys in them, old failures, links that ended, and
/// what people wrote or where something was sent, once it has been taken or has left.
/// </summary>
public sealed class Housekeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Longer than any period in which something is asked or sent once: what is asked again then is another record.</summary>
    internal static readonly TimeSpan MessagesKept = TimeSpan.FromDays(100);

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
        await EmptyInbox(now, stop);
        var sent = now - MessagesKept;
        await Delete<OutgoingMessage>(OutgoingTable.Name, m => m.EndedAt < sent && m.State != MessageStates.Queued && m.State != MessageStates.Sending, stop);
        await Delete<SmsEvent>("kernel_sms_event", e => e.At < sent, stop);
    }

    // The module that took a message keeps what it needs of it: here names and mailboxes would lie a second time, for ever.
    // The key and the hash stay a while, so that the same form sent again is still known.
    private async Task EmptyInbox(DateTimeOffset now, CancellationToken stop)
    {
        var before = now - MessagesKept;
        await Delete<InboxItem>("kernel_inbox", i => i.TakenAt < before, stop);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "kernel.sweep";
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        var taken = db.Set<InboxItem>().Where(i => i.TakenAt != null && i.Body != "");
        if (await taken.AnyAsync(stop)) await db.Acting("kernel_inbox", () => taken.ExecuteUpdateAsync(i => i.SetProperty(x => x.Body, ""), stop), stop);
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
