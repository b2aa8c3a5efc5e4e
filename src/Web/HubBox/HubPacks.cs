using Amparo.Publication;

namespace Amparo.Web.HubBox;

/// <summary>
/// Brings the server's packs after its edition: at once when a new one is shown, since the list of what is revoked follows within
/// seconds, and at its interval. Beside the editions and not after them: a newer edition never waits for a pack.
/// </summary>
internal sealed class HubPacks(CurrentEdition current, PackFetcher fetcher, TimeProvider clock, HubTroubles troubles, TimeSpan every) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Backoff _line = new(clock, every);
    private long _askedAfter;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                if (current.Now is { Info: var shown } && (_line.IsDue || shown.Version != _askedAfter))
                {
                    _askedAfter = shown.Version;
                    _line.Went(await Fetch(shown.IsDemonstration, stoppingToken));
                }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task<bool> Fetch(bool isDemonstration, CancellationToken stop)
    {
        try
        {
            // Unpacking and checking are work of seconds on a small board, and no reader waits for them.
            var came = await Task.Run(() => fetcher.Fetch(isDemonstration, stop), stop);
            if (came.Refused.Count > 0) troubles.Say("packs", $"Packs that the server offers are not given on: {string.Join(", ", came.Refused)}.");
            else if (came.Missing == 0) troubles.Over("packs", "The packs of the server are all here again.");
            return came is { Refused.Count: 0, Missing: 0 };
        }
        catch (FetchNoRoom)
        {
            troubles.Say("packs", "The disk is full: newer packs need room beside the old ones. Those that are here stay.");
        }
        catch (Exception e) when (e is FetchRefused or FetchCut)
        {
            troubles.Say("packs", $"{e.Message} The packs that are here stay; it is tried again.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // As with editions: an error that leaves a hosted service would stop the server.
            troubles.Say("packs", $"Newer packs could not be brought ({e.GetType().Name}). Those that are here stay.");
        }
        return false;
    }
}
