using System.Text.Json;
using System.Text.Json.Nodes;
using Amparo.Contracts.Places;

namespace Amparo.Places.Entries;

/// <summary>All words of an entry that readers may see, wherever they are stored.</summary>
internal sealed record PlaceTexts(string Name, string? Locality, string? AreaName, string? Admin1Name, string? Address, PlaceProfile Profile)
{
    public static PlaceTexts Of(Place place) => new(place.Name, place.Locality, place.AreaName, place.Admin1Name, place.Whereabouts.Address, place.Profile);

    /// <summary>One record of all fields, so that a field that is added to the profile tomorrow is looked at tomorrow.</summary>
    public JsonObject Flat()
    {
        var flat = JsonSerializer.SerializeToNode(Profile, CompactJson.Options)!.AsObject();
        foreach (var (field, text) in new[] { ("name", Name), ("locality", Locality), ("areaName", AreaName), ("admin1Name", Admin1Name), ("address", Address) })
            if (text is not null) flat[field] = text;
        return flat;
    }

    public static PlaceTexts From(JsonObject flat) =>
        new((string)flat["name"]!, (string?)flat["locality"], (string?)flat["areaName"], (string?)flat["admin1Name"], (string?)flat["address"], flat.Deserialize<PlaceProfile>(CompactJson.Options)!);
}
