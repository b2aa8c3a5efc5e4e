using Amparo.Contracts.Places;
using Amparo.Places.Desk;
using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Places.Duplicates;

/// <summary>What can be chosen from either of two entries, one by one.</summary>
/// <param name="Said">How it is shown; null where it is not shown to a page that nobody recorded: where a hidden place is.</param>
/// <param name="Take">Puts the value of the other into what the survivor will hold.</param>
internal sealed record MergeField(string Key, Func<Words, Place, string?> Said, Func<PlaceContent, PlaceContent, PlaceContent> Take)
{
    private static MergeField Of(string key, Func<Words, Place, string?> said, Func<PlaceProfile, PlaceProfile, PlaceProfile> take) =>
        new(key, said, (mine, other) => mine with { Profile = take(mine.Profile, other.Profile) });

    private static string? Joined(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } all ? all : null;

    public static IReadOnlyList<MergeField> All { get; } =
    [
        new("name", (_, p) => p.Name, (mine, other) => mine with { Name = other.Name }),
        new("kind", (w, p) => w["places.kind." + p.Kind], (mine, other) => mine with { Kind = other.Kind }),
        Of("alternate_name", (_, p) => p.Profile.AlternateName, (mine, other) => mine with { AlternateName = other.AlternateName }),
        new("organization", (_, p) => p.Organization?.Name, (mine, other) => mine with { OrganizationId = other.OrganizationId }),
        new("whereabouts", Where, (mine, other) => mine with
        {
            Country = other.Country, TimeZone = other.TimeZone, Admin1 = other.Admin1, Admin1Name = other.Admin1Name, Locality = other.Locality, AreaName = other.AreaName,
            AreaLatitude = other.AreaLatitude, AreaLongitude = other.AreaLongitude, Address = other.Address, Latitude = other.Latitude, Longitude = other.Longitude,
        }),
        Of("phones", (_, p) => Joined(p.Profile.Phones.Select(x => x.Number)), (mine, other) => mine with { Phones = other.Phones }),
        Of("url", (_, p) => p.Profile.Url, (mine, other) => mine with { Url = other.Url }),
        Of("email", (_, p) => p.Profile.Email, (mine, other) => mine with { Email = other.Email }),
        Of("hours", (w, p) => HoursLines.Of(w, p.Profile.Hours), (mine, other) => mine with { Hours = other.Hours, LatestAdmission = other.LatestAdmission }),
        Of("description", (_, p) => p.Profile.Description, (mine, other) => mine with { Description = other.Description }),
        Of("services", (_, p) => Joined(p.Profile.Services.Select(s => s.Name)), (mine, other) => mine with { Services = other.Services }),
        Of("languages", (w, p) => Joined(p.Profile.Languages.Select(l => PlaceCodes.LanguageName(w, l))), (mine, other) => mine with { Languages = other.Languages, Interpreters = other.Interpreters }),
        Of("serves", (w, p) => Joined(p.Profile.Serves.Select(s => w["places.for." + s])), (mine, other) => mine with { Serves = other.Serves, Eligibility = other.Eligibility }),
        Of("beds", (_, p) => p.Profile.Beds is { } beds ? $"{beds}" : null, (mine, other) => mine with { Beds = other.Beds, NightsAllowed = other.NightsAllowed }),
        Of("required_documents", (_, p) => Joined(p.Profile.RequiredDocuments), (mine, other) => mine with { RequiredDocuments = other.RequiredDocuments, AsksNoPapers = other.AsksNoPapers }),
    ];

    /// <summary>Of a place that hides its address, the zone and the town.</summary>
    private static string? Where(Words w, Place place) =>
        Joined(new[] { place.Disclosure == Disclosures.Exact ? place.Whereabouts.Address : place.AreaName, place.Locality, place.Admin1Name, DeskWords.Country(w, place.Country) }.Where(s => !string.IsNullOrEmpty(s)).Select(s => s!).Distinct());
}
