using Amparo.Publication;

namespace Amparo.Web.Serving;

/// <summary>
/// Brings what was approved, hidden, withdrawn or has expired to readers without a restart: it looks every two seconds, also
/// for what another process wrote or published. Whatever goes wrong, readers keep the last good edition.
/// </summary>
internal sealed class Publisher(
    EditionStore store, KeyFolder keys, EditionBuilder builder, EditionLoader loader, CurrentEdition current, TimeProvider clock, PublisherTroubles troubles,
    IHostApplicationLifetime life) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    // Against everything that no time of change tells: a restored database, a row deleted by hand, a clock set back.
    private static readonly TimeSpan FullEvery = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _alone = new(1);
    private DateTimeOffset? _fullAt;
    private long? _unreadable;
    private Task? _lastGood;

    /// <summary>Begins to load the last good edition; the model of the database is made meanwhile, so that readers wait half a second less.</summary>
    public void BeginToLoad() => _lastGood ??= Task.Run(LoadLastGood);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        BeginToLoad();
        await _lastGood!;
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            // The first look reads every entry: readers who wait for the doors to open would wait for it too.
            await Opened(stoppingToken);
            do await LookOnce(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Opened(CancellationToken stop)
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = life.ApplicationStarted.Register(opened.SetResult);
        await opened.Task.WaitAsync(stop);
    }

    /// <summary>Loads what another process published, and publishes what has changed.</summary>
    public async Task LookOnce(CancellationToken stop)
    {
        await _alone.WaitAsync(stop);
        try
        {
            Load();
            if (!keys.Exists) return;
            using var publishing = store.TryLock();
            if (publishing is not null) await Publish(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Whatever it is: an error that leaves a hosted service stops the server, and readers would lose everything.
            troubles.Say(e);
        }
        finally
        {
            _alone.Release();
        }
    }

    private async Task Publish(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var full = _fullAt is null || now >= _fullAt + FullEvery || now < _fullAt;
        var result = await builder.Build(full, veiled: Load, stop: stop);
        if (full) (_fullAt, _unreadable) = (now, null);
        Load();
        if (full) store.Sweep(now);
        troubles.Over();
        if (result.KeyEndsAt - now < KeyFolder.Warning) troubles.KeyEnds(result.KeyEndsAt);
    }

    private void Load()
    {
        if (store.CurrentVersion() is not { } version || version == current.Now?.Info.Version || version == _unreadable) return;
        try
        {
            current.Replace(loader.Open(version, current.Now));
        }
        catch (Exception e) when (e is EditionDamaged or IOException)
        {
            // Read once and not every two seconds; a build from the database mends it.
            (_unreadable, _fullAt) = (version, null);
            throw;
        }
    }

    private void LoadLastGood()
    {
        foreach (var version in store.Versions().Where(v => v <= store.CurrentVersion()).Take(5))
        {
            try
            {
                current.Replace(loader.Open(version));
                return;
            }
            catch (Exception e) when (e is EditionDamaged or KeyRefused or IOException or UnauthorizedAccessException)
            {
                if (version == store.CurrentVersion()) _unreadable = version;
                troubles.Say(e);
            }
        }
    }
}
