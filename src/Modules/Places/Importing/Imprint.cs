using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Importing;

/// <summary>
/// The hash over what an import writes into an entry. Taken again of the entry as it is now it tells whether a person has
/// changed it since; what people alone decide (approval, assurance, disclosure) is not in it.
/// </summary>
internal static class Imprint
{
    public static string Of(Place place) => Hash(
        place.Name, place.Kind, place.Country, place.Admin1, place.Admin1Name, place.Locality, place.TimeZone, place.AreaName, place.AreaLatitude, place.AreaLongitude,
        place.Whereabouts.Address, place.Whereabouts.Latitude, place.Whereabouts.Longitude, place.Whereabouts.StaffContact, place.Whereabouts.Notes,
        place.OrganizationId, place.ExpiresAt, place.Profile);

    public static string Of(Organization organization) => Hash(organization.Name, organization.AlternateName, organization.Description, organization.Url, organization.Email);

    private static string Hash(params object?[] values) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(values, CompactJson.Options)))[..40];
}
