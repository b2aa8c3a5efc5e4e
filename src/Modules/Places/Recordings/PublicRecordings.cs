using System.Data.Common;
using Amparo.Contracts.Places;
using Amparo.Contracts.Recordings;
using Amparo.Places.Publishing;

namespace Amparo.Places.Recordings;

/// <summary>Recordings that two persons agreed on, as the public view gives them; of each text in each language the newest.</summary>
internal sealed class PublicRecordings
{
    private readonly record struct Row(short Shard, Guid? Place, string? Page, PublicRecording Said, long CheckedAt);

    private readonly ILookup<Guid, PublicRecording> _places;
    private readonly List<Row> _pages;

    private PublicRecordings(IReadOnlyList<Row> rows)
    {
        _places = rows.Where(r => r.Place is not null).ToLookup(r => r.Place!.Value, r => r.Said);
        _pages = [.. rows.Where(r => r.Page is not null)];
        Count = rows.Count;
    }

    public int Count { get; }

    /// <summary>Places that have any.</summary>
    public IReadOnlyList<Guid> Places => [.. _places.Select(p => p.Key)];

    public static async Task<PublicRecordings> In(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT shard, place_id, page, language, sha256, type, size, seconds, text_hash, checked_at FROM {PublicViews.Recording} WHERE consent_until > {Instants.ToStored(asOf)}"
            + (shards is null ? "" : $" AND shard IN ({string.Join(',', shards.DefaultIfEmpty(-1))})");
        var rows = new List<Row>();
        await using (var read = await command.ExecuteReaderAsync(stop))
            while (await read.ReadAsync(stop))
            {
                var (place, page) = (read.IsDBNull(1) ? (Guid?)null : read.GetGuid(1), read.IsDBNull(2) ? null : read.GetString(2));
                rows.Add(new(read.GetInt16(0), place, page, new(place is { } id ? RecordedTexts.Centre + id : RecordedTexts.Page + page, read.GetString(3), read.GetString(4), read.GetString(5), read.GetInt32(6), read.GetInt32(7), read.GetString(8)), read.GetInt64(9)));
            }
        return new([.. rows.GroupBy(r => (r.Said.Text, r.Said.Language)).Select(g => g.MaxBy(r => r.CheckedAt)).OrderBy(r => r.Said.Text, StringComparer.Ordinal).ThenBy(r => r.Said.Language, StringComparer.Ordinal)]);
    }

    /// <summary>Those that speak the words of this place as they are here.</summary>
    public IReadOnlyList<PublicRecording> Of(PublicPlace place) => _places.Contains(place.Id) ? [.. _places[place.Id].Where(r => r.TextHash == SpokenText.HashOf(place))] : [];

    public IEnumerable<(short Shard, PublicRecording Said)> OfPages(Texts texts) =>
        _pages.Where(r => RecordedPages.All.ContainsKey(r.Page!) && SpokenText.OfPage(texts, r.Page!, r.Said.Language).Hash == r.Said.TextHash).Select(r => (r.Shard, r.Said));

    public static string WordsOf(Texts texts, string page, string language) => string.Join('\n', RecordedPages.All[page].Select(k => texts.In(language)[k]));
}
