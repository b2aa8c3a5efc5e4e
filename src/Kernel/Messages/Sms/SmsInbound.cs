using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Kernel;

/// <summary>
/// What follows from an SMS that came in, by whichever hook: stop and begin, the reply to a question of ours, or a question of somebody
/// who wrote first. Neither number nor words go into a log, a trace or an exception.
/// </summary>
internal static class SmsInbound
{
    /// <summary>Ten parts.</summary>
    private const int Longest = 1600;
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Adds what follows to the database, to be saved by the caller.</summary>
    /// <param name="number">E.164.</param>
    /// <returns>What is to be answered; null for nothing.</returns>
    public static async Task<string?> Take(IServiceProvider services, Database db, string number, string text, DateTimeOffset now, CancellationToken stop)
    {
        var hash = services.GetRequiredService<Addresses>().HashOf(Channels.Sms, number);
        var (who, talk) = (services.GetRequiredService<SmsVisitors>().Of(number), services.GetService<ISmsConversation>());
        var stopped = await db.Set<Stopped>().SingleOrDefaultAsync(s => s.AddressHash == hash, stop);
        if (StopWords.IsStop(text))
        {
            if (stopped is null) db.Add(new Stopped { AddressHash = hash, At = now });
            talk?.Forget(who);
            return null;
        }
        if (StopWords.IsBegin(text))
        {
            if (stopped is not null) db.Remove(stopped);
            return Say(services, talk, who, number, text);
        }
        if (text.Length <= Longest)
            foreach (var taker in services.GetServices<ISmsReplies>())
                if (await taker.Take(number, hash, text, stop)) return null;
        // Whoever said "write no more" is not written to, whatever they write, until they say otherwise.
        return stopped is null ? Say(services, talk, who, number, text) : null;
    }

    /// <summary>At once, and held nowhere: what surely did not leave is tried twice more, and then she writes again.</summary>
    public static async Task Send(IServiceProvider services, string number, string text)
    {
        var (gateway, clock, id) = (services.GetRequiredService<ISmsGateway>(), services.GetRequiredService<TimeProvider>(), Guid.CreateVersion7());
        for (var tries = 1; ; tries++)
        {
            var handed = await gateway.Send(id, number, text, CancellationToken.None);
            if (handed.Outcome != HandedOver.TryAgain || tries == Tries) return;
            await Task.Delay(Pause, clock);
        }
    }

    private static string? Say(IServiceProvider services, ISmsConversation? talk, string who, string number, string text)
    {
        try
        {
            return talk?.Answer(who, SmsVisitors.CountryOf(number), text);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Only the kind: what an exception says may hold what somebody wrote.
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Amparo.Sms").LogError("A message could not be answered ({Trouble}).", e.GetType().Name);
            return null;
        }
    }

    /// <summary>Whether a secret that came is the one that is set, in the same time for every wrong one.</summary>
    public static bool IsSecret(string? set, string came) =>
        set is { Length: >= 16 } && CryptographicOperations.FixedTimeEquals(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(set)), SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(came)));
}
