using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Places.Publishing;

namespace Amparo.Places.Reporting;

/// <summary>
/// What became of each report, found by the hash of its code. The day is told, not the hour: two editions side by side
/// must not show when an office works.
/// </summary>
internal sealed class OutcomesForReaders : IEditionPart
{
    public string Name => "outcomes";
    public string Recipe => "1";
    public bool IsReference => true;

    public async Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT DISTINCT shard FROM {PublicViews.Outcome} WHERE changed_at > {Instants.ToStored(since)}";
        var shards = new HashSet<int>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) shards.Add(rows.GetInt16(0));
        return shards;
    }

    // What it says is part of the mark: an outcome that somebody set with SQL of her own, and no new time, is seen as well.
    public async Task<IReadOnlyDictionary<int, string>?> Marks(DbConnection readers, DateTimeOffset after, DateTimeOffset before, CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"""
            SELECT shard, code_hash, outcome, changed_at FROM {PublicViews.Outcome}
            WHERE changed_at > {Instants.ToStored(after)} AND changed_at < {Instants.ToStored(before)} ORDER BY shard, code_hash
            """;
        var said = new Dictionary<int, StringBuilder>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            if (!said.TryGetValue(rows.GetInt16(0), out var shard)) said.Add(rows.GetInt16(0), shard = new());
            shard.Append(CultureInfo.InvariantCulture, $"{rows.GetString(1)} {rows.GetString(2)} {rows.GetInt64(3)}\n");
        }
        return said.ToDictionary(s => s.Key, s => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s.Value.ToString())).AsSpan(0, 12)));
    }

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT shard, code_hash, outcome, changed_at FROM {PublicViews.Outcome}" + (shards is null ? "" : $" WHERE shard IN ({string.Join(',', shards.DefaultIfEmpty(-1))})");
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var outcome = new ReportOutcome(rows.GetString(1), rows.GetString(2), DateOnly.FromDateTime(Instants.FromStored(rows.GetInt64(3)).UtcDateTime));
            yield return new(rows.GetInt16(0), outcome.Code, JsonSerializer.SerializeToUtf8Bytes(outcome, CompactJson.Options), false);
        }
    }
}
