using Amparo.Contracts.Recordings;
using Amparo.Publication;

namespace Amparo.Web.Serving;

/// <summary>
/// Lays the sounds that readers may hear beside what they see, and takes away what they may not hear any more, within seconds of an
/// edition; makes one file of each spoken language.
/// </summary>
internal sealed class RecordingJob(CurrentEdition current, RecordingStore store, AudioPacks packs, IRecordedSounds sounds, KeyFolder keys, TimeProvider clock, IConfiguration configuration, ILogger<RecordingJob> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2), AnywayEvery = TimeSpan.FromMinutes(10);

    private Edition? _doneOf;
    private DateTimeOffset _anyway;
    private string? _said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["Amparo:Packs"] == "off") return;
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

    public async Task LookOnce(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (current.Now is not { } edition || !keys.Exists || now >= edition.Info.ExpiresAt || (ReferenceEquals(edition, _doneOf) && now < _anyway)) return;
        if (edition.Recordings.Count == 0 && store.Catalogue.Count == 0)
        {
            (_doneOf, _anyway) = (edition, now + AnywayEvery);
            return;
        }
        try
        {
            using var making = store.TryLock();
            if (making is null) return;
            var run = await packs.Build(edition, sounds, stop);
            // What is missing is asked for again at the next look.
            if (run.Missing == 0) (_doneOf, _anyway) = (edition, now + AnywayEvery);
            Say(run.Missing > 0 ? $"{run.Missing} could not be read." : run.LeftOut > 0 ? $"{run.LeftOut} have no room in the file of their language." : null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Readers lose nothing that they can read by it.
            Say(e is KeyRefused ? e.Message : $"({e.GetType().Name})");
        }
    }

    private void Say(string? trouble)
    {
        if (trouble == _said) return;
        _said = trouble;
        if (trouble is not null) log.LogError("Recordings are not all to be heard. {Trouble}", trouble);
    }
}
