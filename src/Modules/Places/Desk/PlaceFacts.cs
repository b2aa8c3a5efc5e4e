using System.Text.Json;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk;

/// <summary>The facts of an entry that two people may decide upon at once, in words. Where a hidden place is stays out of them.</summary>
internal static class PlaceFacts
{
    public static Dictionary<string, string> Of(Words w, Place place) => new()
    {
        ["name"] = place.Name,
        ["kind"] = w["places.kind." + place.Kind],
        ["status"] = w["places.desk.status." + place.Status],
        ["disclosure"] = w["places.desk.disclosure." + place.Disclosure],
        ["phones"] = string.Join(", ", place.Profile.Phones.Select(p => p.Number)),
        ["url"] = place.Profile.Url ?? "",
        ["description"] = place.Profile.Description ?? "",
        ["assured"] = place.AssuredAt is { } at ? ConsoleDates.Moment(w, at) : w["places.desk.never"],
        ["hours"] = HoursLines.Of(w, place.Profile.Hours),
        ["languages"] = string.Join(", ", place.Profile.Languages.Select(l => PlaceCodes.LanguageName(w, l))),
        ["serves"] = string.Join(", ", place.Profile.Serves.Select(s => w["places.for." + s])),
        ["verified"] = $"{place.Verifications.Count}",
    };

    /// <summary>What came back in the form; nothing where it cannot be read, since anybody could have typed it.</summary>
    public static Dictionary<string, string> Read(string? seen)
    {
        try
        {
            return seen is { Length: > 0 and < 20_000 } ? JsonSerializer.Deserialize<Dictionary<string, string>>(seen, CompactJson.Options) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
