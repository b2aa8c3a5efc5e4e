using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>
/// The same list in another language: its columns stand beside those of the row with the same key. It is held in memory, so
/// it may be as large as a map and no larger; a row that only it has is none of the list.
/// </summary>
internal sealed class Overlay(IRecordReader reader, OverlayFile file, IReadOnlyList<string> key)
{
    private const long Largest = 20L << 20;
    private Dictionary<string, IReadOnlyDictionary<string, string>>? _rows;

    /// <summary>The file in the other language, or null where it does not lie beside the list.</summary>
    /// <exception cref="ImportRefused">It is too large.</exception>
    public static string? Beside(string path, OverlayFile file)
    {
        var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + file.Ending + Path.GetExtension(path));
        if (!File.Exists(beside)) return null;
        return new FileInfo(beside).Length <= Largest ? beside : throw new ImportRefused("too_large", ("file", Path.GetFileName(beside)));
    }

    public IEnumerable<SourceRecord> Over(IEnumerable<SourceRecord> records, CancellationToken stop)
    {
        _rows ??= Read(stop);
        foreach (var record in records)
        {
            if (KeyOf(record) is not { } own || !_rows.TryGetValue(own, out var beside))
            {
                yield return record;
                continue;
            }
            var fields = new Dictionary<string, string>(record.Fields, StringComparer.OrdinalIgnoreCase);
            foreach (var (column, value) in beside) fields[file.Prefix + column] = value;
            yield return record with { Fields = fields };
        }
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> Read(CancellationToken stop)
    {
        var rows = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var record in reader.Read(stop))
            if (KeyOf(record) is { } own) rows.TryAdd(own, record.Fields);
        return rows;
    }

    private string? KeyOf(SourceRecord record) => key.Any(k => record[k] is not null) ? string.Join('\u001f', key.Select(k => record[k] ?? "")) : null;
}
