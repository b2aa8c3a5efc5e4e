using System.Security.Cryptography;
using System.Text.Json;

namespace Amparo.Protection.People.Matching;

/// <summary>
/// By which it is known that two records still say what somebody decided by. Keyed, since a plain hash of a name and a date is found by trying them;
/// over what is compared, so that an accent or a telephone that changes asks nobody again.
/// </summary>
internal static class EvidenceDigest
{
    private const int KeyBytes = 32;

    public static byte[] Of(ReadOnlySpan<byte> key, Guid aId, Prepared a, Guid bId, Prepared b)
    {
        if (key.Length < KeyBytes) throw new ArgumentException($"A key of {KeyBytes} bytes is needed: a shorter one is tried out.", nameof(key));
        Span<byte> own = stackalloc byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, own, [], "protection.match|decision|1"u8);
        var isFirst = CandidatePair.InOrder(aId, bId).First == aId;
        var compared = JsonSerializer.SerializeToUtf8Bytes(isFirst ? new[] { aId.ToString(), Said(a), bId.ToString(), Said(b) } : [bId.ToString(), Said(b), aId.ToString(), Said(a)]);
        var digest = HMACSHA256.HashData(own, compared);
        CryptographicOperations.ZeroMemory(compared);
        CryptographicOperations.ZeroMemory(own);
        return digest;
    }

    private static string Said(Prepared of) => JsonSerializer.Serialize(new
    {
        Given = of.Given.Select(g => g.Text), Surnames = of.Surnames.Select(s => s.Text), Mother = of.Mother.Select(m => m.Text), Nickname = of.Nickname?.Text, of.Evidence.Birth, of.Evidence.Sex,
        Origin = of.Origin?.Text, Nationalities = of.Evidence.Nationalities.Order(StringComparer.Ordinal), Documents = of.Documents.Order(StringComparer.Ordinal),
    });
}
