using System.Text.Json;
using System.Text.Json.Nodes;
using Amparo.Contracts.Places;
using Amparo.Places.Proposing;

namespace Amparo.Places.Entries;

/// <summary>Takes what was asked for and nothing besides: what a steward changed meanwhile is not put back.</summary>
internal sealed partial class Place
{
    /// <returns>Whether telephones, mailbox or web address wait for a second look.</returns>
    public bool TakeChange(Says before, Says after, Guid by, DateTimeOffset now)
    {
        var merged = Merged(before.Profile, after.Profile, Profile);
        if (before.Name != after.Name) Name = after.Name;
        if (before.Kind != after.Kind) TakeKind(after.Kind);
        Profile = merged with { Phones = Profile.Phones, Url = Profile.Url, Email = Profile.Email };
        var waits = ChangeContacts(merged.Phones, merged.Url, by, now, merged.Email ?? "");
        LookAnew();
        return waits;
    }

    /// <summary>The entry as it would be, for showing only: it is never added to the database.</summary>
    public Place WithChange(Says before, Says after) => new()
    {
        Id = Id, Slug = Slug, Country = Country, TimeZone = TimeZone, Admin1 = Admin1, Admin1Name = Admin1Name, Locality = Locality, AreaName = AreaName, OrganizationId = OrganizationId, Organization = Organization,
        Name = before.Name != after.Name ? after.Name : Name, Kind = before.Kind != after.Kind ? after.Kind : Kind, Profile = Merged(before.Profile, after.Profile, Profile),
        Whereabouts = Whereabouts, IsLastResort = IsLastResort, ExpiresAt = ExpiresAt, IsDemonstration = IsDemonstration, Disclosure = Disclosure,
    };

    // A shelter that was entered as "other" must not keep its door on the map because somebody mended the word.
    private void TakeKind(string kind)
    {
        Kind = kind;
        var (usual, order) = (DefaultDisclosure(kind, isHomeOrRefuge: false), Disclosures.All.ToList());
        if (order.IndexOf(usual) > order.IndexOf(Disclosure)) HideTo(usual);
    }

    // Field by field as it is written, so that a field that is added to the profile tomorrow is merged tomorrow.
    private static PlaceProfile Merged(PlaceProfile before, PlaceProfile after, PlaceProfile now)
    {
        var (from, to, here) = (Fields(before), Fields(after), Fields(now));
        foreach (var name in from.Select(f => f.Key).Union(to.Select(f => f.Key)).ToList())
        {
            if (JsonNode.DeepEquals(from[name], to[name])) continue;
            if (to[name] is { } value) here[name] = value.DeepClone();
            else here.Remove(name);
        }
        return here.Deserialize<PlaceProfile>(CompactJson.Options)!;
    }

    private static JsonObject Fields(PlaceProfile profile) => JsonSerializer.SerializeToNode(profile, CompactJson.Options)!.AsObject();
}
