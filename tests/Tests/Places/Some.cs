using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Tests.Places;

/// <summary>Entries with everything filled in that a test does not care about.</summary>
internal static class Some
{
    public static Place Place(string name = "Albergue Puente Seguro", string kind = PlaceKinds.Shelter, string country = "MX", string disclosure = Disclosures.Exact, PlaceProfile? profile = null, Guid? id = null, bool approved = true, DateTimeOffset? assuredAt = null)
    {
        var own = id ?? Guid.CreateVersion7();
        var place = new Place
        {
            Id = own, Slug = Slug.Of(name, own), Name = name, Kind = kind, Country = country, TimeZone = "America/Mexico_City", Locality = "Tapachula", Admin1 = "MX.05", Admin1Name = "Chiapas",
            AreaName = "Tapachula", AreaLatitude = 14.9, AreaLongitude = -92.25, IsDemonstration = true,
            Whereabouts = new() { Address = "4a Avenida Norte 12", Latitude = 14.9067, Longitude = -92.2631, StaffContact = "Señora Ruiz, guardia de noche" },
            Profile = profile ?? new() { Description = "Cama, comida y ducha.", Serves = [Populations.Families, Populations.Women], AsksNoPapers = true },
        };
        place.HideTo(disclosure);
        var at = assuredAt ?? new DateTimeOffset(2026, 11, 18, 16, 0, 0, TimeSpan.Zero);
        if (approved) place.Approve("test", at);
        place.Assure("Oficina regional", AssuranceMeans.Call, at);
        return place;
    }
}
