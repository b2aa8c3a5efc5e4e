using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Contracts.Recordings;

namespace Amparo.Publication;

/// <summary>What a file of sounds is, signed, on one line: see the README for each member.</summary>
internal sealed record AudioManifest(string Language, long Edition, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, bool IsDemonstration, IReadOnlyList<PublicRecording> Recordings, Certificate Certificate, string Signature = "")
{
    public const string FormatName = "amparo-audio-1";

    /// <summary>Many times what a file can name that has room for its sounds.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    public string Id => Convert.ToHexStringLower(SHA256.HashData(ToBytes()).AsSpan(0, 12));

    public AudioManifest SignedBy(ECDsa key) => this with { Signature = SignedJson.Sign(Unsigned(), key) };

    public byte[] ToBytes() => SignedJson.Close(Unsigned(), Signature);

    /// <summary>Whether the key of its certificate signed these very bytes.</summary>
    public bool Holds()
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

    /// <summary>Refuses every byte that would not be written so here.</summary>
    /// <returns>Null where it is no manifest.</returns>
    public static AudioManifest? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var language = root.GetProperty("language").GetString()!;
            var manifest = new AudioManifest(language, root.GetProperty("edition").GetInt64(), Certificate.ReadTime(root.GetProperty("madeAt")), Certificate.ReadTime(root.GetProperty("expiresAt")), root.GetProperty("demonstration").GetBoolean(),
                [.. root.GetProperty("recordings").EnumerateArray().Select(r => Recording(r, language))], Certificate.From(root.GetProperty("certificate")), root.GetProperty("signature").GetString()!);
            return manifest.Recordings.Sum(r => (long)r.Size) <= AudioPacks.MostBytes && manifest.ToBytes().AsSpan().SequenceEqual(line.Span) ? manifest : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static PublicRecording Recording(JsonElement said, string language)
    {
        var read = new PublicRecording(said.GetProperty("text").GetString()!, language, said.GetProperty("sha256").GetString()!, said.GetProperty("type").GetString()!, said.GetProperty("size").GetInt32(), said.GetProperty("seconds").GetInt32(), said.GetProperty("textHash").GetString()!);
        // The hash becomes part of a path.
        return read is { Sha256.Length: 64, Size: > 0 } && read.Sha256.All(char.IsAsciiHexDigitLower) ? read : throw new FormatException();
    }

    private byte[] Unsigned()
    {
        var bytes = new ArrayBufferWriter<byte>(1024 + Recordings.Count * 280);
        using (var json = new Utf8JsonWriter(bytes, Envelope.Plain))
        {
            json.WriteStartObject();
            json.WriteString("format", FormatName);
            json.WriteString("language", Language);
            json.WriteNumber("edition", Edition);
            json.WriteString("madeAt", Certificate.Time(MadeAt));
            json.WriteString("expiresAt", Certificate.Time(ExpiresAt));
            json.WriteBoolean("demonstration", IsDemonstration);
            json.WriteStartArray("recordings");
            foreach (var recording in Recordings)
            {
                json.WriteStartObject();
                json.WriteString("text", recording.Text);
                json.WriteString("textHash", recording.TextHash);
                json.WriteString("sha256", recording.Sha256);
                json.WriteString("type", recording.Type);
                json.WriteNumber("size", recording.Size);
                json.WriteNumber("seconds", recording.Seconds);
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
