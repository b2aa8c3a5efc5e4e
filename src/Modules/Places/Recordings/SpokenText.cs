using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Recordings;
using Amparo.Places.Entries;

namespace Amparo.Places.Recordings;

/// <summary>
/// The words that a recording speaks, and a hash over them. Of a place it is over everything that its page says of it but what
/// the clock changes: a voice that gives an old telephone or an old door sends somebody there.
/// </summary>
internal sealed record SpokenText(string Hash, Place? Place, string? Page)
{
    /// <summary>Kinds of houses where people sleep or hide: a telephone forgets their address after seven days, and a voice cannot forget a part of what it says.</summary>
    private static readonly HashSet<string> Houses =
    [
        PlaceKinds.Shelter, PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.ChildProtection, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence, PlaceKinds.ReturnReception,
    ];

    public static SpokenText Of(Place place) => new(
        HashOf(place.Name, place.Kind, place.Country, place.Admin1Name, place.Locality, place.Disclosure, place.AreaName, IsExact(place.Disclosure) ? place.Whereabouts.Address : null, IsExact(place.Disclosure) ? place.Profile : place.Profile with { GettingThere = null }), place, null);

    /// <param name="language">Of the recording: the page is spoken in the words of that language where it exists in it, else out of the Spanish.</param>
    public static SpokenText OfPage(Texts texts, string page, string language) => new(Digest(RecordedPages.All[page].Select(k => texts.In(PageLanguage(language))[k])), null, page);

    /// <summary>The same as of the entry, out of what readers see of it.</summary>
    public static string HashOf(PublicPlace place) => HashOf(place.Name, place.Kind, place.Country, place.Admin1Name, place.Locality, place.Disclosure, place.AreaName, place.Address, place.Profile);

    public static string PageLanguage(string spoken) => spoken switch { "eng" => "en", "fra" => "fr", "por" => "pt", "hat" => "ht", _ => "es" };

    public static bool NamesNoPlace(Place place) => !IsExact(place.Disclosure) || Houses.Contains(place.Kind) || place.Profile.Services.Any(s => Houses.Contains(s.Kind));

    /// <exception cref="RuleBroken">It may not be heard, or not before somebody confirms what it says.</exception>
    public void MayBeSaid(bool saysDemonstration, bool saysNoPlace)
    {
        if (Place is null) return;
        RuleBroken.Unless(Place.Disclosure != Disclosures.Officers, "places.record.hidden_place");
        RuleBroken.Unless(Place.Status == PlaceStatus.Approved, "places.record.not_published");
        RuleBroken.Unless(saysDemonstration || !Place.IsDemonstration, "places.record.says_demonstration");
        RuleBroken.Unless(saysNoPlace || !NamesNoPlace(Place), "places.record.says_no_place");
    }

    private static bool IsExact(string disclosure) => disclosure == Disclosures.Exact;

    private static string HashOf(params object?[] said) => Digest(said);

    private static string Digest<T>(T said) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(said, CompactJson.Options)));
}
