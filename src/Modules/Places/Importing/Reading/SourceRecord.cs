namespace Amparo.Places.Importing;

/// <summary>One row as it stands in a file: where it stands, and its fields by name. Nothing is cleaned yet.</summary>
internal sealed record SourceRecord(string Row, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What the reader itself noticed, such as a row with too many columns.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public string? this[string field] => Fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}

/// <summary>A file that can be read as often as needed, from the start, row by row.</summary>
internal interface IRecordReader
{
    /// <summary>Encoding, delimiter, sheet: what to say of how the file was understood.</summary>
    string ReadAs { get; }

    /// <exception cref="BrokenFile">The file cannot be read to its end.</exception>
    IEnumerable<SourceRecord> Read(CancellationToken stop);
}

/// <summary>The file breaks here. What it said before is not taken: half a list looks like a list.</summary>
internal sealed class BrokenFile(string key, string at, Exception? cause = null) : Exception($"{key} at {at}", cause)
{
    /// <summary>A key under <c>places.import.refused</c>.</summary>
    public string Key { get; } = key;

    /// <summary>The row or line.</summary>
    public string At { get; } = at;
}
