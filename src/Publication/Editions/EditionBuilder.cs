using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Amparo.Contracts.Publication;

namespace Amparo.Publication;

/// <param name="Envelope">The edition that readers see after the build.</param>
/// <param name="IsNew">False where the content was the same, and no edition was made.</param>
/// <param name="WasFull">Every shard was read; else only those that may have changed.</param>
/// <param name="Shards">How many shards were read, over all parts.</param>
/// <param name="KeyEndsAt">When the publishing key ends; warn when it is less than <see cref="KeyFolder.Warning"/> away.</param>
public sealed record BuildResult(Envelope Envelope, bool IsNew, bool WasFull, int Shards, DateTimeOffset KeyEndsAt);

/// <param name="Done">Records so far.</param>
/// <param name="Portion">0 to 1.</param>
public readonly record struct BuildProgress(int Done, double Portion);

/// <summary>
/// Builds editions out of what the parts give. The content depends on the public records as of an instant and on nothing
/// else, so a build that finds the same content makes no edition: otherwise a version number, or a date, would tell readers
/// that something they may not see had changed.
/// </summary>
public sealed class EditionBuilder(EditionStore store, KeyFolder keys, PublisherConnection readers, IEnumerable<IEditionPart> parts, TimeProvider clock)
{
    /// <summary>How far a build looks back behind the last one: a change carries the time of its saving, and its commit may come later.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private const int ShardsAtOnce = 16;

