using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Contracts.Recordings;
using Amparo.Contracts.Safeguarding;

namespace Amparo.Publication;

/// <summary>Opens editions for readers, and only what the installation's publisher signed.</summary>
public sealed class EditionLoader(EditionStore store, KeyFolder keys, SearcherFactory? search = null)
{
    /// <summary>Verifies the signature and every file, and gives the edition with its search.</summary>
    /// <param name="previous">The edition that was loaded before: files that both share were verified then and are not read again.</param>
    /// <param name="shown">What readers see of each entry, where that is less than the edition holds. It must be the same for both editions.</param>
    /// <exception cref="EditionDamaged">It is missing, altered, or signed by another key.</exception>
    /// <exception cref="KeyRefused">There is no root key to check it against.</exception>
    public Edition Open(long version, Edition? previous = null, Func<PublicPlace, PublicPlace>? shown = null)
    {
        using var root = keys.OpenRootPublic();
        var envelope = store.ReadEnvelope(version);
        if (envelope.Wrong(root) is { } wrong) throw new EditionDamaged(wrong);
        if (envelope.Version != version) throw new EditionDamaged("The envelope is that of another version.");

        var before = (previous?.Entries as StoredEntries)?.ByShard;
        var (places, changed) = (new List<PlaceShard>(), Enumerable.Range(0, Shards.Count).ToHashSet());
        foreach (var file in envelope.Files.Where(f => f.Part == EditionParts.Places))
        {
            if (before?[file.Shard] is { } same && same.Described == file)
            {
                places.Add(same);
                changed.Remove(file.Shard);
            }
            else places.Add(PlaceShard.Open(store, file));
        }
        if (before is not null) changed.ExceptWith(Enumerable.Range(0, Shards.Count).Where(s => before[s] is null && places.All(p => p.Described.Shard != s)));

        var veils = All<PublicVeil>(envelope, EditionParts.Veils);
        var entries = new StoredEntries(places, veils.Select(v => PlaceShard.HashOfCode(v.Code)).ToHashSet(), shown);
        var edition = new Edition(
            Info(envelope), entries, All<EmergencyNumbers>(envelope, EditionParts.Numbers).OrderBy(n => n.Country, StringComparer.Ordinal), All<ReportOutcome>(envelope, EditionParts.Outcomes), All<MovedPlace>(envelope, EditionParts.Moved), veils,
            All<SealedReply>(envelope, EditionParts.Replies), All<PublicRecording>(envelope, EditionParts.Recordings).Where(r => IsHeard(r, entries)));
        return search is null ? edition : edition.With(search(edition, before is null ? null : previous, before is null ? null : changed));
    }

    /// <summary>Recomputes everything that an edition claims, of every part.</summary>
    /// <returns>What is wrong, in words; empty where it is whole.</returns>
    public IReadOnlyList<string> Verify(long version, IProgress<double>? progress = null)
    {
        var wrong = new List<string>();
        try
        {
            using var root = keys.OpenRootPublic();
            var envelope = store.ReadEnvelope(version);
            if (envelope.Wrong(root) is { } why) wrong.Add(why);
            if (envelope.Version != version) wrong.Add("The envelope is that of another version.");
            for (var i = 0; i < envelope.Files.Count; i++)
            {
                Check(envelope, envelope.Files[i], wrong);
                progress?.Report((i + 1.0) / envelope.Files.Count);
            }
        }
        catch (Exception e) when (e is EditionDamaged or KeyRefused)
        {
            wrong.Add(e.Message);
        }
        return wrong;
    }

    private void Check(Envelope envelope, EditionFile file, List<string> wrong)
    {
        try
        {
            if (file.Part != EditionParts.Places)
            {
                ShardFile.Open(store, file);
                return;
            }
            var shard = PlaceShard.Open(store, file);
            for (var line = 0; line < shard.Ids.Length; line++)
                if (shard.Read(line).IsDemonstration != envelope.IsDemonstration) throw new EditionDamaged($"The file {file.Name} holds a record of the other kind (demonstration or real) than the envelope says.");
        }
        catch (EditionDamaged e)
        {
            wrong.Add(e.Message);
        }
        catch (System.Text.Json.JsonException)
        {
            wrong.Add($"The file {file.Name} holds a record that cannot be read.");
        }
    }

    private List<T> All<T>(Envelope envelope, string part)
    {
        var all = new List<T>();
        foreach (var file in envelope.Files.Where(f => f.Part == part))
        {
            var shard = ShardFile.Open(store, file);
            for (var line = 0; line < shard.Count; line++) all.Add(shard.Read<T>(line));
        }
        return all;
    }

    // A veil is laid over a place before its drawers are written anew: its voice is silent as soon as its page is gone.
    private static bool IsHeard(PublicRecording recording, StoredEntries entries) =>
        !recording.Text.StartsWith(RecordedTexts.Centre, StringComparison.Ordinal) || (Guid.TryParse(recording.Text.AsSpan(RecordedTexts.Centre.Length), out var id) && entries.OrdinalOf(id) >= 0);

    private static EditionInfo Info(Envelope envelope) => new(
        envelope.Version, envelope.MadeAt, envelope.ExpiresAt, envelope.ContentRoot, envelope.Counts.GetValueOrDefault(EditionParts.Places), envelope.IsDemonstration, envelope.InboxKey);
}
