using Amparo.Publication;

namespace Amparo.Web.HubBox;

/// <summary>
/// Shows the newest edition of the folder, and brings newer ones where there is a server and a line. Whatever goes wrong,
/// readers keep the one that they have; where it grew old, they keep less of it.
/// </summary>
internal sealed class HubEditions(
    EditionStore store, EditionLoader loader, CurrentEdition current, FetchMemory memory, TimeProvider clock, HubTroubles troubles, TimeSpan every, EditionFetcher? fetcher = null) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1), RememberEvery = TimeSpan.FromHours(1);

    private readonly Backoff _line = new(clock, every);
    private bool _isCoarse;
    private long? _unreadable;

    /// <summary>Why what the folder holds is not shown.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Loads what the folder holds, as far as it may be shown.</summary>
    public void Look()
    {
        try
        {
            if (store.CurrentVersion() is { } version) Show(version);
        }
        catch (Exception e) when (e is EditionDamaged or KeyRefused or IOException or UnauthorizedAccessException)
        {
            _unreadable = store.CurrentVersion();
            Trouble = e.Message;
            troubles.Say("folder", $"The edition of this folder cannot be shown: {e.Message}");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            do
            {
                Look();
                if (fetcher is not null && _line.IsDue) await Fetch(fetcher, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Fetch(EditionFetcher from, CancellationToken stop)
    {
        var went = false;
        try
        {
            if (await from.Fetch(stop)) _unreadable = null;
            if (memory.ConfirmedAt() is not { } before || (clock.GetUtcNow() - before).Duration() > RememberEvery) memory.Confirmed(clock.GetUtcNow());
            Look();
            went = true;
            troubles.Over("line", "The server answers again, and this copy is up to date.");
        }
        catch (Exception e) when (e is FetchRefused or FetchCut or FetchNoRoom)
        {
            troubles.Say("line", $"{e.Message} Readers keep the edition that is here; it is tried again.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Whatever it is: an error that leaves a hosted service stops the server, and readers would lose everything.
            troubles.Say("line", $"A newer edition could not be brought ({e.GetType().Name}). Readers keep the one that is here.");
        }
        _line.Went(went);
    }

    private void Show(long version)
    {
        if (version < memory.Newest())
        {
            if (current.Now is null) throw new EditionDamaged($"It holds edition {version}, and {memory.Newest()} was shown here already: going back would show what was withdrawn since. Copy the newest one.");
            return;
        }
        if (version == _unreadable) return;
        var now = current.Now;
        // An edition that was never shown yet is read as it stands first: its time says whether less of it may be said.
        var coarse = now?.Info.Version == version ? IsDue(now) : now is not null && _isCoarse;
        if (now?.Info.Version == version && coarse == _isCoarse) return;
        var edition = Open(version, coarse);
        if (IsDue(edition) != coarse) edition = Open(version, coarse = !coarse);
        (_isCoarse, _unreadable) = (coarse, null);
        current.Replace(edition);
        memory.Saw(version);
        if (coarse) troubles.Say("age", "For seven days nobody confirmed that this edition is the newest: exact addresses of shelters are not shown until it is.");
        else troubles.Over("age", "Exact addresses of shelters are shown again.");
    }

    private Edition Open(long version, bool coarse) => loader.Open(version, coarse == _isCoarse ? current.Now : null, coarse ? Coarser.Without : null);

    private bool IsDue(Edition edition) => Coarser.IsDue(memory.ConfirmedAt() is { } at && at > edition.Info.MadeAt ? at : edition.Info.MadeAt, clock.GetUtcNow());
}