    private readonly List<IEditionPart> _parts = [.. parts.OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Builds the next edition and makes it current. The caller holds <see cref="EditionStore.TryLock"/>.</summary>
    /// <param name="full">Reads everything, also where the last build is known.</param>
    /// <exception cref="KeyRefused">There is no key, or not one for data of this kind.</exception>
    /// <exception cref="MixedEdition">Demonstration and real records came together.</exception>
    /// <exception cref="PartBroken">A part broke its contract.</exception>
    /// <exception cref="DbException">The database does not answer or is not migrated.</exception>
    public async Task<BuildResult> Build(bool full = false, IProgress<BuildProgress>? progress = null, CancellationToken stop = default)
    {
        var asOf = clock.GetUtcNow();
        using var key = keys.OpenPublishing(asOf);
        await using var connection = await OpenSnapshot(stop);
        var current = TrustedCurrent();
        var last = LastBuild(current, asOf);
        var from = full ? null : last;
        var draft = new EditionDraft(from?.Envelope, key.Certificate.IsDemonstration);
        var work = new List<(IEditionPart Part, IReadOnlySet<int> Shards)>();
        foreach (var part in _parts)
        {
            if (!EnvelopeReading.IsPartName(part.Name)) throw new PartBroken("The name of a part is lower case letters and underscores.");
            var touched = from is null ? Enumerable.Range(0, Kernel.Shards.Count) : (await part.Touched(connection, from.AsOf - Overlap, asOf, stop)).Order();
            work.AddRange(touched.Chunk(ShardsAtOnce).Select(some => (part, (IReadOnlySet<int>)some.ToHashSet())));
        }
        for (var i = 0; i < work.Count; i++)
        {
            await Read(connection, work[i].Part, work[i].Shards, asOf, draft, stop);
            progress?.Report(new(draft.Records, (i + 1.0) / work.Count));
        }
        return Finish(draft, key, current, asOf) with { WasFull = from is null, Shards = work.Sum(w => w.Shards.Count) };
    }

    /// <summary>Whether a shard may have changed since the last build, or no build is known. Cheap enough to ask every two seconds.</summary>
    /// <param name="overlap">How far to look back behind the last build.</param>
    public async Task<bool> MayHaveChanged(TimeSpan overlap, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (LastBuild(TrustedCurrent(), now) is not { } last) return true;
        await using var connection = await OpenSnapshot(stop);
        foreach (var part in _parts)
            if ((await part.Touched(connection, last.AsOf - overlap, now, stop)).Count > 0) return true;
        return false;
    }

    /// <summary>The instant of the last build; null where none is known.</summary>
    public DateTimeOffset? LastAsOf => PublisherMemory.Read(store)?.AsOf;

    private async Task Read(DbConnection connection, IEditionPart part, IReadOnlySet<int> shards, DateTimeOffset asOf, EditionDraft draft, CancellationToken stop)
    {
        var shelf = new Shelf(part, shards);
        await foreach (var record in part.Records(connection, shards, asOf, stop))
        {
            if (!part.IsReference) draft.Kinds.Add(record.IsDemonstration);
            shelf.Add(record);
        }
        draft.Replace(part.Name, shards, shelf.Put(store));
    }

    private BuildResult Finish(EditionDraft draft, PublishingKey key, Envelope? current, DateTimeOffset asOf)
    {
        var isDemonstration = draft.Kind(_parts.Where(p => p.IsReference).Select(p => p.Name).ToHashSet());
        if (isDemonstration != key.Certificate.IsDemonstration)
            throw new KeyRefused(isDemonstration
                ? "These are demonstration entries, and this installation's key is for real data. Load them into a data folder of their own whose keys were made with: ./amparo keys init --demonstration"
                : "These are real entries, and this installation's key is for demonstrations. Import them into a data folder of their own whose keys were made with: ./amparo keys init");
        var (madeAt, files) = (EditionTimes.MadeAt(asOf), draft.Files());
        var root = Envelope.RootOf(files);
        var expires = EditionTimes.ExpiresAt(madeAt, key.Certificate);
        var isNew = current is null || current.ContentRoot != root || current.Certificate.PublicKey != key.Certificate.PublicKey || EditionTimes.NeedsRenewal(current, expires, asOf);
        var envelope = !isNew ? current! : new Envelope(
            Next(current), madeAt, expires, root, isDemonstration,
            _parts.ToDictionary(p => p.Name, p => files.Where(f => f.Part == p.Name).Sum(f => f.Records)), Recipe(), files, key.Certificate, "").SignedBy(key.Key);
        if (isNew) store.Commit(envelope);
        new PublisherMemory(envelope.Version, root, Recipe(), asOf).Write(store);
        return new(envelope, isNew, false, 0, key.Certificate.NotAfter);
    }

    private sealed record Last(Envelope Envelope, DateTimeOffset AsOf);

    /// <summary>The current edition, where what is remembered of its making can be built upon.</summary>
    private Last? LastBuild(Envelope? current, DateTimeOffset now)
    {
        if (current is not { } envelope || PublisherMemory.Read(store) is not { } memory) return null;
        var fits = memory.Version == envelope.Version && memory.ContentRoot == envelope.ContentRoot && memory.Recipe == Recipe() && memory.AsOf <= now;
        return fits && envelope.Files.All(f => new FileInfo(store.ObjectOf(f.Sha256)) is { Exists: true } o && o.Length == f.Size) ? new(envelope, memory.AsOf) : null;
    }

    private Envelope? TrustedCurrent()
    {
        if (store.CurrentVersion() is not { } version) return null;
        try
        {
            using var root = keys.OpenRootPublic();
            var envelope = store.ReadEnvelope(version);
            return envelope.Wrong(root) is null ? envelope : null;
        }
        catch (EditionDamaged)
        {
            return null;
        }
    }

    // A version that a crash left behind without ever making it current is taken again.
    private long Next(Envelope? current) => current is not null ? current.Version + 1 : store.Versions().Append(store.CurrentVersion() ?? 0).Max() + 1;

    private string Recipe() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(_parts.Select(p => $"{p.Name}\n{p.Recipe}\n").Prepend(Envelope.FormatName + "\n")))));

    // All parts and shards are read as of one moment of the database, or an entry could be in two drawers or in none.
    private async Task<DbConnection> OpenSnapshot(CancellationToken stop)
    {
        var connection = await readers.Open(stop);
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN";
        await begin.ExecuteNonQueryAsync(stop);
        return connection;
    }
}
