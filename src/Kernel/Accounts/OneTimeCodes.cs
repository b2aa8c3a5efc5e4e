using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Amparo.Kernel;

/// <summary>
/// The codes of six digits that a telephone shows (RFC 6238). The framework's own reads the machine's clock, which tests
/// cannot set, and lets a code be used twice.
/// </summary>
public static class OneTimeCodes
{
    public const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The step whose code this is, at most one beside now, and later than the last that was used; else null.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastUsed)
    {
        var given = new string([.. code.Where(char.IsAsciiDigit)]);
        long? matched = null;
        var step = now.ToUnixTimeSeconds() / StepSeconds;
        // Every step is compared, whatever matches: the time must not tell which.
        for (var at = step - 1; at <= step + 1; at++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(given), System.Text.Encoding.ASCII.GetBytes(At(secret, at))) && at > lastUsed) matched ??= at;
        return matched;
    }

    /// <summary>The code at an instant.</summary>
    public static string At(ReadOnlySpan<byte> secret, DateTimeOffset now) => At(secret, now.ToUnixTimeSeconds() / StepSeconds);

    private static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Every authenticator on a telephone speaks HMAC-SHA1, whose weakness this use does not touch.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What the picture holds that an authenticator reads.</summary>
    public static string Address(string secret, string account) => $"otpauth://totp/Amparo:{Uri.EscapeDataString(account)}?secret={secret}&issuer=Amparo";

    /// <summary>Bytes as letters and digits that nobody confuses (RFC 4648).</summary>
    public static string ToText(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        int bits = 0, held = 0;
        foreach (var b in bytes)
        {
            (held, bits) = ((held << 8) | b, bits + 8);
            while (bits >= 5) text.Append(Alphabet[(held >> (bits -= 5)) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Alphabet[(held << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>The bytes, or null where it is not such a text.</summary>
    public static byte[]? FromText(string? text)
    {
        var bytes = new List<byte>();
        int bits = 0, held = 0;
        foreach (var letter in (text ?? "").ToUpperInvariant())
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) return null;
            (held, bits) = ((held << 5) | value, bits + 5);
            if (bits < 8) continue;
            bytes.Add((byte)(held >> (bits -= 8)));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
