using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Contracts.Safeguarding;

namespace Amparo.Safeguarding.Publishing;

/// <summary>
/// What became of each complaint, under a name that only its code gives. One that nobody has opened is not there: it reads like
/// a code that nobody gave out, and no edition tells how many wait. The day is told, not the hour.
/// </summary>
internal sealed class RepliesForReaders : IEditionPart
{
    public string Name => EditionParts.Replies;
    public string Recipe => "1";
    public bool IsReference => true;

    public async Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop)
    {
        var (from, to) = (Instants.ToStored(since), Instants.ToStored(asOf));
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT DISTINCT shard FROM {PublicViews.Reply} WHERE changed_at > {from} OR (answers_until > {from} AND answers_until <= {to})";
        var shards = new HashSet<int>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) shards.Add(rows.GetInt16(0));
        return shards;
    }

    public async Task<IReadOnlyDictionary<int, string>?> Marks(DbConnection readers, DateTimeOffset after, DateTimeOffset before, CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"""
            SELECT shard, code_name, state, messages, changed_at FROM {PublicViews.Reply}
            WHERE changed_at > {Instants.ToStored(after)} AND changed_at < {Instants.ToStored(before)} ORDER BY shard, changed_at, code_name
            """;
        var said = new Dictionary<int, StringBuilder>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            if (!said.TryGetValue(rows.GetInt16(0), out var shard)) said.Add(rows.GetInt16(0), shard = new());
            shard.Append(CultureInfo.InvariantCulture, $"{(rows.IsDBNull(1) ? "" : rows.GetString(1))} {rows.GetString(2)} {rows.GetInt32(3)} {rows.GetInt64(4)}\n");
        }
        return said.ToDictionary(s => s.Key, s => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s.Value.ToString())).AsSpan(0, 12)));
    }

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        var these = shards is null ? "" : $" AND shard IN ({string.Join(',', shards.DefaultIfEmpty(-1))})";
        var answers = await Answers(readers, these, stop);
        await using var command = readers.CreateCommand();
        command.CommandText = $"""
            SELECT shard, code_name, state, may_write, changed_at FROM {PublicViews.Reply}
            WHERE code_name IS NOT NULL AND state <> 'received' AND (answers_until IS NULL OR answers_until > {Instants.ToStored(asOf)}){these}
            """;
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var name = rows.GetString(1);
            var on = DateOnly.FromDateTime(Instants.FromStored(rows.GetInt64(4)).UtcDateTime);
            var reply = new SealedReply(name, rows.GetString(2), on, rows.GetInt32(3) == 1, [.. answers[name]]);
            yield return new(rows.GetInt16(0), name, JsonSerializer.SerializeToUtf8Bytes(reply, CompactJson.Options), false);
        }
    }

    private static async Task<ILookup<string, SealedAnswer>> Answers(DbConnection readers, string these, CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT code_name, number, box FROM {PublicViews.Answer} WHERE 1 = 1{these} ORDER BY code_name, number";
        var found = new List<(string Name, SealedAnswer Answer)>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) found.Add((rows.GetString(0), new(rows.GetInt32(1), rows.GetFieldValue<byte[]>(2))));
        return found.ToLookup(f => f.Name, f => f.Answer);
    }
}
