using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Places.Entries;

internal sealed partial class Place
{
    /// <summary>A hash over what readers can see, empty where they see nothing: it must not change with anything else.</summary>
    private string Digest()
    {
        if (!IsPublic) return "";
        var exact = Disclosure == Disclosures.Exact;
        var seen = new object?[]
        {
            Name, Kind, Country, Admin1, Admin1Name, Locality, TimeZone, Disclosure, AreaName, OrganizationId, exact ? Profile : Profile with { GettingThere = null },
            exact ? Whereabouts.Address : null, exact ? Whereabouts.Latitude : AreaLatitude, exact ? Whereabouts.Longitude : AreaLongitude,
            AssuredAt, AssuredBy, AssuredHow, ExpiresAt, IsLastResort, FullSaidAt, FullUntil, MayBeClosedSince,
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(seen, CompactJson.Options)));
    }
}
