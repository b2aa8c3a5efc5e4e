using System.Diagnostics;
using Amparo.Publication;

namespace Amparo.Web.Serving;

/// <summary>
/// Makes packs of what readers see, after they see it. The list of what is revoked comes first and within seconds; packs follow
/// a minute at most after one another, one at a time, and let readers go first.
/// </summary>
internal sealed class PackJob(CurrentEdition current, PackStore store, PackBuilder builder, Revoking revoking, KeyFolder keys, TimeProvider clock, IConfiguration configuration, ILogger<PackJob> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    // A server that has just begun has other things to do.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(20), Between = TimeSpan.FromMinutes(1), AnywayEvery = TimeSpan.FromHours(1), MostPause = TimeSpan.FromSeconds(3);

    private Edition? _revokedOf, _packedOf;
    private DateTimeOffset _next, _anyway, _revokeAnyway;
    private string? _said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["Amparo:Packs"] == "off") return;
        _next = clock.GetUtcNow() + First;
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookOnce(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task LookOnce(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // Packs that the command line made lie under other names, and what it called back is to be said at once.
        if (store.LookForOthers()) (_revokeAnyway, _anyway) = (now, now);
        if (current.Now is not { } edition || !keys.Exists || now >= edition.Info.ExpiresAt) return;
        var (revokes, packs) = (!ReferenceEquals(edition, _revokedOf) || now >= _revokeAnyway, now >= _next && (!ReferenceEquals(edition, _packedOf) || now >= _anyway));
        // Where nothing was ever given out nothing can be called back.
        if (!packs && !(revokes && store.HasGiven)) return;
        try
        {
            using var making = store.TryLock();
            if (making is null)
            {
                store.Reload();
                return;
            }
            if (store.HasGiven) Revoke(edition, now);
            if (!packs) return;
            var watch = Stopwatch.StartNew();
            var run = await Task.Run(() => builder.Build(edition, () => LetOthersGoFirst(watch, stop), stop), stop);
            Revoke(edition, now);
            (_packedOf, _next, _anyway) = (edition, clock.GetUtcNow() + Between, clock.GetUtcNow() + AnywayEvery);
            if (run.Made > 0) log.LogInformation("Packs: {Made} made, {Renewed} signed anew, {Kept} kept.", run.Made, run.Renewed, run.Kept);
            if (run.LeftOut.Count > 0) Say($"Too large for a phone and left out: {string.Join(", ", run.LeftOut)}.");
            else _said = null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Readers lose nothing by it: the packs of before stay, and each says how old it is.
            Say(e is KeyRefused ? e.Message : $"({e.GetType().Name})");
            _next = now + Between;
        }
    }

    private void Revoke(Edition edition, DateTimeOffset now)
    {
        revoking.Revoke(current.Now ?? edition);
        (_revokedOf, _revokeAnyway) = (current.Now ?? edition, now + TimeSpan.FromMinutes(10));
    }

    /// <summary>
    /// Between two packs: readers get the machine for as long as the last one took, and whoever hides an entry meanwhile does not
    /// wait until all packs are made.
    /// </summary>
    private async Task LetOthersGoFirst(Stopwatch watch, CancellationToken stop)
    {
        if (!ReferenceEquals(current.Now, _revokedOf)) Revoke(current.Now!, clock.GetUtcNow());
        var took = watch.Elapsed < MostPause ? watch.Elapsed : MostPause;
        await Task.Delay(took, stop);
        watch.Restart();
    }

    private void Say(string trouble)
    {
        if (trouble == _said) return;
        _said = trouble;
        log.LogError("Packs are not made anew; those of before stay. {Trouble}", trouble);
    }
}
