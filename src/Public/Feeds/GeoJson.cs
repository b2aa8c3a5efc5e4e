using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Public.Hsds;

namespace Amparo.Public.Feeds;

/// <summary>
/// All places that have a point, as RFC 7946. Where the disclosure is the area only, the point is that of the area and the
/// feature says so: whoever draws a map must not put a pin on a refuge.
/// </summary>
internal static class GeoJson
{
    private const int Together = 64 * 1024;

    public static async Task Write(Catalogue catalogue, Moment moment, Stream to, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(to, HsdsWriter.Options);
        var fields = new JsonFields(json);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var place in catalogue.Places(moment.Now))
        {
            if (place is not { Latitude: { } latitude, Longitude: { } longitude } || !new GeoPoint(latitude, longitude).IsValid) continue;
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", place.Id);
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("properties");
            Properties(fields, place, moment);
            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending > Together) await json.FlushAsync(stop);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Properties(JsonFields to, PublicPlace place, Moment moment)
    {
        var isArea = place.Disclosure != Disclosures.Exact;
        to.Text("name", place.Name);
        to.Text("slug", place.Slug);
        to.Text("kind", place.Kind);
        to.Text("country", place.Country);
        to.Text("admin1", place.Admin1Name ?? place.Admin1);
        to.Text("locality", place.Locality);
        to.Json.WriteBoolean("area", isArea);
        to.Text("area_name", place.AreaName);
        if (!isArea) to.Text("address", place.Address);
        to.Text("organization", place.OrganizationName);
        Texts(to, "phones", [.. place.Profile.Phones.Select(p => p.Number)]);
        Texts(to, "serves", place.Profile.Serves);
        Texts(to, "languages", place.Profile.Languages);
        to.Text("assurance_state", Attributes.NameOf(moment.FreshnessOf(place)));
        if (place.AssuredAt is { } at) to.Instant("assured_at", at);
        to.Text("may_be_closed_since", Attributes.DayOf(place.MayBeClosedSince));
        to.Instant("modified", place.ModifiedAt);
        to.Text("source", place.Source);
        to.Json.WriteBoolean("demonstration", place.IsDemonstration);
    }

    private static void Texts(JsonFields to, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        to.Json.WriteStartArray(name);
        foreach (var value in values) to.Json.WriteStringValue(value);
        to.Json.WriteEndArray();
    }
}
