using Amparo.Contracts.Recordings;

namespace Amparo.Publication;

/// <summary>The recordings that a copy gives on: what its edition names, and of each language a file that names nothing else.</summary>
internal sealed class KeptRecordings(RecordingStore store, PackStore packs, KeyFolder keys, PackMemory memory, TimeProvider clock)
{
    private bool _isLookedThrough;
    private (ReadOnlyMemory<byte> Bytes, RevokedList? List) _revoked;

    public string Begun => Path.Combine(store.Folder, "incoming");

    /// <summary>Nobody may hear tomorrow what was withdrawn today: what the edition does not name goes, also where only a part of it came.</summary>
    public void OnlyThoseOf(Edition edition)
    {
        // Once after a start: somebody may have put other files there.
        if (!_isLookedThrough) store.LookThrough();
        _isLookedThrough = true;
        store.Keep([.. store.Catalogue.Where(row => MayStay(row, edition))], edition.Recordings.Select(r => r.Sha256).ToHashSet());
        if (!Directory.Exists(Begun)) return;
        foreach (var path in Directory.EnumerateFiles(Begun).Where(p => edition.Sound(Path.GetFileName(p)) is null && !IsOf(edition, AudioManifest.Read(AudioFile.LineIn(p))))) File.Delete(path);
    }

    /// <summary>Null where a file of this manifest may be offered; else what is wrong, in words.</summary>
    public string? Wrong(AudioManifest offered, string language, Edition edition)
    {
        using var root = keys.OpenRootPublic();
        return new AudioExpected(language, edition.Info.IsDemonstration, clock.GetUtcNow(), Revoked(), memory.Newest(language)).Wrong(offered, root);
    }

    public bool Holds(AudioManifest offered) => store[offered.Language]?.Id == offered.Id;

    /// <summary>Offers the file of this manifest where all of it is here and the edition names all of it.</summary>
    /// <returns>Whether it is offered now.</returns>
    public bool Offer(AudioManifest manifest, Edition edition)
    {
        if (!IsOf(edition, manifest) || !manifest.Recordings.All(r => store.Has(r.Sha256))) return false;
        var row = store.PutPack(manifest);
        store.Keep([.. store.Catalogue.Where(r => r.Language != row.Language).Append(row).OrderBy(r => r.Language, StringComparer.Ordinal)], edition.Recordings.Select(r => r.Sha256).ToHashSet());
        memory.Saw(manifest.Language, new(manifest.Edition, manifest.MadeAt));
        return true;
    }

    private bool MayStay(AudioRow row, Edition edition) =>
        File.Exists(store.PathOf(row)) && AudioManifest.Read(AudioFile.LineIn(store.PathOf(row))) is { } manifest && manifest.Id == row.Id && IsOf(edition, manifest) && Wrong(manifest, row.Language, edition) is null;

    // The words of a text may have changed and its sound not: both must be those of the edition.
    private static bool IsOf(Edition edition, AudioManifest? manifest) => manifest is not null && manifest.Recordings.All(edition.Recordings.ToHashSet().Contains);

    private RevokedList? Revoked()
    {
        if (packs.Revoked is not { } bytes) return null;
        if (!bytes.Equals(_revoked.Bytes)) _revoked = (bytes, RevokedList.Checked(bytes, keys));
        return _revoked.List;
    }
}
