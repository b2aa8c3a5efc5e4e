using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// Passwords that thieves try first, known without asking anybody: the list travels with the program as the sorted first
/// eight bytes of SHA-256 hashes. A stranger to the list is refused by chance once in 10^14.
/// </summary>
public sealed class BreachedPasswords
{
    private readonly FrozenSet<long> _known;

    private BreachedPasswords(IEnumerable<long> known) => _known = known.ToFrozenSet();

    public int Count => _known.Count;

    public static BreachedPasswords Load()
    {
        using var file = typeof(BreachedPasswords).Assembly.GetManifestResourceStream("passwords.bin") ?? throw new InvalidOperationException("The list of known passwords is not embedded: build web/passwords first.");
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return new(bytes.ToArray().Chunk(8).Select(c => BitConverter.ToInt64(c)));
    }

    /// <summary>Whether the password, or what is left of it without the usual tail of digits and marks, is on the list.</summary>
    public bool Contains(string password)
    {
        var plain = password.Trim().ToLowerInvariant();
        var bare = plain.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '.', '?', '*', '#', '$', '-', '_', '@');
        return Knows(plain) || (bare.Length >= 4 && (Knows(bare) || Repeats(bare)));
    }

    // "passwordpassword" is as known as its half.
    private bool Repeats(string text)
    {
        for (var parts = 2; parts <= 4; parts++)
            if (text.Length % parts == 0 && text.Length / parts >= 3 && string.Concat(Enumerable.Repeat(text[..(text.Length / parts)], parts)) == text && Knows(text[..(text.Length / parts)])) return true;
        return false;
    }

    private bool Knows(string text) => _known.Contains(BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
