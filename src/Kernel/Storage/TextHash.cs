using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>A text as something that can be found by whoever has the text, and read by nobody who has not.</summary>
public static class TextHash
{
    /// <summary>The first half of SHA-256 over UTF-8, in 32 small hexadecimal letters.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
