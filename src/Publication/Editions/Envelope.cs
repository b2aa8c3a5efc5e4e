using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>One file of an edition: the records of one shard of one part.</summary>
/// <param name="Sha256">Hexadecimal, lower case; also its name under <c>objects/</c>.</param>
/// <param name="Size">Bytes.</param>
public sealed record EditionFile(string Part, int Shard, string Sha256, long Size, int Records)
{
    internal string Name => $"{Part}/{Shard:x2}";
}

/// <summary>What an edition is, signed: <c>envelope.json</c>. See <see cref="SignedJson"/> for what exactly is signed.</summary>
/// <param name="MadeAt">
/// The last full five minutes before the edition was made. The content is as of an instant within the five minutes that begin
/// there, and is never named more finely: the second of a change would tell who was working, and on what.
/// </param>
/// <param name="ExpiresAt">Thirty days later, or the end of the certificate where that comes first.</param>
/// <param name="Counts">Records per part.</param>
/// <param name="Recipe">Hexadecimal SHA-256 over the recipes of the parts.</param>
/// <param name="AuditCheckpoint">
/// Hexadecimal SHA-256 of the newest signed note over the audit (<c>AuditCheckpoint.Hash</c>), so that every device that holds
/// the edition is a witness; null while there is none. It tells nothing: each note is signed anew.
/// </param>
/// <param name="InboxKey">
/// Base64 of the public half of the publisher's <c>InboxKey</c> (SubjectPublicKeyInfo, P-256): what people tell a machine without
/// a database is sealed to it. Null in editions of a publisher that has none.
/// </param>
/// <param name="Files">Ordered by part, then by shard.</param>
public sealed record Envelope(
    long Version, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, string ContentRoot, bool IsDemonstration,
    IReadOnlyDictionary<string, int> Counts, string Recipe, string? AuditCheckpoint, string? InboxKey, IReadOnlyList<EditionFile> Files, Certificate Certificate, string Signature)
{
    public const string FormatName = "amparo-edition-1";

    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>SHA-256 over the lines <c>part/shard:sha256:size</c>, shards as two hexadecimal digits, sorted by their bytes.</summary>
    public static string RootOf(IEnumerable<EditionFile> files)
    {
        var lines = files.Select(f => $"{f.Name}:{f.Sha256}:{f.Size}\n").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(lines))));
    }

    internal Envelope SignedBy(ECDsa key) => this with { Signature = SignedJson.Sign(Unsigned(), key) };

    internal byte[] ToBytes() => SignedJson.Close(Unsigned(), Signature);

    /// <summary>Null where it is what the installation's publisher signed; else what is wrong, in words.</summary>
    internal string? Wrong(ECDsa root)
    {
        if (Certificate.Wrong(root) is { } wrong) return wrong;
        if (MadeAt < Certificate.NotBefore || MadeAt > Certificate.NotAfter) return "The certificate was not valid when the edition was made.";
        if (ExpiresAt > Certificate.NotAfter) return "The edition says that it lasts longer than its certificate.";
        try
        {
            using var key = Certificate.Key();
            if (!SignedJson.Holds(Unsigned(), Signature, key)) return "The signature does not belong to this envelope.";
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return "The certificate holds no usable key.";
        }
        if (IsDemonstration != Certificate.IsDemonstration)
            return IsDemonstration ? "Demonstration data were signed with a key for real data." : "Real data were signed with a demonstration key.";
        return RootOf(Files) == ContentRoot ? null : "The content root is not that of the listed files.";
    }

    internal byte[] Unsigned()
    {
        var bytes = new ArrayBufferWriter<byte>(4096 + Files.Count * 140);
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("format", FormatName);
            json.WriteNumber("version", Version);
            json.WriteString("madeAt", Certificate.Time(MadeAt));
            json.WriteString("expiresAt", Certificate.Time(ExpiresAt));
            json.WriteString("contentRoot", ContentRoot);
            json.WriteBoolean("isDemonstration", IsDemonstration);
            json.WriteStartObject("counts");
            foreach (var (part, count) in Counts.OrderBy(c => c.Key, StringComparer.Ordinal)) json.WriteNumber(part, count);
            json.WriteEndObject();
            json.WriteString("recipe", Recipe);
            if (AuditCheckpoint is not null) json.WriteString("auditCheckpoint", AuditCheckpoint);
            if (InboxKey is not null) json.WriteString("inboxKey", InboxKey);
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("part", file.Part);
                json.WriteNumber("shard", file.Shard);
                json.WriteString("sha256", file.Sha256);
                json.WriteNumber("size", file.Size);
                json.WriteNumber("records", file.Records);
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
