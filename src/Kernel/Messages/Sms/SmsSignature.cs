using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// How both sides sign: HMAC-SHA-256 over <c>TIMESTAMP.BODY</c> with the shared secret, in hexadecimal behind <c>v1=</c>. The
/// time stamp is in seconds since 1970; what is older or newer than five minutes is refused.
/// </summary>
public static class SmsSignature
{
    public const string SignatureHeader = "X-Amparo-Signature", TimeHeader = "X-Amparo-Timestamp";
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.ASCII.GetBytes(timestamp + "."));
        mac.AppendData(body);
        return "v1=" + Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    public static string Timestamp(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static bool IsRight(string secret, string timestamp, string signature, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance.TotalSeconds
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Of(secret, timestamp, body)));
}
