using System.Text.Json;

namespace Amparo.Publication;

internal static class EnvelopeReading
{
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Reads an envelope and refuses every byte that it would not itself have written: no member can be added, doubled or
    /// spelled otherwise, whatever a lenient reader elsewhere would make of it.
    /// </summary>
    /// <exception cref="EditionDamaged">It is not an envelope.</exception>
    public static Envelope Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes) throw new EditionDamaged("The envelope is larger than any envelope.");
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.GetProperty("format").GetString() != Envelope.FormatName) throw new EditionDamaged("The envelope is of a format that this version does not know.");
            var envelope = new Envelope(
                root.GetProperty("version").GetInt64(), Certificate.ReadTime(root.GetProperty("madeAt")), Certificate.ReadTime(root.GetProperty("expiresAt")),
                Hash(root.GetProperty("contentRoot")), root.GetProperty("isDemonstration").GetBoolean(),
                root.GetProperty("counts").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt32()),
                Hash(root.GetProperty("recipe")), root.TryGetProperty("auditCheckpoint", out var checkpoint) ? Hash(checkpoint) : null,
                root.TryGetProperty("inboxKey", out var inbox) ? Key(inbox) : null, [.. root.GetProperty("files").EnumerateArray().Select(File)],
                Certificate.From(root.GetProperty("certificate")), root.GetProperty("signature").GetString()!);
            return envelope.ToBytes().AsSpan().SequenceEqual(bytes.Span) && IsOrdered(envelope.Files) && Adds(envelope)
                ? envelope
                : throw new EditionDamaged("The envelope was altered or is not written as this version writes it.");
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new EditionDamaged("The envelope cannot be read.");
        }
    }

    private static EditionFile File(JsonElement file)
    {
        var part = file.GetProperty("part").GetString()!;
        var read = new EditionFile(part, file.GetProperty("shard").GetInt32(), Hash(file.GetProperty("sha256")), file.GetProperty("size").GetInt64(), file.GetProperty("records").GetInt32());
        return IsPartName(part) && read is { Shard: >= 0 and < Shards.Count, Size: > 0, Records: > 0 } ? read : throw new FormatException();
    }

    // The hash becomes the name of a file: anything else in its place could name a file elsewhere.
    private static string Hash(JsonElement text) =>
        text.GetString() is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower) ? hash : throw new FormatException();

    private static string Key(JsonElement text) => text.GetString() is { Length: > 0 and < 200 } key ? key : throw new FormatException();

    public static bool IsPartName(string part) => part.Length is > 0 and <= 40 && part.All(c => char.IsAsciiLetterLower(c) || c == '_');

    private static bool IsOrdered(IReadOnlyList<EditionFile> files) =>
        files.Zip(files.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Name, pair.Second.Name) < 0);

    private static bool Adds(Envelope envelope) =>
        envelope.Files.All(f => envelope.Counts.ContainsKey(f.Part))
        && envelope.Counts.All(c => c.Value == envelope.Files.Where(f => f.Part == c.Key).Sum(f => (long)f.Records));
}
