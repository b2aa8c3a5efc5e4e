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
public sealed class EditionBuilder(EditionStore store, KeyFolder keys, PublisherConnection readers, IEnumerable<IEditionPart> parts, TimeProvider clock, InboxKey? inbox = null)
{
    /// <summary>How far a build looks back behind the last one: a change carries the time of its saving, and its commit may come so much later.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private const int ShardsAtOnce = 16;

    private readonly List<IEditionPart> _parts = [.. parts.OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Builds the next edition and makes it current. The caller holds <see cref="EditionStore.TryLock"/>.</summary>
    /// <param name="full">Reads everything, also where the last build is known.</param>
    /// <param name="veiled">Called where something is hidden at once: an edition that hides it is current already, while its drawers are still being written anew.</param>
    /// <exception cref="KeyRefused">There is no key, or not one for data of this kind.</exception>
    /// <exception cref="MixedEdition">Demonstration and real records came together.</exception>
    /// <exception cref="PartBroken">A part broke its contract.</exception>
    /// <exception cref="DbException">The database does not answer or is not migrated.</exception>
    public async Task<BuildResult> Build(bool full = false, IProgress<BuildProgress>? progress = null, Action? veiled = null, CancellationToken stop = default)
    {
        var asOf = clock.GetUtcNow();
        using var key = keys.OpenPublishing(asOf);
        await using var connection = await OpenSnapshot(stop);
        var current = TrustedCurrent();
        var last = LastBuild(current, asOf);
        var from = full ? null : last;
        var draft = new EditionDraft(from is null ? null : current, key.Certificate.IsDemonstration);
        var work = new List<(IEditionPart Part, IReadOnlySet<int> Shards)>();
        foreach (var part in _parts)
        {
            if (!EnvelopeReading.IsPartName(part.Name)) throw new PartBroken("The name of a part is lower case letters and underscores.");
            var touched = from is null ? Enumerable.Range(0, Kernel.Shards.Count) : (await Touched(connection, part, from, asOf, stop)).Order();
            work.AddRange(touched.Chunk(ShardsAtOnce).Select(some => (part, (IReadOnlySet<int>)some.ToHashSet())));
        }
        if (from is not null && await Veil(connection, work, current!, from, key, asOf, stop) is { } hides)
        {
            current = hides;
            veiled?.Invoke();
        }
        for (var i = 0; i < work.Count; i++)
        {
            await Read(connection, work[i].Part, work[i].Shards, asOf, draft, stop);
            progress?.Report(new(draft.Records, (i + 1.0) / work.Count));
        }
        var result = Finish(draft, key, current, asOf, await AuditCheckpoint(connection, stop)) with { WasFull = from is null, Shards = work.Sum(w => w.Shards.Count) };
        // A look that found nothing to read is not remembered, so that the disk stays quiet; but once no commit can be late any
        // more, the marks of a large import need not be read at every look.
        var isSettled = from is not null && asOf - from.AsOf >= Overlap && from.Marks.Values.Any(m => m.Count > 0);
        if (result.IsNew || work.Count > 0 || isSettled) await Remember(connection, result.Envelope, asOf, stop);
        return result;
    }

    /// <summary>
    /// An edition with nothing new in it but more veils, which hide what they lie over: to write hundreds of drawers anew takes
    /// longer than somebody at a door may have. Whether it is made depends on what readers may see and on nothing else.
    /// </summary>
    private async Task<Envelope?> Veil(DbConnection connection, IReadOnlyList<(IEditionPart Part, IReadOnlySet<int> Shards)> work, Envelope current, PublisherMemory last, PublishingKey key, DateTimeOffset asOf, CancellationToken stop)
    {
        var shards = work.Where(w => w.Part.Name == EditionParts.Veils).SelectMany(w => w.Shards).ToHashSet();
        if (shards.Count == 0) return null;
        var draft = new EditionDraft(current, key.Certificate.IsDemonstration);
        await Read(connection, _parts.Single(p => p.Name == EditionParts.Veils), shards, asOf, draft, stop);
        var before = current.Files.Where(f => f.Part == EditionParts.Veils).ToDictionary(f => f.Shard, f => f.Records);
        if (!draft.Files().Any(f => f.Part == EditionParts.Veils && f.Records > before.GetValueOrDefault(f.Shard))) return null;
        var made = Finish(draft, key, current, asOf, await AuditCheckpoint(connection, stop));
        // What is remembered is still as old as it was: everything that changed since is read in the build that follows, whoever begins it.
        if (made.IsNew) (last with { Version = made.Envelope.Version, ContentRoot = made.Envelope.ContentRoot }).Write(store);
        return made.IsNew ? made.Envelope : null;
    }

    /// <summary>The shards of what was saved since the last build, and of what was saved in the minute before it and committed since.</summary>
    private static async Task<IReadOnlySet<int>> Touched(DbConnection connection, IEditionPart part, PublisherMemory last, DateTimeOffset asOf, CancellationToken stop)
    {
        if (!last.Marks.TryGetValue(part.Name, out var known) || await part.Marks(connection, last.AsOf - Overlap, last.AsOf, stop) is not { } now)
            return await part.Touched(connection, last.AsOf - Overlap, asOf, stop);
        var late = known.Keys.Union(now.Keys).Where(shard => known.GetValueOrDefault(shard) != now.GetValueOrDefault(shard));
        return (await part.Touched(connection, last.AsOf - TimeSpan.FromMicroseconds(1), asOf, stop)).Union(late).ToHashSet();
    }

    private async Task Remember(DbConnection connection, Envelope envelope, DateTimeOffset asOf, CancellationToken stop)
    {
        var marks = new Dictionary<string, IReadOnlyDictionary<int, string>>();
        foreach (var part in _parts)
            if (await part.Marks(connection, asOf - Overlap, asOf, stop) is { } known) marks.Add(part.Name, known);
        new PublisherMemory(envelope.Version, envelope.ContentRoot, Recipe(), asOf, marks).Write(store);
    }

    private async Task Read(DbConnection connection, IEditionPart part, IReadOnlySet<int> shards, DateTimeOffset asOf, EditionDraft draft, CancellationToken stop)
    {
        var shelf = new Shelf(part, shards);
        await foreach (var record in part.Records(connection, shards, asOf, stop))
        {
            if (!part.IsReference) draft.Kinds.Add(record.IsDemonstration);
            shelf.Add(record);
        }
        draft.Replace(part.Name, shards, await shelf.Put(store));
    }

    private BuildResult Finish(EditionDraft draft, PublishingKey key, Envelope? current, DateTimeOffset asOf, string? checkpoint)
    {
        var isDemonstration = draft.Kind(_parts.Where(p => p.IsReference).Select(p => p.Name).ToHashSet());
        if (isDemonstration != key.Certificate.IsDemonstration)
            throw new KeyRefused(isDemonstration
                ? "These are demonstration entries, and this installation's key is for real data. Load them into a data folder of their own whose keys were made with: ./amparo keys init --demonstration"
                : "These are real entries, and this installation's key is for demonstrations. Import them into a data folder of their own whose keys were made with: ./amparo keys init");
        var (madeAt, files) = (EditionTimes.MadeAt(asOf), draft.Files());
        var root = Envelope.RootOf(files);
        var expires = EditionTimes.ExpiresAt(madeAt, key.Certificate);
        var isNew = current is null || current.ContentRoot != root || current.Certificate.PublicKey != key.Certificate.PublicKey || current.InboxKey != inbox?.Public || EditionTimes.NeedsRenewal(current, expires, asOf);
        var envelope = !isNew ? current! : new Envelope(
            Next(current), madeAt, expires, root, isDemonstration,
            _parts.ToDictionary(p => p.Name, p => files.Where(f => f.Part == p.Name).Sum(f => f.Records)), Recipe(), checkpoint, inbox?.Public, files, key.Certificate, "").SignedBy(key.Key);
        if (isNew) store.Commit(envelope);
        return new(envelope, isNew, false, 0, key.Certificate.NotAfter);
    }

    private static async Task<string?> AuditCheckpoint(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM kernel_public_checkpoint";
        return await command.ExecuteScalarAsync(stop) as string;
    }

    /// <summary>What is remembered of the making of the current edition, where it can be built upon.</summary>
    private PublisherMemory? LastBuild(Envelope? current, DateTimeOffset now)
    {
        if (current is null || PublisherMemory.Read(store) is not { } memory) return null;
        var fits = memory.Version == current.Version && memory.ContentRoot == current.ContentRoot && memory.Recipe == Recipe() && memory.AsOf <= now;
        return fits && current.Files.All(f => new FileInfo(store.ObjectOf(f.Sha256)) is { Exists: true } o && o.Length == f.Size) ? memory : null;
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
