using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// Seals to the public half of an account's key, without the account being there (ECIES: a P-256 pair made for this one box,
/// HKDF-SHA256, AES-256-GCM). Only the private half opens it, which no server holds outside of its owner's session.
/// </summary>
public static class SealedFor
{
    // SubjectPublicKeyInfo of a named P-256 curve is always as long.
    private const int PublicKeyBytes = 91;

    /// <param name="publicKey">SubjectPublicKeyInfo, as <see cref="AccountKey.PublicKey"/> holds it.</param>
    /// <param name="bound">Says which record and which account it is for: elsewhere it does not open.</param>
    public static byte[] Key(byte[] publicKey, string bound, ReadOnlySpan<byte> clear)
    {
        using var to = ECDiffieHellman.Create();
        to.ImportSubjectPublicKeyInfo(publicKey, out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var mine = once.ExportSubjectPublicKeyInfo();
        var key = Agreed(once, to.PublicKey, mine, publicKey);
        var box = SecretBox.Seal(key, bound, clear);
        CryptographicOperations.ZeroMemory(key);
        return [.. mine, .. box];
    }

    /// <param name="privateKey">PKCS 8, as <see cref="AccountKeys.OfSession"/> gives it.</param>
    /// <returns>Null where it was sealed for another account or record, or was changed.</returns>
    public static byte[]? Open(byte[] privateKey, string bound, ReadOnlySpan<byte> box)
    {
        if (box.Length <= PublicKeyBytes) return null;
        var theirs = box[..PublicKeyBytes].ToArray();
        using var own = ECDiffieHellman.Create();
        own.ImportPkcs8PrivateKey(privateKey, out _);
        using var once = ECDiffieHellman.Create();
        try
        {
            once.ImportSubjectPublicKeyInfo(theirs, out _);
            var key = Agreed(own, once.PublicKey, theirs, own.ExportSubjectPublicKeyInfo());
            var clear = SecretBox.Open(key, bound, box[PublicKeyBytes..]);
            CryptographicOperations.ZeroMemory(key);
            return clear;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>By which a key is known again: whose key changed is somebody else until somebody made sure.</summary>
    public static string PrintOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    private static byte[] Agreed(ECDiffieHellman own, ECDiffieHellmanPublicKey other, byte[] once, byte[] to)
    {
        var secret = own.DeriveRawSecretAgreement(other);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SecretBox.KeyBytes, (byte[])[.. once, .. to], Encoding.UTF8.GetBytes("amparo|sealed-for-key"));
        CryptographicOperations.ZeroMemory(secret);
        return key;
    }
}
