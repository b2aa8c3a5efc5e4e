using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;

namespace Amparo.Kernel;

/// <summary>
/// Gives committed rows their place in the chain, each second, and signs what there is, every five minutes. Until a row has its
/// place (a second) and a signed note covers it (five minutes) a person who owns the database and works fast can take it away
/// unseen: that is the window, and it is said in docs/operating.md.
/// </summary>
public sealed class AuditSealer(Database db, Engine engine, AuditKeys keys, TimeProvider clock)
{
    public const int MostAtOnce = 5_000;

    // One of several servers seals; the lock dies with its transaction. SQLite has one writer anyhow.
    private const string OnlyMe = "SELECT pg_try_advisory_xact_lock(7263002)";

    /// <summary>Seals what waits, up to <see cref="MostAtOnce"/> rows; returns how many.</summary>
    public async Task<int> Seal(CancellationToken stop)
    {
        if (!await IsWaiting(stop)) return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var (connection, inside) = (db.Database.GetDbConnection(), transaction.GetDbTransaction());
        if (engine.IsPostgres && !await Holds(connection, inside, OnlyMe, stop)) return 0;

        var (sequence, chain) = await Head(connection, inside, stop);
        var places = await Places(connection, inside, sequence, chain, stop);
        await using var place = AuditRows.Ask(connection, inside, $"UPDATE {AuditTable.Name} SET sequence = @sequence, chain = @chain WHERE id = @id", ("sequence", 0L), ("chain", chain), ("id", Guid.Empty));
        foreach (var (id, at, link) in places)
        {
            (place.Parameters["sequence"].Value, place.Parameters["chain"].Value, place.Parameters["id"].Value) = (at, link, id);
            await place.ExecuteNonQueryAsync(stop);
        }
        await transaction.CommitAsync(stop);
        if (places.Count > 0) Remember(places[^1].Sequence, places[^1].Chain);
        return places.Count;
    }

    /// <summary>Signs a note over everything that is sealed; null where nothing was added since the last one.</summary>
    public async Task<AuditCheckpoint?> Sign(CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var (connection, inside) = (db.Database.GetDbConnection(), transaction.GetDbTransaction());
        if (engine.IsPostgres && !await Holds(connection, inside, OnlyMe, stop)) return null;
        var last = await Newest(stop);
        var tree = last is null ? new MerkleRange() : new MerkleRange(last.Size, last.Peaks);
        await using (var command = AuditRows.Ask(connection, inside, AuditRows.Sealed, ("after", tree.Size)))
        await using (var rows = await command.ExecuteReaderAsync(stop))
            while (await rows.ReadAsync(stop)) tree.Add(LeafOf(rows));
        if (tree.Size == (last?.Size ?? 0)) return null;

        var checkpoint = AuditCheckpoint.Of(tree, clock.GetUtcNow(), keys);
        await using var put = AuditRows.Ask(connection, inside, $"INSERT INTO {AuditCheckpointTable.Name} (size, at, note, hash, peaks) VALUES (@size, @at, @note, @hash, @peaks)",
            ("size", checkpoint.Size), ("at", Instants.ToStored(checkpoint.At)), ("note", checkpoint.Note), ("hash", checkpoint.Hash), ("peaks", checkpoint.Peaks));
        await put.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
        return checkpoint;
    }

    public Task<AuditCheckpoint?> Newest(CancellationToken stop) => db.Set<AuditCheckpoint>().AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(stop);

    internal static byte[] LeafOf(DbDataReader row)
    {
        var leaf = new byte[32];
        AuditLine.Leaf(AuditRows.Line(row, stackalloc byte[AuditLine.MostBytes]), AuditRows.Mac(row), leaf);
        return leaf;
    }

    private Task<bool> IsWaiting(CancellationToken stop) => db.Set<AuditEntry>().AnyAsync(a => a.Sequence == null, stop);

    private static async Task<List<(Guid Id, long Sequence, byte[] Chain)>> Places(DbConnection connection, DbTransaction inside, long sequence, byte[] chain, CancellationToken stop)
    {
        var places = new List<(Guid, long, byte[])>();
        await using var command = AuditRows.Ask(connection, inside, AuditRows.Waiting, ("most", MostAtOnce));
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            AuditLine.Link(chain, LeafOf(rows));
            places.Add((AuditRows.Key(rows), ++sequence, chain.ToArray()));
        }
        return places;
    }

    private static async Task<(long Sequence, byte[] Chain)> Head(DbConnection connection, DbTransaction inside, CancellationToken stop)
    {
        await using var command = AuditRows.Ask(connection, inside, $"SELECT sequence, chain FROM {AuditTable.Name} WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1");
        await using var row = await command.ExecuteReaderAsync(stop);
        return await row.ReadAsync(stop) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, new byte[32]);
    }

    private static async Task<bool> Holds(DbConnection connection, DbTransaction inside, string question, CancellationToken stop)
    {
        await using var command = AuditRows.Ask(connection, inside, question);
        return await command.ExecuteScalarAsync(stop) is true;
    }

    private void Remember(long sequence, byte[] chain) =>
        PrivateFiles.Write(keys.HeadFile, string.Create(CultureInfo.InvariantCulture, $"{sequence} {Convert.ToHexStringLower(chain)}\n"));
}
