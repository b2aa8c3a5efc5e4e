using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>Words that only chance knows: for cookies, links and paper. The database keeps their hash.</summary>
public static class Tokens
{
    /// <summary>256 bits, as they stand in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>80 bits in four groups of four that can be read from paper.</summary>
    public static string NewForPaper() => string.Join('-', OneTimeCodes.ToText(RandomNumberGenerator.GetBytes(10)).Chunk(4).Select(c => new string(c)));

    /// <summary>SHA-256: enough for what nobody can guess.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>What somebody typed from paper, as it was printed.</summary>
    public static string FromPaper(string typed)
    {
        var letters = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return string.Join('-', letters.Chunk(4).Select(c => new string(c)));
    }
}
