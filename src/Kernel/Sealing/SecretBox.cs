using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>AES-256-GCM with a nonce of chance: nonce, ciphertext, tag. What it is bound to is not in it; without the same words it does not open.</summary>
public static class SecretBox
{
    public const int KeyBytes = 32;
    private const int NonceBytes = 12, TagBytes = 16;

    /// <param name="key">32 bytes.</param>
    /// <param name="bound">Says whose it is: moved to another row it does not open.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, string bound, ReadOnlySpan<byte> clear)
    {
        var box = new byte[NonceBytes + clear.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), clear, box.AsSpan(NonceBytes, clear.Length), box.AsSpan(NonceBytes + clear.Length), Encoding.UTF8.GetBytes(bound));
        return box;
    }

    /// <returns>Null where it was sealed under another key or for another place, or was changed.</returns>
    public static byte[]? Open(ReadOnlySpan<byte> key, string bound, ReadOnlySpan<byte> box)
    {
        if (box.Length < NonceBytes + TagBytes) return null;
        var clear = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(box[..NonceBytes], box[NonceBytes..^TagBytes], box[^TagBytes..], clear, Encoding.UTF8.GetBytes(bound));
            return clear;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
