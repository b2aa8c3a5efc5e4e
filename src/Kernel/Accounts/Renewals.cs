using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Kernel;

/// <summary>
/// "I have forgotten my password." Whoever asks is told the same at once, whether there is such an account or not; whether a
/// letter is written is decided afterwards, where nobody can measure it.
/// </summary>
public sealed class Renewals(IServiceScopeFactory scopes, ILogger<Renewals> log) : BackgroundService
{
    public const string Act = "office.ask_for_renewal";

    // A flood of asking must not fill the memory: what does not fit is dropped, and the person asks again.
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask(string email) => _asked.Writer.TryWrite(Account.KeyOf(email));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var emailKey in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                try
                {
                    await Write(emailKey, stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // Only the kind: the message of a mail server may hold the address.
                    log.LogError("A letter to renew a password was not sent ({Trouble}).", e.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>One letter an hour and account: asking must not fill somebody's mailbox.</summary>
    internal async Task Write(string emailKey, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, services) = (scope.ServiceProvider.GetRequiredService<Database>(), scope.ServiceProvider);
        services.GetRequiredService<CurrentUser>().Act = Act;
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.EmailKey == emailKey, stop) is not { DisabledAt: null, HasPassword: true } account) return;
        if (await services.GetRequiredService<Invitations>().Renewal(account, stop) is not { } token) return;
        await db.SaveChangesAsync(stop);
        await services.GetRequiredService<IMailer>().Send(services.GetRequiredService<Letters>().Write(account.Email, account.Language, "office.mail.renewal", $"{ConsolePaths.Renewal}?code={token}"), stop);
    }
}
