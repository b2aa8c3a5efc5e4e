using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// The keys of the audit, in the data folder and never in the database: who holds the database alone can neither add a row
/// that looks true nor sign another history. <c>keys/audit.mac</c> authenticates rows, <c>keys/audit</c> signs checkpoints,
/// <c>keys/audit.public</c> holds every public half that this installation ever had. Servers of one installation share them.
/// </summary>
public sealed class AuditKeys(DataFolder data)
{
    private const int MacBytes = 32;

    private readonly Lock _making = new();
    private byte[]? _mac;
    private ECDsa? _signing;

    private string MacFile => Path.Combine(data.Keys, "audit.mac");
    private string SigningFile => Path.Combine(data.Keys, "audit");
    private string PublicFile => Path.Combine(data.Keys, "audit.public");

    /// <summary>How far this machine saw the chain go: what a database that was put back cannot know.</summary>
    internal string HeadFile => Path.Combine(data.Keys, "audit.head");

    /// <summary>32 bytes.</summary>
    public byte[] MacOf(ReadOnlySpan<byte> line) => HMACSHA256.HashData(Mac(), line);

    internal bool IsMac(ReadOnlySpan<byte> line, ReadOnlySpan<byte> mac)
    {
        Span<byte> right = stackalloc byte[32];
        HMACSHA256.HashData(Mac(), line, right);
        return CryptographicOperations.FixedTimeEquals(right, mac);
    }

    /// <summary>Base64 of an ECDSA P-256 signature, IEEE P1363.</summary>
    public string Sign(string text) => Convert.ToBase64String(Signing().SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));

    /// <summary>Whether one of this installation's audit keys signed the text.</summary>
    public bool Holds(string text, string signature)
    {
        var bytes = new byte[64];
        if (!Convert.TryFromBase64String(signature, bytes, out var length) || length != 64) return false;
        return Public().Any(key =>
        {
            using (key) return key.VerifyData(Encoding.UTF8.GetBytes(text), bytes, HashAlgorithmName.SHA256);
        });
    }

    /// <summary>Hexadecimal SHA-256 of the signing key's public half, for a paper that is kept elsewhere.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Signing().ExportSubjectPublicKeyInfo()));

    private byte[] Mac()
    {
        if (_mac is not null) return _mac;
        lock (_making)
        {
            if (!File.Exists(MacFile)) PrivateFiles.WriteOnce(Made(MacFile), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MacBytes)));
            return _mac ??= Convert.FromHexString(File.ReadAllText(MacFile).Trim());
        }
    }

    private ECDsa Signing()
    {
        if (_signing is not null) return _signing;
        lock (_making)
        {
            if (_signing is not null) return _signing;
            var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            if (File.Exists(SigningFile)) key.ImportFromPem(File.ReadAllText(SigningFile));
            else
            {
                // The public half first: a crash between leaves a key that signed nothing, not a signature that nobody knows.
                File.AppendAllText(Made(PublicFile), key.ExportSubjectPublicKeyInfoPem() + "\n");
                PrivateFiles.WriteOnce(SigningFile, key.ExportPkcs8PrivateKeyPem());
                key.ImportFromPem(File.ReadAllText(SigningFile));
            }
            return _signing = key;
        }
    }

    private IEnumerable<ECDsa> Public()
    {
        if (!File.Exists(PublicFile)) yield break;
        var rest = File.ReadAllText(PublicFile);
        while (PemEncoding.TryFind(rest, out var found))
        {
            var key = ECDsa.Create();
            key.ImportFromPem(rest.AsSpan()[found.Location]);
            rest = rest[found.Location.End..];
            yield return key;
        }
    }

    private string Made(string path)
    {
        PrivateFiles.MakeFolder(data.Keys);
        return path;
    }
}
