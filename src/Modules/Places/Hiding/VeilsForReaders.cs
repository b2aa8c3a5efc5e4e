using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Publishing;

namespace Amparo.Places.Hiding;

/// <summary>
/// What stands in the place of what is hidden at once: the country whose helplines are shown there, and until when. Neither
/// name nor address of the place is in it: its page is found by the hash of its address, which whoever has the link has.
/// </summary>
internal sealed class VeilsForReaders : IEditionPart
{
    public string Name => EditionParts.Veils;
    public string Recipe => "2";
    public bool IsReference => true;

    public async Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop)
    {
        var (from, to) = (Instants.ToStored(since), Instants.ToStored(asOf));
        await using var command = readers.CreateCommand();
        // A place that leaves a hidden organisation leaves its veil too: while anything is hidden, every changed place is looked at.
        command.CommandText = $"""
            SELECT shard FROM {PublicViews.Hiding} WHERE changed_at > {from} OR (until > {from} AND until <= {to})
            UNION SELECT shard FROM {PublicViews.Touched} WHERE changed_at > {from} AND EXISTS (SELECT 1 FROM {PublicViews.Hiding} WHERE until > {from})
            """;
        return await ForReaders.ShardsOf(command, stop);
    }

    public async Task<IReadOnlyDictionary<int, string>?> Marks(DbConnection readers, DateTimeOffset after, DateTimeOffset before, CancellationToken stop)
    {
        var (from, to) = (Instants.ToStored(after), Instants.ToStored(before));
        await using var command = readers.CreateCommand();
        command.CommandText = $"""
            SELECT shard, changed_at AS at FROM {PublicViews.Hiding} WHERE changed_at > {from} AND changed_at < {to}
            UNION ALL SELECT shard, changed_at FROM {PublicViews.Touched} WHERE changed_at > {from} AND changed_at < {to}
            ORDER BY 1, 2
            """;
        var times = await ForReaders.TimesOf(command, stop);
        return times.ToDictionary(t => t.Key, t => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(t.Value)))[..12]));
    }

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT shard, slug, kind, country, is_last_resort, profile, until, by_organization FROM {PublicViews.Veil} WHERE until > {Instants.ToStored(asOf)}"
            + (shards is null ? "" : $" AND shard IN ({string.Join(',', shards.DefaultIfEmpty(-1))})");
        var veils = new SortedDictionary<string, (short Shard, PublicVeil Veil)>(StringComparer.Ordinal);
        await using (var rows = await command.ExecuteReaderAsync(stop))
        {
            while (await rows.ReadAsync(stop))
            {
                var (kind, until) = (rows.GetString(2), Instants.FromStored(rows.GetInt64(6)));
                var profile = JsonSerializer.Deserialize<PlaceProfile>(rows.GetString(5), CompactJson.Options)!;
                if (HiddenAtOnce.Stays(kind, rows.GetBoolean(4), profile.IsPublicHospital, rows.GetInt32(7) == 1)) continue;
                var code = TextHash.Of(rows.GetString(1));
                if (!veils.TryGetValue(code, out var before) || before.Veil.Until < until) veils[code] = (rows.GetInt16(0), new(code, rows.GetString(3), kind, until));
            }
        }
        foreach (var (code, (shard, veil)) in veils) yield return new(shard, code, JsonSerializer.SerializeToUtf8Bytes(veil, CompactJson.Options), false);
    }
}
