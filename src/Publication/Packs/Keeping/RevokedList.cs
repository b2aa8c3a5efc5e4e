using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>
/// What a device fetches before anything else: entries that stood in packs and that readers shall see no more. It never says
/// why, and it names nothing that was not in a pack before: an entry that was always hidden has no way into it.
/// </summary>
/// <param name="MadeAt">The last full five minutes before it was made.</param>
/// <param name="Edition">The edition after which it was made: a lower one than was seen is not taken.</param>
/// <param name="Entries">The first sixteen letters of the hash of each address (<c>TextHash.Of</c>), sorted.</param>
/// <param name="Addresses">The same of entries that stay, and whose exact address shall be forgotten at once.</param>
/// <param name="Packs">Identifiers of packs that were called back.</param>
/// <param name="Keys">Hexadecimal SHA-256 of publishing keys that signed what nobody shall trust any more.</param>
public sealed record RevokedList(
    DateTimeOffset MadeAt, long Edition, bool IsDemonstration, IReadOnlyList<string> Entries, IReadOnlyList<string> Addresses, IReadOnlyList<string> Packs, IReadOnlyList<string> Keys, Certificate Certificate, string Signature)
{
    public const string FormatName = "amparo-revoked-1";
    internal const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The name under which an entry stands in it.</summary>
    public static string NameOf(string slug) => TextHash.Of(slug)[..16];

    public bool Withdraws(PackManifest manifest) => Packs.Contains(manifest.Id) || Keys.Contains(FingerprintOf(manifest.Certificate));

    /// <summary>Reads and checks.</summary>
    /// <returns>Null where it is not what this installation's publisher signed.</returns>
    /// <exception cref="KeyRefused">There is no root key to check it against.</exception>
    public static RevokedList? Checked(ReadOnlyMemory<byte> bytes, KeyFolder keys)
    {
        using var root = keys.OpenRootPublic();
        try
        {
            var list = Read(bytes);
            var holds = list.Certificate.Wrong(root) is null && list.MadeAt >= list.Certificate.NotBefore && list.MadeAt <= list.Certificate.NotAfter && list.IsDemonstration == list.Certificate.IsDemonstration;
            if (!holds) return null;
            using var key = list.Certificate.Key();
            return SignedJson.Holds(list.Unsigned(), list.Signature, key) ? list : null;
        }
        catch (Exception e) when (e is PackBroken or CryptographicException or FormatException)
        {
            return null;
        }
    }

    internal static string FingerprintOf(Certificate certificate) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(certificate.PublicKey)));

    internal RevokedList SignedBy(ECDsa key) => this with { Signature = SignedJson.Sign(Unsigned(), key) };

    internal byte[] ToBytes() => SignedJson.Close(Unsigned(), Signature);

    internal bool SaysTheSameAs(RevokedList other) =>
        IsDemonstration == other.IsDemonstration && Entries.SequenceEqual(other.Entries) && Addresses.SequenceEqual(other.Addresses) && Packs.SequenceEqual(other.Packs) && Keys.SequenceEqual(other.Keys) && Certificate.PublicKey == other.Certificate.PublicKey;

    /// <exception cref="PackBroken">It is no such list.</exception>
    internal static RevokedList Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes) throw new PackBroken();
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            var list = new RevokedList(Certificate.ReadTime(root.GetProperty("madeAt")), root.GetProperty("edition").GetInt64(), root.GetProperty("demonstration").GetBoolean(),
                Texts(root, "entries"), Texts(root, "addresses"), Texts(root, "packs"), Texts(root, "keys"), Certificate.From(root.GetProperty("certificate")), root.GetProperty("signature").GetString()!);
            return list.ToBytes().AsSpan().SequenceEqual(bytes.Span) ? list : throw new PackBroken();
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PackBroken();
        }
    }

    private static List<string> Texts(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    private byte[] Unsigned()
    {
        var bytes = new ArrayBufferWriter<byte>(1024 + Entries.Count * 20);
        using (var json = new Utf8JsonWriter(bytes, Envelope.Plain))
        {
            json.WriteStartObject();
            json.WriteString("format", FormatName);
            json.WriteString("madeAt", Certificate.Time(MadeAt));
            json.WriteNumber("edition", Edition);
            json.WriteBoolean("demonstration", IsDemonstration);
            Write(json, "entries", Entries);
            Write(json, "addresses", Addresses);
            Write(json, "packs", Packs);
            Write(json, "keys", Keys);
            json.WritePropertyName("certificate");
            json.WriteRawValue(Certificate.ToBytes());
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
