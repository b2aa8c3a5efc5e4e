using System.Security.Cryptography;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>
/// The keys of an installation. The root key signs nothing but certificates and belongs off the machine; a publishing key
/// signs editions for a year. Who steals the server can then forge editions until the certificate ends, and not for ever.
/// </summary>
public sealed class KeyFolder(string folder)
{
    /// <summary>A publisher warns when less than this is left.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromDays(30);

    private static readonly PbeParameters Sealing = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000);

    private string Root => Path.Combine(folder, "root");
    private string RootPublic => Path.Combine(folder, "root.public");
    private string Publishing => Path.Combine(folder, "publishing");
    private string PublishingCertificate => Path.Combine(folder, "publishing.certificate");

    public bool Exists => File.Exists(RootPublic) && File.Exists(Publishing) && File.Exists(PublishingCertificate);

    /// <summary>Makes the root key and the first publishing key.</summary>
    /// <param name="passphrase">Seals the root key; null leaves it in clear, for demonstrations.</param>
    /// <exception cref="KeyRefused">There are keys already: new ones would make every edition of before a stranger's.</exception>
    public void Init(bool isDemonstration, string? passphrase, DateTimeOffset now)
    {
        if (File.Exists(RootPublic) || File.Exists(Root))
            throw new KeyRefused("This data folder has its keys. To renew the publishing key run ./amparo keys rotate; for real data beside a demonstration begin a new data folder.");
        PrivateFiles.MakeFolder(folder);
        using var root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFiles.Write(Root, passphrase is { Length: > 0 } ? root.ExportEncryptedPkcs8PrivateKeyPem(passphrase, Sealing) : root.ExportPkcs8PrivateKeyPem());
        Certify(root, isDemonstration, now);
        // Last: with it the folder counts as made, and a crash before it is mended by deleting the folder.
        PrivateFiles.Write(RootPublic, root.ExportSubjectPublicKeyInfoPem());
    }

    /// <summary>A new publishing key for a year from now; the old one is overwritten.</summary>
    /// <exception cref="KeyRefused">The root key is not here, or the passphrase does not open it.</exception>
    public void Rotate(string? passphrase, DateTimeOffset now)
    {
        using var known = OpenRootPublic();
        if (!File.Exists(Root)) throw new KeyRefused($"The root key is not on this machine. Copy it from where it is kept to {Root}, run this again, and take it away again.");
        using var root = OpenRoot(passphrase);
        if (!root.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(known.ExportSubjectPublicKeyInfo()))
            throw new KeyRefused("The root key is another installation's: readers of this one would refuse what it certifies.");
        Certify(root, ReadCertificate().IsDemonstration, now);
    }

    public KeyReport Show()
    {
        using var root = OpenRootPublic();
        var certificate = ReadCertificate();
        return new(Fingerprint(root.ExportSubjectPublicKeyInfo()), Fingerprint(Convert.FromBase64String(certificate.PublicKey)), certificate.NotBefore, certificate.NotAfter,
            certificate.IsDemonstration, File.Exists(Root), RootIsSealed());
    }

    /// <summary>
    /// Copies what no backup of the data holds to a folder that shall leave the machine: the root key, private and public, and
    /// the console's key, without which nobody's sign-in codes open after a restore.
    /// </summary>
    /// <returns>The files that were written.</returns>
    public IReadOnlyList<string> Backup(string to)
    {
        using var known = OpenRootPublic();
        var console = Path.Combine(folder, "console");
        if (!File.Exists(Root) && !File.Exists(console)) throw new KeyRefused("Neither the root key nor the console's key is on this machine, so there is nothing here that must be kept offline.");
        var target = Path.GetFullPath(to);
        if ((target + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(Path.Combine(folder, "..")) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new KeyRefused("A copy inside the data folder is lost with it. Name a folder on a medium that can be taken away.");
        var copies = new[] { Root, RootPublic, console }.Where(File.Exists).Select(f => (From: f, To: Path.Combine(target, Path.GetFileName(f)))).ToList();
        if (copies.FirstOrDefault(c => File.Exists(c.To)).To is { } there) throw new KeyRefused($"{there} exists. Name an empty folder: it may be the only copy of another key.");
        PrivateFiles.MakeFolder(target);
        foreach (var (from, copy) in copies) PrivateFiles.Write(copy, File.ReadAllBytes(from));
        return [.. copies.Select(c => c.To)];
    }

    /// <summary>Whether it is known whom to trust.</summary>
    public bool HasRoot => File.Exists(RootPublic);

    /// <summary>Hexadecimal SHA-256 of the root's public key, to be read to whoever can compare it.</summary>
    /// <exception cref="KeyRefused">There is none.</exception>
    public string RootFingerprint()
    {
        using var root = OpenRootPublic();
        return Fingerprint(root.ExportSubjectPublicKeyInfo());
    }

    /// <summary>On a machine that only reads editions: trusts this root from here on, and no other.</summary>
    /// <param name="pem">The <c>root.public</c> of the installation that publishes.</param>
    /// <exception cref="KeyRefused">It is no P-256 key, or another root is trusted here already.</exception>
    public void Pin(string pem)
    {
        using var given = ECDsa.Create();
        try
        {
            given.ImportFromPem(pem);
            // A private key in the place of a public one has travelled on a stick: it must not lie here too.
            if (given.KeySize != 256 || pem.Contains("PRIVATE", StringComparison.Ordinal)) throw new CryptographicException();
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new KeyRefused("That file is not the public half of a root key. It is called root.public and lies under keys/ of the installation that publishes.");
        }
        if (!HasRoot)
        {
            PrivateFiles.MakeFolder(folder);
            PrivateFiles.Write(RootPublic, given.ExportSubjectPublicKeyInfoPem());
            return;
        }
        if (RootFingerprint() != Fingerprint(given.ExportSubjectPublicKeyInfo()))
            throw new KeyRefused($"This machine trusts another root ({RootFingerprint()}), written in {RootPublic}. If somebody you know told you that it changed, delete that file and start again.");
    }

    /// <exception cref="KeyRefused">There is no key, it is over, or it is not what its certificate says.</exception>
    internal PublishingKey OpenPublishing(DateTimeOffset now)
    {
        if (!Exists) throw new KeyRefused("There are no keys to sign an edition with. Run: ./amparo keys init (add --demonstration for invented data).");
        using var root = OpenRootPublic();
        var certificate = ReadCertificate();
        if (certificate.Wrong(root) is { } wrong) throw new KeyRefused(wrong + " Run: ./amparo keys rotate");
        if (now >= certificate.NotAfter) throw new KeyRefused($"The publishing key is over since {Certificate.Time(certificate.NotAfter)}; readers keep the last edition. Run: ./amparo keys rotate");
        if (now < certificate.NotBefore) throw new KeyRefused($"The publishing key is valid from {Certificate.Time(certificate.NotBefore)}: set this machine's clock right.");
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Publishing));
        if (Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) == certificate.PublicKey) return new(key, certificate);
        key.Dispose();
        throw new KeyRefused("The publishing key and its certificate do not belong together. Run: ./amparo keys rotate");
    }

    /// <summary>What every signature of this installation is checked against.</summary>
    /// <summary>The root as phones are told it: SubjectPublicKeyInfo, base64.</summary>
    /// <exception cref="KeyRefused">There is none here.</exception>
    public string RootForPhones()
    {
        using var root = OpenRootPublic();
        return Convert.ToBase64String(root.ExportSubjectPublicKeyInfo());
    }

    internal ECDsa OpenRootPublic()
    {
        if (!File.Exists(RootPublic)) throw new KeyRefused("There are no keys in this data folder. Run: ./amparo keys init (add --demonstration for invented data).");
        var root = ECDsa.Create();
        root.ImportFromPem(File.ReadAllText(RootPublic));
        return root;
    }

    private ECDsa OpenRoot(string? passphrase)
    {
        var root = ECDsa.Create();
        try
        {
            if (!RootIsSealed()) root.ImportFromPem(File.ReadAllText(Root));
            else if (passphrase is { Length: > 0 }) root.ImportFromEncryptedPem(File.ReadAllText(Root), passphrase);
            else throw new KeyRefused("The root key is sealed. Give its passphrase: AMPARO_KEY_PASSPHRASE, or --passphrase-file FILE.");
            return root;
        }
        catch (CryptographicException)
        {
            root.Dispose();
            throw new KeyRefused("The passphrase does not open the root key.");
        }
    }

    private void Certify(ECDsa root, bool isDemonstration, DateTimeOffset now)
    {
        using var publishing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Editions carry the tick before the instant at which they were made: the certificate must hold then already.
        var from = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero).AddHours(-1);
        var certificate = Certificate.By(root, publishing, from, from.AddYears(1), isDemonstration);
        PrivateFiles.Write(Publishing, publishing.ExportPkcs8PrivateKeyPem());
        PrivateFiles.Write(PublishingCertificate, certificate.ToBytes());
    }

    private Certificate ReadCertificate()
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(PublishingCertificate));
            return Certificate.From(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or FileNotFoundException)
        {
            throw new KeyRefused("The certificate of the publishing key is missing or cannot be read. Run: ./amparo keys rotate");
        }
    }

    private bool RootIsSealed() => File.Exists(Root) && File.ReadAllText(Root).Contains("ENCRYPTED", StringComparison.Ordinal);

    private static string Fingerprint(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));
}
