using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Kernel;

/// <summary>
/// Sends what is queued, each message at most once. That a message is about to leave is committed before its first byte does: a
/// server that is killed in between leaves it "sending", and whoever finds it so ten minutes later calls it unclear and does not
/// send it again. Only what surely did not leave is tried again. So nobody is written to twice; a few may not be written to at all.
/// </summary>
public sealed class MessageSender(IServiceScopeFactory scopes, ISmsGateway sms, IMailer mailer, Addresses addresses, IConfiguration configuration, IOptions<SmsSettings> settings, TimeProvider clock)
{
    public const string Act = "kernel.send_message";
    public const int MostTries = 8;
    public const int MostSegments = 2;

    /// <summary>Longer than any try can last.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromMinutes(10);
    private const int AtOnce = 100, Together = 4;

    /// <summary>Sends all that may leave now.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> SendDue(CancellationToken stop)
    {
        await CallLostUnclear(stop);
        for (var looked = 0; ;)
        {
            var now = clock.GetUtcNow();
            var due = await In((db, _) => db.Set<OutgoingMessage>().Where(m => m.State == MessageStates.Queued && m.NextAt <= now).OrderBy(m => m.NextAt).Select(m => m.Id).Take(AtOnce).ToListAsync(stop));
            if (due.Count == 0) return looked;
            looked += due.Count;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = stop }, async (id, s) => await SendOne(id, s));
        }
    }

    /// <summary>After so many tries: half a minute, a minute, two … six hours at most, each by half more or less, so that a thousand that failed together do not come back together.</summary>
    public static TimeSpan Pause(int tries, double chance) => TimeSpan.FromSeconds(Math.Min(30 * Math.Pow(2, tries - 1), 6 * 60 * 60)) * (0.5 + chance);

    private Task SendOne(Guid id, CancellationToken stop) => In(async (db, services) =>
    {
        try
        {
            await SendOne(db, services, id, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another server reached for it first
        }
        return true;
    });

    private async Task SendOne(Database db, IServiceProvider services, Guid id, CancellationToken stop)
    {
        if (await db.Set<OutgoingMessage>().SingleOrDefaultAsync(m => m.Id == id && m.State == MessageStates.Queued, stop) is not { Address: { } box } message) return;
        var now = clock.GetUtcNow();
        if (WritingHours.Next(now, message.TimeZone) is var day && day > now && WriterOf(services, message) is not { IsAnswer: true }) message.Again(day);
        else if (await IsUnwanted(db, message, stop) || await Written(services, message, stop) is not { } words) message.End(MessageStates.Dropped, now);
        else if ((message.Channel == Channels.Sms && SmsLength.Of(words.Text).Segments > MostSegments) || Opened(message.Id, box) is not { } address) message.End(MessageStates.Refused, now);
        else
        {
            message.Begin(now, message.Channel == Channels.Sms ? SmsLength.Of(words.Text).Segments : 0);
            await db.SaveChangesAsync(stop);
            // From here on the stop of the server is not listened to: what has begun is brought to an end that is known.
            Note(message, await HandOver(message, address, words));
        }
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<bool> IsUnwanted(Database db, OutgoingMessage message, CancellationToken stop) =>
        (message.IsDemonstration && !(message.Channel == Channels.Sms ? sms.IsSimulated : IsMailKept(configuration)))
        || await db.Set<Stopped>().AnyAsync(s => s.AddressHash == message.AddressHash, stop);

    // After a restore without its key file nobody's address opens.
    private string? Opened(Guid id, byte[] box)
    {
        try
        {
            return addresses.Unseal(id, box);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether letters are written into a folder and sent to nobody.</summary>
    public static bool IsMailKept(IConfiguration configuration) => string.IsNullOrEmpty(configuration["Amparo:Mail:Host"]);

    private static async Task<WrittenMessage?> Written(IServiceProvider services, OutgoingMessage message, CancellationToken stop) =>
        WriterOf(services, message) is { } writer ? await writer.Write(message, stop) : null;

    private static IMessageWriter? WriterOf(IServiceProvider services, OutgoingMessage message) => services.GetServices<IMessageWriter>().FirstOrDefault(w => w.Purpose == message.Purpose);

    private async Task<HandOver> HandOver(OutgoingMessage message, string address, WrittenMessage words)
    {
        if (message.Channel == Channels.Sms) return await sms.Send(message.Id, address, words.Text, CancellationToken.None);
        try
        {
            await mailer.Send(new(address, words.Subject ?? "", words.Text, words.Html ?? ""), CancellationToken.None);
            return new(HandedOver.Accepted);
        }
        catch (MailFailed failed)
        {
            return new(OutcomeOf(failed.InnerException!));
        }
    }

    // Mail knows no key by which a second try would be seen to be one.
    private static HandedOver OutcomeOf(Exception e) => e switch
    {
        FormatException => HandedOver.Refused,
        SmtpException { InnerException: SocketException } or UnauthorizedAccessException or DirectoryNotFoundException => HandedOver.TryAgain,
        SmtpFailedRecipientException { StatusCode: not (SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage or SmtpStatusCode.LocalErrorInProcessing) } => HandedOver.Refused,
        SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } => HandedOver.TryAgain,
        _ => HandedOver.Unclear,
    };

    private void Note(OutgoingMessage message, HandOver handed)
    {
        var now = clock.GetUtcNow();
        switch (handed.Outcome)
        {
            case HandedOver.Accepted:
                message.End(MessageStates.Sent, now, handed.Id);
                if (message.Channel == Channels.Sms && settings.Value.PriceMicros is { } price) message.Cost(price * message.Segments, settings.Value.Currency);
                break;
            case HandedOver.TryAgain when message.Tries < MostTries:
                message.Again(now + Pause(message.Tries, RandomNumberGenerator.GetInt32(1000) / 1000.0));
                break;
            case HandedOver.Unclear:
                message.End(MessageStates.Unclear, now);
                break;
            default:
                message.End(MessageStates.Refused, now);
                break;
        }
    }

    private Task<bool> CallLostUnclear(CancellationToken stop) => In(async (db, _) =>
    {
        var (now, before) = (clock.GetUtcNow(), clock.GetUtcNow() - Lost);
        var lost = await db.Set<OutgoingMessage>().Where(m => m.State == MessageStates.Sending && m.BegunAt < before).Take(1000).ToListAsync(stop);
        foreach (var message in lost) message.End(MessageStates.Unclear, now);
        if (lost.Count > 0) await db.SaveChangesAsync(stop);
        return true;
    });

    private async Task<T> In<T>(Func<Database, IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = Act;
        return await work(scope.ServiceProvider.GetRequiredService<Database>(), scope.ServiceProvider);
    }
}
