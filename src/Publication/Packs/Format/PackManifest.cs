using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>One part of a pack, as it is unpacked.</summary>
/// <param name="Name">Lower case letters and underscores.</param>
/// <param name="Sha256">Hexadecimal, over the unpacked bytes.</param>
/// <param name="Size">Unpacked bytes.</param>
/// <param name="Records">Lines; 0 where it has none.</param>
/// <param name="ExpiresAt">After this a device drops this part and keeps the others; null where it lasts as long as the pack.</param>
public sealed record PackPart(string Name, string Sha256, long Size, int Records, DateTimeOffset? ExpiresAt = null);

/// <summary>What a pack is, signed, on one line: see <see cref="SignedJson"/> for what exactly is signed, and the README for each member.</summary>
/// <param name="Name">Countries and language, such as <c>hn-gt-mx-es</c>: neutral, since a phone can be searched.</param>
/// <param name="Edition">The version of the edition that it was made from: a device refuses one that is lower than it has seen.</param>
/// <param name="ContentRoot">Of that edition.</param>
/// <param name="MadeAt">The last full five minutes before it was made.</param>
/// <param name="AuditCheckpoint">As in the envelope of that edition.</param>
public sealed record PackManifest(
    string Name, IReadOnlyList<string> Countries, string Language, long Edition, string ContentRoot, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, bool IsDemonstration,
    string? AuditCheckpoint, int Entries, IReadOnlyList<PackPart> Parts, Certificate Certificate, string Signature)
{
    public const string FormatName = "amparo-pack-1";

    /// <summary>Whole packs that unfold to more than this are refused before anything is unfolded.</summary>
    public const long MostBytes = 128 * 1024 * 1024;

    private const int MostParts = 40;

    /// <summary>Names this very signing of it; hexadecimal.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(ToBytes()).AsSpan(0, 12));

    public PackPart? Part(string name) => Parts.FirstOrDefault(p => p.Name == name);

    internal PackManifest SignedBy(ECDsa key) => this with { Signature = SignedJson.Sign(Unsigned(), key) };

    internal byte[] ToBytes() => SignedJson.Close(Unsigned(), Signature);

    /// <summary>Whether the installation's root certified the key that signed these very bytes.</summary>
    internal bool Holds()
    {
        try
        {
            using var key = Certificate.Key();
            return SignedJson.Holds(Unsigned(), Signature, key);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Refuses every byte that would not be written so here: no member can be added, doubled or spelled otherwise.</summary>
    /// <exception cref="PackBroken">It is no manifest.</exception>
    internal static PackManifest Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            var manifest = new PackManifest(
                root.GetProperty("name").GetString()!, [.. root.GetProperty("countries").EnumerateArray().Select(c => c.GetString()!)], root.GetProperty("language").GetString()!, root.GetProperty("edition").GetInt64(),
                Hash(root.GetProperty("contentRoot")), Certificate.ReadTime(root.GetProperty("madeAt")), Certificate.ReadTime(root.GetProperty("expiresAt")), root.GetProperty("demonstration").GetBoolean(),
                root.TryGetProperty("auditCheckpoint", out var checkpoint) ? Hash(checkpoint) : null, root.GetProperty("entries").GetInt32(), [.. root.GetProperty("parts").EnumerateArray().Select(ReadPart)],
                Certificate.From(root.GetProperty("certificate")), root.GetProperty("signature").GetString()!);
            var isWhole = manifest.ToBytes().AsSpan().SequenceEqual(bytes.Span) && manifest.Parts.Count <= MostParts && manifest.Parts.DistinctBy(p => p.Name).Count() == manifest.Parts.Count
                && manifest.Parts.Sum(p => p.Size) <= MostBytes && PackNames.Of(manifest.Countries, manifest.Language) == manifest.Name;
            return isWhole ? manifest : throw new PackBroken();
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new PackBroken();
        }
    }

    private static PackPart ReadPart(JsonElement part)
    {
        var read = new PackPart(part.GetProperty("name").GetString()!, Hash(part.GetProperty("sha256")), part.GetProperty("size").GetInt64(), part.GetProperty("records").GetInt32(), part.TryGetProperty("expiresAt", out var at) ? Certificate.ReadTime(at) : null);
        return EnvelopeReading.IsPartName(read.Name) && read is { Size: >= 0 and <= MostBytes, Records: >= 0 } ? read : throw new FormatException();
    }

    private static string Hash(JsonElement text) => text.GetString() is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower) ? hash : throw new FormatException();

    private byte[] Unsigned()
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(bytes, Envelope.Plain))
        {
            json.WriteStartObject();
            json.WriteString("format", FormatName);
            json.WriteString("name", Name);
            json.WriteStartArray("countries");
            foreach (var country in Countries) json.WriteStringValue(country);
            json.WriteEndArray();
            json.WriteString("language", Language);
            json.WriteNumber("edition", Edition);
            json.WriteString("contentRoot", ContentRoot);
            json.WriteString("madeAt", Certificate.Time(MadeAt));
            json.WriteString("expiresAt", Certificate.Time(ExpiresAt));
            json.WriteBoolean("demonstration", IsDemonstration);
            if (AuditCheckpoint is not null) json.WriteString("auditCheckpoint", AuditCheckpoint);
            json.WriteNumber("entries", Entries);
            json.WriteStartArray("parts");
            foreach (var part in Parts)
            {
                json.WriteStartObject();
                json.WriteString("name", part.Name);
                json.WriteString("sha256", part.Sha256);
                json.WriteNumber("size", part.Size);
                json.WriteNumber("records", part.Records);
                if (part.ExpiresAt is { } at) json.WriteString("expiresAt", Certificate.Time(at));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WritePropertyName("certificate");
            json.WriteRawValue(Certificate.ToBytes());
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }
}
