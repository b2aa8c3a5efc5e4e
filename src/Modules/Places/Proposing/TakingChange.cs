using System.Text.Json;
using System.Text.Json.Nodes;
using Amparo.Contracts.Places;
using Amparo.Places.Proposing;

namespace Amparo.Places.Entries;

/// <summary>Takes what was asked for and nothing besides: what a steward changed meanwhile is not put back.</summary>
internal sealed partial class Place
{
    /// <returns>Whether telephones, mailbox, web address or a text with one of them wait for a second look.</returns>
    public bool TakeChange(Says before, Says after, Guid by, DateTimeOffset now)
    {
        if (before.Kind != after.Kind) BecomeKind(after.Kind);
        var waits = Write(TakeWhere(before, after, Asked(before, after)), by, now);
        LookAnew();
        return waits;
    }

    /// <summary>The entry as it would be, for showing only: it is never added to the database.</summary>
    public Place WithChange(Says before, Says after)
    {
        var texts = Asked(before, after);
        var shown = With(texts, before.Kind != after.Kind ? after.Kind : Kind);
        shown.Put(shown.TakeWhere(before, after, texts));
        return shown;
    }

    private PlaceTexts Asked(Says before, Says after) => PlaceTexts.Of(this) with { Name = before.Name != after.Name ? after.Name : Name, Profile = Merged(before.Profile, after.Profile, Profile) };

    private PlaceTexts TakeWhere(Says before, Says after, PlaceTexts texts)
    {
        if (before.Where is not { } was || after.Where is not { } asked || was == asked) return texts;
        // A town is one: its state and its middle go with it.
        if ((was.Admin1, was.AreaLatitude, was.AreaLongitude) != (asked.Admin1, asked.AreaLatitude, asked.AreaLongitude))
        {
            (Admin1, AreaLatitude, AreaLongitude) = (asked.Admin1, asked.AreaLatitude, asked.AreaLongitude);
            texts = texts with { Admin1Name = asked.Admin1Name };
        }
        if (was.TimeZone != asked.TimeZone) TimeZone = asked.TimeZone;
        if (was.Locality != asked.Locality) texts = texts with { Locality = asked.Locality };
        if (was.AreaName != asked.AreaName) texts = texts with { AreaName = asked.AreaName };
        // What was asked for while everybody might know it is not written into a place that hides by now.
        if (Disclosure != Disclosures.Exact) return texts;
        if (was.Address != asked.Address) texts = texts with { Address = asked.Address };
        if ((was.Latitude, was.Longitude) != (asked.Latitude, asked.Longitude)) (Whereabouts.Latitude, Whereabouts.Longitude) = (asked.Latitude, asked.Longitude);
        return texts;
    }

    /// <summary>The entry with other words, for showing only: it is never added to the database.</summary>
    public Place With(PlaceTexts texts, string kind) => new()
    {
        Id = Id, Slug = Slug, Country = Country, TimeZone = TimeZone, Admin1 = Admin1, Admin1Name = texts.Admin1Name, Locality = texts.Locality, AreaName = texts.AreaName, AreaLatitude = AreaLatitude, AreaLongitude = AreaLongitude, OrganizationId = OrganizationId, Organization = Organization,
        Name = texts.Name, Kind = kind, Profile = texts.Profile, IsLastResort = IsLastResort, ExpiresAt = ExpiresAt, IsDemonstration = IsDemonstration, Disclosure = Disclosure, Status = Status,
        Whereabouts = new() { Address = texts.Address, Latitude = Whereabouts.Latitude, Longitude = Whereabouts.Longitude },
    };

    private static PlaceProfile Merged(PlaceProfile before, PlaceProfile after, PlaceProfile now) => Merged(Fields(before), Fields(after), Fields(now)).Deserialize<PlaceProfile>(CompactJson.Options)!;

    // Field by field as it is written, so that a field that is added to the profile tomorrow is merged tomorrow.
    private static JsonObject Merged(JsonObject before, JsonObject after, JsonObject now)
    {
        foreach (var name in before.Select(f => f.Key).Union(after.Select(f => f.Key)).ToList())
            if (!JsonNode.DeepEquals(before[name], after[name])) Set(now, name, after[name]);
        return now;
    }

    private static JsonObject Fields(PlaceProfile profile) => JsonSerializer.SerializeToNode(profile, CompactJson.Options)!.AsObject();
}
