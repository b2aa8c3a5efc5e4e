using System.Security.Cryptography;
using System.Text;

namespace Amparo.Publication;

/// <summary>
/// A JSON object on one line whose last member is <c>signature</c>. What is signed are the bytes before that member, closed
/// with a brace: a reader in any language cuts at the last <c>,"signature":</c> and needs no canonical form of JSON. The
/// signature is ECDSA P-256 with SHA-256, the two numbers side by side (IEEE P1363) as WebCrypto reads them, in base64.
/// </summary>
internal static class SignedJson
{
    private const string Mark = ",\"signature\":\"";

    public static string Sign(ReadOnlySpan<byte> unsigned, ECDsa key) =>
        Convert.ToBase64String(key.SignData(unsigned, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public static bool Holds(ReadOnlySpan<byte> unsigned, string signature, ECDsa key)
    {
        Span<byte> bytes = stackalloc byte[64];
        // Base64 has bits that mean nothing: one signature must have one spelling.
        return Convert.TryFromBase64String(signature, bytes, out var length) && length == 64 && Convert.ToBase64String(bytes) == signature
            && key.VerifyData(unsigned, bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>The object with its signature as the last member.</summary>
    public static byte[] Close(ReadOnlySpan<byte> unsigned, string signature) =>
        [.. unsigned[..^1], .. Encoding.ASCII.GetBytes($"{Mark}{signature}\"}}")];
}
