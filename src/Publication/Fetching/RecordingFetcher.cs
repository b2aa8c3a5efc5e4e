using System.Net;
using System.Net.Http.Headers;
using Amparo.Contracts.Recordings;

namespace Amparo.Publication;

/// <param name="Brought">Sounds that are new here, and files of a language.</param>
/// <param name="Refused">What the server offers and what must not be given on, with why.</param>
/// <param name="Missing">How much the server did not give; the next try asks for it.</param>
public sealed record RecordingsBrought(int Brought, IReadOnlyList<string> Refused, int Missing);

/// <summary>
/// Brings what can be heard of an edition, for a hub where many cannot read. What there is to hear stands in the edition, which was
/// checked; each sound has its hash there. A language of which most is missing comes as one file, over a line that may be slow.
/// </summary>
/// <param name="upstream">Its base address ends with a slash.</param>
public sealed class RecordingFetcher(RecordingStore store, PackStore packs, KeyFolder keys, HttpClient upstream, PackMemory memory, TimeProvider clock)
{
    private readonly KeptRecordings _kept = new(store, packs, keys, memory, clock);
    private readonly Dictionary<string, (EntityTagHeaderValue? Tag, AudioManifest Manifest)> _offered = [];

    /// <exception cref="FetchCut">The line broke.</exception>
    /// <exception cref="FetchNoRoom">The disk is full.</exception>
    public async Task<RecordingsBrought> Fetch(Edition edition, CancellationToken stop)
    {
        if (edition.Recordings.Count == 0 && !Directory.Exists(store.Folder)) return new(0, [], 0);
        try
        {
            using var alone = store.TryLock() ?? throw new FetchCut("Another process writes into this folder.");
            _kept.OnlyThoseOf(edition);
            var run = new Run(edition, stop);
            foreach (var language in edition.Recordings.GroupBy(r => r.Language).OrderBy(g => g.Key, StringComparer.Ordinal)) await Language(language.Key, [.. AudioPacks.InOrder(language)], run);
            if (run.Missing == 0 && Directory.Exists(_kept.Begun)) Directory.Delete(_kept.Begun, recursive: true);
            return new(run.Brought, run.Refused, run.Missing);
        }
        catch (IOException e) when (e is not FileNotFoundException && Room.IsFull(e))
        {
            throw new FetchNoRoom(e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new FetchCut("The line to the server broke.", e);
        }
    }

    private async Task Language(string language, IReadOnlyList<PublicRecording> named, Run run)
    {
        AudioManifest? offered = null;
        await run.Try($"the file of {language}", async () => offered = await Offered(language, run));
        if (offered is not null && Missing(offered.Recordings.Where(r => run.Edition.Sound(r.Sha256) is not null)) * 2 > offered.Recordings.Sum(r => r.Size)) await run.Try($"the file of {language}", () => Together(offered, run));
        foreach (var recording in named.Where(r => !store.Has(r.Sha256))) await run.Try($"{recording.Text} in {language}", () => One(recording, run));
        if (offered is null || _kept.Holds(offered)) return;
        Room.MakeSure(store.Folder, AudioFile.SizeOf(offered));
        // Where its names are not those of the edition one of both is newer; the next try finds them alike.
        if (_kept.Offer(offered, run.Edition)) run.Brought++;
        else run.Missing++;
    }

    private long Missing(IEnumerable<PublicRecording> recordings) => recordings.Where(r => !store.Has(r.Sha256)).Sum(r => (long)r.Size);

    private async Task<AudioManifest> Offered(string language, Run run)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"packs/audio-{language}.json");
        var before = _offered.GetValueOrDefault(language);
        if (before.Tag is not null) request.Headers.IfNoneMatch.Add(before.Tag);
        using var answer = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, run.Stop);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotModified)) throw new FetchCut($"The server has no file of this language ({(int)answer.StatusCode}).");
        var offered = answer.StatusCode == HttpStatusCode.NotModified ? before.Manifest : await Read(answer, run.Stop);
        if (_kept.Wrong(offered, language, run.Edition) is { } wrong) throw new FetchRefused(wrong);
        _offered[language] = (answer.Headers.ETag, offered);
        return offered;
    }

    private static async Task<AudioManifest> Read(HttpResponseMessage answer, CancellationToken stop)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        return AudioManifest.Read(await Patiently.ReadAll(body, AudioManifest.MostBytes, stop)) ?? throw new FetchRefused("It cannot be read.");
    }

    private async Task Together(AudioManifest offered, Run run)
    {
        var part = Path.Combine(_kept.Begun, $"audio-{offered.Language}.{offered.Id}");
        var size = AudioFile.SizeOf(offered);
        // The file, its sounds, and the file that is made of them.
        Room.MakeSure(store.Folder, size * 3L);
        if (Directory.Exists(_kept.Begun))
            foreach (var older in Directory.EnumerateFiles(_kept.Begun, $"audio-{offered.Language}.*").Where(p => p != part)) File.Delete(older);
        try
        {
            await Resuming.Bring(upstream, $"packs/audio-{offered.Language}.pack", offered.Language, part, size, run.Stop);
        }
        finally
        {
            Take(part, offered, run);
        }
        // Nothing more can be had of it: what was damaged on the way comes singly.
        File.Delete(part);
    }

    /// <summary>What came is heard, though the line broke after it.</summary>
    private void Take(string part, AudioManifest offered, Run run)
    {
        if (!File.Exists(part)) return;
        foreach (var (recording, sound) in AudioFile.SoundsIn(part, offered).Where(s => run.Edition.Sound(s.Recording.Sha256) is not null && !store.Has(s.Recording.Sha256)))
            if (store.Put(recording.Sha256, sound)) run.Brought++;
    }

    private async Task One(PublicRecording recording, Run run)
    {
        if (!SoundTypes.Ends.TryGetValue(recording.Type, out var end)) throw new FetchRefused($"It is of a kind that this program does not know: {recording.Type}.");
        var part = Path.Combine(_kept.Begun, recording.Sha256);
        Room.MakeSure(store.Folder, recording.Size * 2L);
        await Resuming.Bring(upstream, $"recordings/{recording.Sha256}.{end}", recording.Text, part, recording.Size, run.Stop);
        var isGenuine = store.Put(recording.Sha256, await File.ReadAllBytesAsync(part, run.Stop));
        File.Delete(part);
        if (!isGenuine) throw new FetchRefused("What the server sent is not what was signed.");
        run.Brought++;
    }

    /// <summary>One try: what came of it so far.</summary>
    private sealed class Run(Edition edition, CancellationToken stop)
    {
        public Edition Edition { get; } = edition;
        public CancellationToken Stop { get; } = stop;
        public List<string> Refused { get; } = [];
        public int Brought { get; set; }
        public int Missing { get; set; }

        /// <summary>One that this server cannot give, or not as it was signed, keeps nobody from the others; a broken line ends it all.</summary>
        public async Task Try(string what, Func<Task> bring)
        {
            try
            {
                await bring();
            }
            catch (FetchRefused why)
            {
                Refused.Add($"{what} ({why.Message})");
            }
            catch (FetchCut)
            {
                Missing++;
            }
        }
    }
}
