using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Contracts.Recordings;
using Amparo.Places.Publishing;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Recordings;

/// <summary>
/// All recordings that readers may hear, of places and of pages: by these sounds are sent and packed. Each place carries its own besides,
/// so that a page and what is heard of it are never of two moments.
/// </summary>
internal sealed class RecordingsForReaders(IOptions<PlacesSettings> settings, Texts texts) : IEditionPart
{
    public string Name => EditionParts.Recordings;

    // The words of pages come with the program: another version may say others.
    public string Recipe => "1:" + TextHash.Of(string.Concat(RecordedPages.All.Keys.Order(StringComparer.Ordinal).SelectMany(_ => Languages.All, (page, language) => PublicRecordings.WordsOf(texts, page, language))));

    // It stands beside real and beside invented places alike; those of invented ones say so themselves.
    public bool IsReference => true;

    public async Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop)
    {
        var drawers = await Drawers(readers, stop);
        return drawers.Count == 0 ? drawers : (await new ForReaders(settings).Touched(readers, since, asOf, stop)).Intersect(drawers).ToHashSet();
    }

    public async Task<IReadOnlyDictionary<int, string>?> Marks(DbConnection readers, DateTimeOffset after, DateTimeOffset before, CancellationToken stop)
    {
        var drawers = await Drawers(readers, stop);
        return drawers.Count == 0 ? new Dictionary<int, string>() : (await new ForReaders(settings).Marks(readers, after, before, stop))!.Where(m => drawers.Contains(m.Key)).ToDictionary();
    }

    /// <summary>Those that hold a recording or ever did: few places are spoken, and each change of any other must not read a drawer for it.</summary>
    private static async Task<IReadOnlySet<int>> Drawers(DbConnection readers, CancellationToken stop)
    {
        await using var command = readers.CreateCommand();
        command.CommandText = $"SELECT DISTINCT shard FROM {PublicViews.RecordingTouched}";
        return await ForReaders.ShardsOf(command, stop);
    }

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        var known = await PublicRecordings.In(readers, shards, asOf, stop);
        if (known.Count == 0) yield break;
        foreach (var (shard, said) in known.OfPages(texts)) yield return Record(shard, said);
        await foreach (var (shard, place) in ForReaders.Shown(readers, known.Places, settings.Value, asOf, stop))
            foreach (var said in known.Of(place)) yield return Record(shard, said);
    }

    private static EditionRecord Record(short shard, PublicRecording said) => new(shard, $"{said.Text} {said.Language}", JsonSerializer.SerializeToUtf8Bytes(said, CompactJson.Options), false);
}
