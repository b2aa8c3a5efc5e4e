using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// Calls a number by a name that this process alone can make and that is worth nothing after it: whoever reads the memory of a
/// conversation, or what is left of it, learns no number and can try none.
/// </summary>
public sealed class SmsVisitors
{
    // The region, and where people on the way have their numbers from. The longest code comes first.
    private static readonly (string Code, string Country)[] Codes =
    [
        ("+501", "BZ"), ("+502", "GT"), ("+503", "SV"), ("+504", "HN"), ("+505", "NI"), ("+506", "CR"), ("+507", "PA"), ("+52", "MX"),
    ];

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <param name="number">E.164.</param>
    public string Of(string number) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(number)));

    /// <summary>The country of the region whose number it is; null for every other.</summary>
    public static string? CountryOf(string number) => Array.Find(Codes, c => number.StartsWith(c.Code, StringComparison.Ordinal)).Country;
}
