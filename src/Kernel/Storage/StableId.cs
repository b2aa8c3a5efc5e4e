using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>Identifiers made from names (RFC 9562, version 5), so that the same source gives the same identifier everywhere.</summary>
public static class StableId
{
    private static readonly Guid Space = new("6c1f8a52-8d5e-5b0c-9a57-3f1f6f0e9a11");

    /// <summary>The UUIDv5 of the pieces, in Amparo's own name space; pieces are kept apart by a character that no name holds.</summary>
    public static Guid Of(params ReadOnlySpan<string> pieces)
    {
        var name = Encoding.UTF8.GetBytes(string.Join('\u001f', pieces));
        Span<byte> input = stackalloc byte[16 + name.Length];
        Space.TryWriteBytes(input, bigEndian: true, out _);
        name.CopyTo(input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Version 5 is defined over SHA-1; nothing here relies on it against an attacker.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
