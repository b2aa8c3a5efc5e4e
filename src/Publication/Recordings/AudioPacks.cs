using System.Text.Json;
using Amparo.Contracts.Recordings;

namespace Amparo.Publication;

/// <param name="Missing">Sounds that the edition names and that could not be had; the next look asks again.</param>
/// <param name="LeftOut">Sounds for which the file of their language had no room.</param>
public sealed record AudioRun(int Made, int Missing, int LeftOut);

/// <summary>
/// Brings the sounds of an edition to where they are sent from, and makes one file of each language. Whoever keeps such a file asks
/// for no sound singly: nobody on the line can tell what somebody listens to.
/// </summary>
public sealed class AudioPacks(RecordingStore store, KeyFolder keys, TimeProvider clock)
{
    /// <summary>As much as a phone may have room for, and memory.</summary>
    public const long MostBytes = 48 * 1024 * 1024;

    private static readonly TimeSpan Life = TimeSpan.FromDays(30), RenewAfter = TimeSpan.FromHours(24);

    /// <summary>The caller holds <see cref="RecordingStore.TryLock"/>.</summary>
    /// <exception cref="KeyRefused">There is no key, or not one for data of this kind.</exception>
    public async Task<AudioRun> Build(Edition edition, IRecordedSounds sounds, CancellationToken stop)
    {
        foreach (var recording in edition.Recordings.Where(r => !store.Has(r.Sha256)))
            if (await sounds.Sound(recording.Sha256, stop) is { } bytes) store.Put(recording.Sha256, bytes);
        var there = edition.Recordings.Where(r => store.Has(r.Sha256)).ToList();
        var (rows, made, leftOut) = (new List<AudioRow>(), 0, 0);
        foreach (var language in there.GroupBy(r => r.Language).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var fitting = Fitting(language);
            leftOut += language.Count() - fitting.Count;
            var row = Known(language.Key, fitting, edition) ?? Make(language.Key, fitting, edition);
            if (store[language.Key]?.Id != row.Id) made++;
            rows.Add(row);
        }
        store.Keep(rows, there.Select(r => r.Sha256).ToHashSet());
        return new(made, edition.Recordings.Count - there.Count, leftOut);
    }

    /// <summary>The signed line of a file, for a phone that only asks what it must forget.</summary>
    public byte[] ManifestOf(AudioRow row) => AudioFile.LineIn(store.PathOf(row));

    /// <summary>Pages that everybody needs come first; a country of many places must not push "in danger now" out.</summary>
    internal static IEnumerable<PublicRecording> InOrder(IEnumerable<PublicRecording> all) =>
        all.OrderByDescending(r => r.Text.StartsWith(RecordedTexts.Page, StringComparison.Ordinal)).ThenBy(r => r.Text, StringComparer.Ordinal);

    private static List<PublicRecording> Fitting(IEnumerable<PublicRecording> all)
    {
        var room = MostBytes;
        return [.. InOrder(all).Where(r => (room -= r.Size) >= 0)];
    }

    private AudioRow? Known(string language, IReadOnlyList<PublicRecording> recordings, Edition edition) =>
        store[language] is { } row && row.Inputs == InputsOf(recordings, edition) && clock.GetUtcNow() is var now && now >= row.MadeAt && now < row.MadeAt + RenewAfter && File.Exists(store.PathOf(row)) ? row : null;

    private AudioRow Make(string language, IReadOnlyList<PublicRecording> recordings, Edition edition)
    {
        var now = clock.GetUtcNow();
        using var key = keys.OpenPublishing(now);
        if (key.Certificate.IsDemonstration != edition.Info.IsDemonstration) throw new KeyRefused("The publishing key is for another kind of data than this edition.");
        var madeAt = EditionTimes.MadeAt(now);
        var expires = madeAt + Life < key.Certificate.NotAfter ? madeAt + Life : key.Certificate.NotAfter;
        var manifest = new AudioManifest(language, edition.Info.Version, madeAt, expires, edition.Info.IsDemonstration, recordings, key.Certificate).SignedBy(key.Key);
        return store.PutPack(manifest, InputsOf(recordings, edition));
    }

    // Another key must sign; another edition with the same sounds need not.
    private string InputsOf(IReadOnlyList<PublicRecording> recordings, Edition edition) =>
        TextHash.Of($"{AudioManifest.FormatName} {edition.Info.IsDemonstration} {keys.Show().Publishing} {JsonSerializer.Serialize(recordings)}");
}
