using Amparo.Contracts.Places;

namespace Amparo.Public.Conversation;

/// <summary>
/// What of a place may stand in a message on a telephone that somebody else may hold. A refuge, a children's home, whoever cares for
/// the hurt, and who decides on asylum are given by number and town: their names say why they were looked for.
/// </summary>
internal static class Discretion
{
    private static readonly string[] UnnamedKinds =
        [PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.ChildProtection, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence, PlaceKinds.AsylumAuthority];

    /// <summary>A house for these alone is a refuge or a children's home, whatever it is called.</summary>
    private static readonly string[] Sheltered = [Populations.Women, Populations.UnaccompaniedChildren, Populations.Lgbti, Populations.Pregnant];

    private static readonly string[] TellingWords =
    [
        "refugio", "refugios", "refuge", "refuges", "refugees", "refugiados", "refugiadas", "asilo", "asylum", "asile", "azil", "violencia", "violence", "violences", "vyolans", "victima", "victimas", "victim", "victims", "victimes", "vitima", "vitimas", "maltrato", "maltratada", "maltratadas",
        "abuso", "abusos", "abuse", "agresion", "sexual", "sexuelle", "trata", "trafficking", "traite", "trafico", "mujer", "mujeres", "women", "woman", "femme", "femmes", "mulher", "mulheres", "fanm", "nina", "ninas", "nino", "ninos", "ninez", "infancia", "menores", "child", "children", "enfant", "enfants", "enfance", "crianca", "criancas", "timoun",
        "lgbt", "lgbti", "lgbtiq", "lgbtq", "lgtb", "lgtbi", "gay", "trans", "diversidad", "arcoiris", "rainbow", "vih", "sida", "hiv", "aids",
    ];

    private static readonly HashSet<string> Telling = [.. TellingWords];

    public static bool IsUnnamed(PublicPlace place) =>
        UnnamedKinds.Contains(place.Kind) || place.Profile.Serves is { Count: > 0 } serves && serves.All(Sheltered.Contains) || Tells(place.Name);

    /// <summary>Where not even the address may stand beside the number.</summary>
    public static bool HidesAddress(PublicPlace place) => place.Disclosure != Disclosures.Exact || place.Kind == PlaceKinds.Shelter || IsUnnamed(place) && place.Kind != PlaceKinds.AsylumAuthority;

    public static bool Tells(string text)
    {
        foreach (var word in FoldedText.Fold(text).Split(' '))
            if (Telling.Contains(word)) return true;
        return false;
    }
}
