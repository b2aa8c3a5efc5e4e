using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Recordings;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Publishing;

/// <summary>What this module contributes to an edition.</summary>
internal sealed class ForReaders(IOptions<PlacesSettings> settings) : IEditionPart
{
    private const string Columns =
        "id, shard, slug, name, kind, country, admin1, admin1_name, locality, time_zone, disclosure, area_name, address, latitude, longitude, " +
        "organization_id, organization_name, assured_at, assured_by, assured_how, expires_at, is_last_resort, full_said_at, full_until, " +
        "public_changed_at, source, is_demonstration, profile, may_be_closed_since, area_hidden_until, organization_hidden_until, organization_here_hidden_until";

    public string Name => EditionParts.Places;

    public string Recipe => "5:" + string.Join(',', PlaceKinds.All.Select(k => settings.Value.HalfLifeOf(k).TotalDays.ToString(CultureInfo.InvariantCulture)));

    public async Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop)
    {
        var (from, to) = (Instants.ToStored(since), Instants.ToStored(asOf));
        // Age withdraws an entry three half-lives after its assurance: whatever crossed that line in between must be looked at again.
        var aged = PlaceKinds.All.Select(kind => (kind, age: (long)(settings.Value.HalfLifeOf(kind) * 3).TotalMicroseconds))
            .Select(k => $"(kind = '{k.kind}' AND assured_at > {from - k.age} AND assured_at <= {to - k.age})");
        // Four questions and not one with OR: each finds its index, and this is asked every two seconds.
        var questions = new[] { $"changed_at > {from}", $"organization_changed_at > {from}", $"expires_at > {from} AND expires_at <= {to}", string.Join(" OR ", aged) };
        await using var command = readers.CreateCommand();
        command.CommandText = string.Join(" UNION ", questions.Select(q => $"SELECT shard FROM {PublicViews.Touched} WHERE {q}"))
            + $" UNION SELECT shard FROM {PublicViews.Hiding} WHERE changed_at > {from} OR (until > {from} AND until <= {to})"
            + $" UNION SELECT shard FROM {PublicViews.RecordingTouched} WHERE changed_at > {from} OR (consent_until > {from} AND consent_until <= {to})";
        return await ShardsOf(command, stop);
    }

    /// <summary>The drawers that a question finds, in its first column.</summary>
    public static async Task<IReadOnlySet<int>> ShardsOf(DbCommand command, CancellationToken stop)
    {
        var shards = new HashSet<int>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) shards.Add(rows.GetInt16(0));
        return shards;
    }

    /// <summary>The times of changes by drawer: the drawer in the first column, the time in the second.</summary>
    public static async Task<Dictionary<int, List<long>>> TimesOf(DbCommand command, CancellationToken stop)
    {
        var times = new Dictionary<int, List<long>>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            if (!times.TryGetValue(rows.GetInt16(0), out var shard)) times.Add(rows.GetInt16(0), shard = []);
            shard.Add(rows.GetInt64(1));
        }
        return times;
    }

    public async Task<IReadOnlyDictionary<int, string>?> Marks(DbConnection readers, DateTimeOffset after, DateTimeOffset before, CancellationToken stop)
    {
        var (from, to) = (Instants.ToStored(after), Instants.ToStored(before));
        await using var command = readers.CreateCommand();
        command.CommandText = $"""
            SELECT shard, changed_at AS at FROM {PublicViews.Touched} WHERE changed_at > {from} AND changed_at < {to}
            UNION ALL SELECT shard, organization_changed_at FROM {PublicViews.Touched} WHERE organization_changed_at > {from} AND organization_changed_at < {to}
            UNION ALL SELECT shard, changed_at FROM {PublicViews.Hiding} WHERE changed_at > {from} AND changed_at < {to}
            UNION ALL SELECT shard, changed_at FROM {PublicViews.RecordingTouched} WHERE changed_at > {from} AND changed_at < {to}
            ORDER BY 1, 2
            """;
        var times = await TimesOf(command, stop);
        return times.ToDictionary(t => t.Key, t => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(t.Value)))[..12]));
    }

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        var recordings = await PublicRecordings.In(readers, shards, asOf, stop);
        await foreach (var (shard, shown) in Shown(readers, shards is null ? "" : $" WHERE shard IN ({string.Join(',', shards.DefaultIfEmpty(-1))})", settings.Value, asOf, stop))
        {
            var place = recordings.Of(shown) is { Count: > 0 } heard ? shown with { Recordings = heard } : shown;
            yield return new(shard, place.Id.ToString(), JsonSerializer.SerializeToUtf8Bytes(place, CompactJson.Options), place.IsDemonstration);
        }
    }

    /// <summary>Those of these places that readers see.</summary>
    public static IAsyncEnumerable<(short Shard, PublicPlace Place)> Shown(DbConnection readers, IReadOnlyCollection<Guid> places, PlacesSettings settings, DateTimeOffset asOf, CancellationToken stop) =>
        Shown(readers, $" WHERE id IN (SELECT place_id FROM {PublicViews.Recording} WHERE shard IN ({string.Join(',', places.Select(Shards.Of).Distinct().Order().DefaultIfEmpty(-1))}))", settings, asOf, stop);

    private static async IAsyncEnumerable<(short Shard, PublicPlace Place)> Shown(DbConnection readers, string where, PlacesSettings settings, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM {PublicViews.Place}{where}";
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            if (PlaceRow.Read(rows, settings) is { } place && IsShown(place, asOf) && !(PlaceRow.HiddenUntil(rows, place) > asOf)) yield return (rows.GetInt16(1), place);
    }

    private static bool IsShown(PublicPlace place, DateTimeOffset asOf) =>
        !(place.ExpiresAt <= asOf) && !(place.WithdrawnAt <= asOf);
}
