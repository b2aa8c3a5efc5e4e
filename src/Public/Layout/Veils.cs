using Amparo.Contracts.Publication;
using Amparo.Publication;

namespace Amparo.Public.Layout;

/// <summary>What is said where something is hidden for some days.</summary>
internal static class Veils
{
    // Who is sent to a helpline is not sent to the police: their number is left for where nothing else answers.
    private static readonly string[] Help = ["emergency", "women", "children", "trafficking", "suicide", "rescue"], Else = ["ambulance"];

    /// <summary>The purposes of the numbers of a country that stand in for what is hidden there.</summary>
    public static string[] PurposesOf(Edition edition, string country) =>
        edition.Numbers.Where(n => n.Country == country).SelectMany(n => n.Numbers).Any(n => Help.Contains(n.Purpose)) ? Help : Else;

    /// <summary>Those that hide something of what was asked for.</summary>
    public static IReadOnlyList<PublicVeil> Over(Edition edition, string? country, IReadOnlyList<string> kinds, DateTimeOffset now) =>
        edition.Veils.Count == 0 ? [] : [.. edition.Veils.Where(v => v.Until > now && (country is null || v.Country == country) && (kinds.Count == 0 || kinds.Contains(v.Kind)))];
}
