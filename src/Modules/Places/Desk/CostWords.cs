using Amparo.Contracts.Places;

namespace Amparo.Places.Desk;

/// <summary>A cost as a person says it: nothing is "free" and not zero of a currency, and money has a name.</summary>
internal static class CostWords
{
    private const decimal Hundredths = 100;
    private static readonly string[] Named = ["MXN", "GTQ", "HNL", "NIO", "CRC", "PAB", "BZD", "USD"];

    // What people write where something costs nothing, as it is compared: small letters without accents.
    private static readonly HashSet<string> Free = ["gratis", "gratuito", "gratuita", "sin costo", "sin coste", "ningun costo", "no tiene costo", "free", "free of charge", "no cost", "gratuit", "gratuite", "de graca", "gratis (sin costo)", "0"];

    public static string Of(Words w, PlaceCost cost)
    {
        if (cost.Amount is not { } amount) return cost.Description;
        var of = FoldedText.Fold(cost.Description).Trim().TrimEnd('.');
        if (amount == 0) return Free.Contains(of) || of.Length == 0 ? w["places.desk.cost.free"] : w.Say("places.desk.cost.free_of", ("what", cost.Description));
        var number = (amount / Hundredths).ToString(amount % 100 == 0 ? "N0" : "N2", w.Culture);
        return $"{cost.Description}: {(cost.Currency is { } currency && Named.Contains(currency) ? w.Say("places.desk.money." + currency, ("amount", number)) : $"{number} {cost.Currency}".TrimEnd())}";
    }
}
