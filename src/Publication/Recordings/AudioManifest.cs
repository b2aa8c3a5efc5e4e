using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Contracts.Recordings;

namespace Amparo.Publication;

/// <summary>What a file of sounds is, signed, on one line: see the README for each member.</summary>
internal sealed record AudioManifest(string Language, long Edition, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, bool IsDemonstration, IReadOnlyList<PublicRecording> Recordings, Certificate Certificate)
{
    public const string FormatName = "amparo-audio-1";

    public static string IdOf(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line).AsSpan(0, 12));

    public byte[] SignedBy(ECDsa key)
    {
        var unsigned = Unsigned();
        return SignedJson.Close(unsigned, SignedJson.Sign(unsigned, key));
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
