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

    /// <returns>Whether something of it waits for a second person, since readers have seen the entry.</returns>
    public bool Into(Place place, Guid by, DateTimeOffset now)
    {
        (place.Kind, place.Country, place.TimeZone, place.Admin1) = (Kind, Country, TimeZone, Admin1);
        (place.AreaLatitude, place.AreaLongitude, place.Whereabouts.Latitude, place.Whereabouts.Longitude) = (AreaLatitude, AreaLongitude, Latitude, Longitude);
        (place.Whereabouts.StaffContact, place.Whereabouts.Notes) = (StaffContact, Notes);
        (place.ExpiresAt, place.SourceHash) = (ExpiresAt, SourceHash);
        var given = place.GiveTo(OrganizationId, by, now);
        return place.Write(new(Name, Locality, AreaName, Admin1Name, Address, Profile), by, now) || given;
    }

    public string ToJson() => JsonSerializer.Serialize(this, CompactJson.Options);

    public static PlaceContent FromJson(string json) => JsonSerializer.Deserialize<PlaceContent>(json, CompactJson.Options)!;
}
