using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>Addresses and numbers as they are kept: sealed where they must be read again, hashed where they must be known again.</summary>
public sealed class Addresses(ServerKey key)
{
    private const string Purpose = "outgoing-address";
    private readonly Lazy<byte[]> _hashKey = new(() => key.For("outgoing-address-hash"));

    public byte[] Seal(Guid bound, string address) => key.Seal(Purpose, bound.ToString(), Encoding.UTF8.GetBytes(address));

    /// <exception cref="CryptographicException">It was sealed for another record, or by another server.</exception>
    public string Unseal(Guid bound, byte[] box) => Encoding.UTF8.GetString(key.Unseal(Purpose, bound.ToString(), box));

    /// <summary>HMAC-SHA-256 in hexadecimal: without this server's key nobody can try numbers until one fits.</summary>
    public string HashOf(string channel, string address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_hashKey.Value, Encoding.UTF8.GetBytes(channel + "|" + (channel == Channels.Sms ? Number(address) ?? address : address.Trim().ToLowerInvariant()))));

    /// <summary>A telephone number as E.164, or null where it is none: without its country nobody knows whom it would reach.</summary>
    public static string? Number(string typed)
    {
        var digits = new StringBuilder();
        foreach (var c in typed.Trim())
        {
            if (char.IsAsciiDigit(c) || (c == '+' && digits.Length == 0)) digits.Append(c);
            else if (c is not (' ' or '-' or '(' or ')' or '.')) return null;
        }
        return digits.Length is >= 9 and <= 16 && digits[0] == '+' && digits[1] != '0' ? digits.ToString() : null;
    }
}
