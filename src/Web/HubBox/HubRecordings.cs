using Amparo.Publication;

namespace Amparo.Web.HubBox;

/// <summary>
/// Brings what can be heard of the edition that is shown, beside the packs and after no one: at once when there is other to hear,
/// since a voice that was withdrawn goes within a second, and at its interval.
/// </summary>
internal sealed class HubRecordings(CurrentEdition current, RecordingFetcher fetcher, TimeProvider clock, HubTroubles troubles, TimeSpan every) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1), LongestTry = TimeSpan.FromHours(1);

    private readonly Backoff _line = new(clock, every);
    private Edition? _askedFor;
    private bool _wasMissing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                if (current.Now is { } shown && (_line.IsDue || IsOther(shown)))
                {
                    _askedFor = shown;
                    _line.Went(await Fetch(shown, stoppingToken));
                }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private bool IsOther(Edition shown) => _askedFor is null || !_askedFor.Recordings.SequenceEqual(shown.Recordings);

    private async Task<bool> Fetch(Edition shown, CancellationToken stop)
    {
        try
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
            over.CancelAfter(LongestTry);
            var fetching = Task.Run(() => fetcher.Fetch(shown, over.Token), stop);
            // An hour of sound on a slow line keeps nobody from forgetting what was withdrawn meanwhile.
            while (await Task.WhenAny(fetching, Task.Delay(LookEvery, clock, CancellationToken.None)) != fetching)
                if (current.Now is { } newer && IsOther(newer)) await over.CancelAsync();
            return Say(await fetching);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // What came is kept, and it goes on from there.
        }
        catch (FetchNoRoom)
        {
            troubles.Say("recordings", "The disk is full: recordings need room. Those that are here are heard.");
        }
        catch (FetchCut cut)
        {
            troubles.Say("recordings", $"{cut.Message} The recordings that are here are heard; it is tried again.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // As with editions: an error that leaves a hosted service would stop the server.
            troubles.Say("recordings", $"Recordings could not be brought ({e.GetType().Name}). Those that are here are heard.");
        }
        return false;
    }

    private bool Say(RecordingsBrought came)
    {
        if (came.Refused.Count > 0) troubles.Say("recordings", $"Recordings that the server offers are not given on: {string.Join(", ", came.Refused)}.");
        // A server lays its sounds out some seconds after its edition: that is no trouble yet.
        else if (came.Missing > 0 && _wasMissing) troubles.Say("recordings", $"The server does not give {came.Missing} of its recordings. Those that are here are heard; it is tried again.");
        else if (came.Missing == 0) troubles.Over("recordings", "The recordings of the server are all here again.");
        _wasMissing = came.Missing > 0;
        return came is { Refused.Count: 0, Missing: 0 };
    }
}
