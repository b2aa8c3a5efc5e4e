using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Importing;

/// <summary>All that an import writes into an entry, where it is included: kept so that it can be put back. It is shown to nobody.</summary>
internal sealed record PlaceContent
{
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string Country { get; init; }
    public required string TimeZone { get; init; }
    public string? Admin1 { get; init; }
    public string? Admin1Name { get; init; }
    public string? Locality { get; init; }
    public string? AreaName { get; init; }
    public double? AreaLatitude { get; init; }
    public double? AreaLongitude { get; init; }
    public string? Address { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? StaffContact { get; init; }
    public string? Notes { get; init; }
    public Guid? OrganizationId { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public required PlaceProfile Profile { get; init; }
    public string? SourceHash { get; init; }

    public static PlaceContent Of(Place place) => new()
    {
        Name = place.Name, Kind = place.Kind, Country = place.Country, TimeZone = place.TimeZone, Admin1 = place.Admin1, Admin1Name = place.Admin1Name, Locality = place.Locality,
        AreaName = place.AreaName, AreaLatitude = place.AreaLatitude, AreaLongitude = place.AreaLongitude,
        Address = place.Whereabouts.Address, Latitude = place.Whereabouts.Latitude, Longitude = place.Whereabouts.Longitude, StaffContact = place.Whereabouts.StaffContact, Notes = place.Whereabouts.Notes,
        OrganizationId = place.OrganizationId, ExpiresAt = place.ExpiresAt, Profile = place.Profile, SourceHash = place.SourceHash,
    };

    /// <summary>Everything but the telephones and the web address: of a published entry those wait for a second person.</summary>
    public void Into(Place place)
    {
        (place.Name, place.Kind, place.Country, place.TimeZone) = (Name, Kind, Country, TimeZone);
        (place.Admin1, place.Admin1Name, place.Locality) = (Admin1, Admin1Name, Locality);
        (place.AreaName, place.AreaLatitude, place.AreaLongitude) = (AreaName, AreaLatitude, AreaLongitude);
        (place.Whereabouts.Address, place.Whereabouts.Latitude, place.Whereabouts.Longitude) = (Address, Latitude, Longitude);
        (place.Whereabouts.StaffContact, place.Whereabouts.Notes) = (StaffContact, Notes);
        (place.OrganizationId, place.ExpiresAt, place.SourceHash) = (OrganizationId, ExpiresAt, SourceHash);
        place.Profile = Profile with { Phones = place.Profile.Phones, Url = place.Profile.Url };
    }

    public string ToJson() => JsonSerializer.Serialize(this, CompactJson.Options);

    public static PlaceContent FromJson(string json) => JsonSerializer.Deserialize<PlaceContent>(json, CompactJson.Options)!;
}
