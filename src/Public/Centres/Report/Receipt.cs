using System.Security.Cryptography;
using System.Text;

namespace Amparo.Public.Centres.Report;

/// <summary>
/// The code that somebody takes away. It follows from the form's own key, so that a form sent twice gives one code; its letters
/// cannot be misread, and the last one finds a slip of the pen. What opens an answer is longer than what only finds an outcome.
/// </summary>
internal static class Receipt
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8, LongLength = 12;
    private const int KeyBytes = 24;

    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    public static bool IsKey(string? key) => key is { Length: KeyBytes * 2 } && key.All(char.IsAsciiHexDigitLower);

    public static string CodeOf(string key) => Of("receipt:" + key, Length);

    /// <summary>Sixty bits: an answer is sealed under it.</summary>
    public static string LongCodeOf(string key) => Of("sealed-receipt:" + key, LongLength);

    /// <summary>As it is printed: <c>ABCD-EFGH-J</c>.</summary>
    public static string Printed(string code) => string.Join('-', code[..^1].Chunk(4).Select(c => new string(c)).Append(code[^1..]));

    /// <summary>The code as it was meant, or null: small letters, O for 0, I and L for 1, spaces and hyphens are forgiven.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        var code = string.Concat(typed.ToUpperInvariant().Where(c => c is not ('-' or ' ')).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
        return code.Length is Length + 1 or LongLength + 1 && code.All(Letters.Contains) && code[^1] == Check(code[..^1]) ? code : null;
    }

    /// <summary>Whether it may stand in an address: what opens an answer may not, since a shared telephone keeps its history.</summary>
    public static bool IsLong(string code) => code.Length > Length + 1;

    /// <summary>What an edition knows a code by.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("report:" + code)));

    private static string Of(string text, int length)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var letters = string.Concat(Enumerable.Range(0, length).Select(i => Letters[hash[i] & 31]));
        return letters + Check(letters);
    }

    // Odd weights have an inverse modulo 32, so any single wrong letter shows.
    private static char Check(string letters) => Letters[letters.Select((c, i) => Letters.IndexOf(c) * (2 * i + 1)).Sum() & 31];
}
