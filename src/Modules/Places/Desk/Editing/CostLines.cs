using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Places.Desk.Editing;

/// <summary>A cost in one line: <c>Foto para el carné | 25.00 GTQ</c>. The part behind the bar is left out where only words are known.</summary>
internal static class CostLines
{
    // All currencies of the region and its neighbours have hundredths.
    private const int Hundredths = 100;
    private const long Most = 100_000_000;

    public static string Of(PlaceCost cost) =>
        cost is { Amount: { } amount, Currency: { } currency } ? $"{cost.Description} | {(amount / (decimal)Hundredths).ToString("0.00", CultureInfo.InvariantCulture)} {currency}" : cost.Description;

    /// <summary>Null where amount or currency cannot be read.</summary>
    public static PlaceCost? Read(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (parts is [{ Length: > 0 } words]) return new(words);
        if (parts is not [{ Length: > 0 } said, var money] || money.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var number, { Length: 3 } currency]) return null;
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount * Hundredths is var whole && (whole > Most || whole != decimal.Truncate(whole)) || !currency.All(char.IsAsciiLetter)) return null;
        return new(said, (long)(amount * Hundredths), currency.ToUpperInvariant());
    }
}
