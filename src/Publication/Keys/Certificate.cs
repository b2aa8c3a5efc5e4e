using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>With this the offline root key says which key may sign editions, for how long, and of which kind of data.</summary>
/// <param name="PublicKey">Base64 of the SubjectPublicKeyInfo, P-256.</param>
/// <param name="Usage">Always <c>publishing</c>.</param>
/// <param name="NotBefore">Full hours, UTC.</param>
/// <param name="NotAfter">An edition that was made later is refused.</param>
/// <param name="IsDemonstration">It may sign invented data, and only them.</param>
/// <param name="Signature">The root's, base64.</param>
public sealed record Certificate(string PublicKey, string Usage, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool IsDemonstration, string Signature)
{
    internal const string Publishing = "publishing";
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal static Certificate By(ECDsa root, ECDsa publishing, DateTimeOffset notBefore, DateTimeOffset notAfter, bool isDemonstration)
    {
        var unsigned = new Certificate(Convert.ToBase64String(publishing.ExportSubjectPublicKeyInfo()), Publishing, notBefore, notAfter, isDemonstration, "");
        return unsigned with { Signature = SignedJson.Sign(unsigned.Unsigned(), root) };
    }

    /// <summary>Null where the root really gave it; else what is wrong, in words.</summary>
    internal string? Wrong(ECDsa root) =>
        Usage != Publishing ? "The certificate is for another use than publishing."
        : !SignedJson.Holds(Unsigned(), Signature, root) ? "The certificate was not signed by this installation's root key."
        : null;

    /// <exception cref="CryptographicException">It holds no P-256 key.</exception>
    internal ECDsa Key()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
        return key.KeySize == 256 ? key : throw new CryptographicException("Not a P-256 key.");
    }

    internal byte[] ToBytes() => SignedJson.Close(Unsigned(), Signature);

    internal static Certificate From(JsonElement json) => new(
        json.GetProperty("publicKey").GetString()!, json.GetProperty("usage").GetString()!,
        ReadTime(json.GetProperty("notBefore")), ReadTime(json.GetProperty("notAfter")),
        json.GetProperty("demonstration").GetBoolean(), json.GetProperty("signature").GetString()!);

    internal static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString(Second, CultureInfo.InvariantCulture);

    internal static DateTimeOffset ReadTime(JsonElement text) =>
        DateTimeOffset.ParseExact(text.GetString()!, Second, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private byte[] Unsigned()
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Envelope.Plain))
        {
            json.WriteStartObject();
            json.WriteString("publicKey", PublicKey);
            json.WriteString("usage", Usage);
            json.WriteString("notBefore", Time(NotBefore));
            json.WriteString("notAfter", Time(NotAfter));
            json.WriteBoolean("demonstration", IsDemonstration);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }
}
