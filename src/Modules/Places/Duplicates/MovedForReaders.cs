using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Places.Publishing;

namespace Amparo.Places.Duplicates;

/// <summary>
/// Addresses that readers knew and that lead to another entry now. It names addresses that were public and nothing else; where
/// the entry that stays is hidden or gone, the old address says no more than any that never was.
/// </summary>
internal sealed class MovedForReaders : IEditionPart
{
    public string Name => EditionParts.Moved;
    public string Recipe => "1";
    public bool IsReference => true;

    public async Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        var from = Instants.ToStored(since);
        command.CommandText = $"SELECT shard FROM {PublicViews.MovedTouched} WHERE changed_at > {from} UNION SELECT shard FROM {PublicViews.MovedTouched} WHERE survivor_changed_at > {from}";
        var shards = new HashSet<int>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) shards.Add(rows.GetInt16(0));
        return shards;
    }

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT shard, slug, to_slug FROM {PublicViews.Moved}" + (shards is null ? "" : $" WHERE shard IN ({string.Join(',', shards.DefaultIfEmpty(-1))})");
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var moved = new MovedPlace(rows.GetString(1), rows.GetString(2));
            yield return new(rows.GetInt16(0), moved.From, JsonSerializer.SerializeToUtf8Bytes(moved, CompactJson.Options), false);
        }
    }
}
