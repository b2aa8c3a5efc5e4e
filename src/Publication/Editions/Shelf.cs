using System.Buffers;
using Amparo.Contracts.Publication;

namespace Amparo.Publication;

/// <summary>The records of one part that fall into a few neighbouring shards, until they are written: so that a million never lie in memory at once.</summary>
internal sealed class Shelf(IEditionPart part, IReadOnlySet<int> shards)
{
    private readonly Dictionary<int, List<EditionRecord>> _records = shards.ToDictionary(s => s, _ => new List<EditionRecord>());

    /// <exception cref="PartBroken">The record belongs elsewhere or would break the lines of the file.</exception>
    public void Add(EditionRecord record)
    {
        if (!_records.TryGetValue(record.Shard, out var shard)) throw new PartBroken($"The part {part.Name} gave a record of a shard that was not asked for.");
        if (record.Json.Span.Contains((byte)'\n') || record.Json.Length < 2) throw new PartBroken($"The part {part.Name} gave a record that is not one line of JSON.");
        shard.Add(record);
    }

    /// <summary>
    /// Writes each shard as one file of lines sorted by key; empty shards have no file. They are written side by side: each
    /// waits for the disk, and a disk serves many that wait as quickly as one.
    /// </summary>
    public Task<EditionFile[]> Put(EditionStore store) => Task.WhenAll(_records.Where(s => s.Value.Count > 0).Select(shard =>
        Task.Factory.StartNew(() => Put(store, shard.Key, shard.Value), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

    private EditionFile Put(EditionStore store, int shard, List<EditionRecord> records)
    {
        records.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        var lines = new ArrayBufferWriter<byte>(records.Sum(r => r.Json.Length + 1));
        for (var i = 0; i < records.Count; i++)
        {
            if (i > 0 && records[i].Key == records[i - 1].Key) throw new PartBroken($"The part {part.Name} gave two records with the same key.");
            lines.Write(records[i].Json.Span);
            lines.Write("\n"u8);
        }
        return new(part.Name, shard, store.Put(lines.WrittenSpan), lines.WrittenCount, records.Count);
    }
}
