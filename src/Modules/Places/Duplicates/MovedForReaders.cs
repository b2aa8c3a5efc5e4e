using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Publishing;

namespace Amparo.Places.Duplicates;

/// <summary>
/// Addresses that readers knew and that lead to another entry now. It names addresses that were public and nothing else; where
/// the entry that stays is hidden or gone, the old address says no more than any that never was; where it is out of sight for some
/// days with all others of its area or organisation, the old address leads nowhere and shows the same veil as its own.
/// </summary>
internal sealed class MovedForReaders : IEditionPart
{
    public string Name => EditionParts.Moved;
    public string Recipe => "2";
    public bool IsReference => true;

    public async Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        var (from, to) = (Instants.ToStored(since), Instants.ToStored(asOf));
        command.CommandText = $"SELECT shard FROM {PublicViews.MovedTouched} WHERE changed_at > {from} UNION SELECT shard FROM {PublicViews.MovedTouched} WHERE survivor_changed_at > {from} UNION SELECT shard FROM {PublicViews.Hiding} WHERE changed_at > {from} OR (until > {from} AND until <= {to})";
        var shards = new HashSet<int>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) shards.Add(rows.GetInt16(0));
        return shards;
    }

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT shard, slug, to_slug, kind, is_last_resort, profile, area_hidden_until, organization_hidden_until, organization_here_hidden_until FROM {PublicViews.Moved}" + (shards is null ? "" : $" WHERE shard IN ({string.Join(',', shards.DefaultIfEmpty(-1))})");
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            var profile = JsonSerializer.Deserialize<PlaceProfile>(rows.GetString(5), CompactJson.Options)!;
            if (PlaceRow.HiddenUntil(rows, 6, rows.GetString(3), rows.GetBoolean(4), profile.IsPublicHospital) > asOf) continue;
            var moved = new MovedPlace(rows.GetString(1), rows.GetString(2));
            yield return new(rows.GetInt16(0), moved.From, JsonSerializer.SerializeToUtf8Bytes(moved, CompactJson.Options), false);
        }
    }
}
