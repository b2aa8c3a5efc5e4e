using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Protection.People.Matching;

/// <summary>
/// What is stored of a block in the place of the name: an HMAC under the organisation's key, cut so short that several blocks have one
/// tag. Whoever steals the index without the key learns neither a name nor that two rows are of one; whoever holds it finds candidates only.
/// </summary>
internal static class BlindTag
{
    private const int KeyBytes = 32;

    /// <param name="key">Of the organisation; the caller opens it and zeroes it.</param>
    /// <param name="scope">The team: the same name has another tag in another team's index.</param>
    public static uint Of(ReadOnlySpan<byte> key, string scope, Block block)
    {
        if (key.Length < KeyBytes) throw new ArgumentException($"A key of {KeyBytes} bytes is needed: a shorter one is tried out.", nameof(key));
        ArgumentException.ThrowIfNullOrEmpty(scope);
        ArgumentException.ThrowIfNullOrEmpty(block.Text);
        Span<byte> own = stackalloc byte[KeyBytes], hash = stackalloc byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, own, [], Encoding.UTF8.GetBytes($"protection.match|{scope}|{block.Kind}|1"));
        HMACSHA256.HashData(own, Encoding.UTF8.GetBytes(block.Text), hash);
        CryptographicOperations.ZeroMemory(own);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) >> (32 - BitsOf(block.Kind));
    }

    /// <summary>As many as leave several blocks to a tag in the index of a team, or nothing would be hidden by cutting.</summary>
    public static int BitsOf(BlockKind kind) => kind switch
    {
        BlockKind.Names => 13,
        BlockKind.SurnameYear or BlockKind.GivenYear or BlockKind.SurnameOrigin or BlockKind.GivenOrigin => 14,
        BlockKind.BirthDate => 14,
        BlockKind.Document => 20,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
