using System.Net;

namespace Amparo.Web.HubBox;

/// <summary>Hands what people wrote here over to the server, letter by letter and still sealed, whenever it answers. What arrived is deleted here.</summary>
internal sealed class HandOver(SealedSpool letters, Upstream server, TimeProvider clock, HubTroubles troubles) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Backoff _line = new(clock, TimeSpan.FromSeconds(2));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            do if (_line.IsDue) _line.Went(await All(stoppingToken));
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task<bool> All(CancellationToken stop)
    {
        try
        {
            letters.Forget();
            foreach (var letter in letters.Waiting())
                if (!await One(letter, stop)) return false;
            troubles.Over("letters", "What people wrote here reaches the server again.");
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            troubles.Say("letters", "What people wrote here does not reach the server at the moment. It waits, sealed, and is tried again.");
            return false;
        }
    }

    private async Task<bool> One(string letter, CancellationToken stop)
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(letter, stop));
        using var answer = await server.Client.PostAsync("hub/inbox", body, stop);
        switch (answer.StatusCode)
        {
            // A conflict: the same form arrived before with other words, and those stand.
            case HttpStatusCode.NoContent or HttpStatusCode.Conflict:
                letters.WasTaken(letter);
                return true;
            case HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge:
                SealedSpool.WasRefused(letter);
                troubles.Say("refused", "The server cannot open a letter of this box: it was sealed for another server, or for a key that is lost. It stays in hub/letters, ending in .refused.");
                return true;
            default:
                troubles.Say("letters", $"The server does not take what people wrote here ({(int)answer.StatusCode}). It waits, sealed, and is tried again.");
                return false;
        }
    }
}
