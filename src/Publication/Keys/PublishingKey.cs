using System.Security.Cryptography;

namespace Amparo.Publication;

/// <summary>The key that signs editions, with the root's word for it.</summary>
internal sealed record PublishingKey(ECDsa Key, Certificate Certificate) : IDisposable
{
    public void Dispose() => Key.Dispose();
}

/// <summary>What may be said of the keys: fingerprints and dates, nothing that is secret.</summary>
/// <param name="Root">Hexadecimal SHA-256 of the root's SubjectPublicKeyInfo; read it to whoever shall trust this installation.</param>
/// <param name="Publishing">The same of the key that signs editions now.</param>
/// <param name="RootIsHere">The root key lies on this machine.</param>
/// <param name="RootIsSealed">It is encrypted with a passphrase.</param>
public sealed record KeyReport(string Root, string Publishing, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool IsDemonstration, bool RootIsHere, bool RootIsSealed);
