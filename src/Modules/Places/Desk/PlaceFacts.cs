using System.Globalization;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk;

/// <summary>The facts of an entry that two people may decide upon at once, in words. Where a hidden place is stays out of them.</summary>
internal static class PlaceFacts
{
    /// <param name="clock">The country whose clock the times go by; null: UTC.</param>
    public static Dictionary<string, string> Of(Words w, Place place, string? clock = null) => new()
    {
        ["name"] = place.Name,
        ["kind"] = w["places.kind." + place.Kind],
        ["status"] = w["places.desk.status." + place.Status],
        ["disclosure"] = w["places.desk.disclosure." + place.Disclosure],
        ["phones"] = string.Join(", ", place.Profile.Phones.Select(p => PhoneLine(w, p))),
        ["url"] = place.Profile.Url ?? "",
        ["description"] = place.Profile.Description ?? "",
        ["assured"] = place.AssuredAt is { } at ? ConsoleDates.Moment(w, at, clock) : w["places.desk.never"],
        ["hours"] = HoursLines.Of(w, place.Profile.Hours),
        ["languages"] = string.Join(", ", place.Profile.Languages.Select(l => PlaceCodes.LanguageName(w, l))),
        ["serves"] = string.Join(", ", place.Profile.Serves.Select(s => w["places.for." + s])),
        ["verified"] = $"{place.Verifications.Count}",
        ["alternate_name"] = place.Profile.AlternateName ?? "",
        ["email"] = place.Profile.Email ?? "",
        ["town"] = string.Join(", ", new[] { place.AreaName, place.Locality, place.Admin1Name, place.Country }.Where(t => !string.IsNullOrEmpty(t)).Distinct()),
        ["address"] = place.Disclosure == Disclosures.Exact ? place.Whereabouts.Address ?? "" : "",
        ["point"] = place is { Disclosure: Disclosures.Exact, Whereabouts: { Latitude: { } latitude, Longitude: { } longitude } } ? $"{Maps.MapFrame.Degrees(latitude)}, {Maps.MapFrame.Degrees(longitude)}" : "",
        ["services"] = string.Join("; ", place.Profile.Services.Select(s => ServiceLine(w, s))),
        ["papers"] = place.Profile.AsksNoPapers is { } free ? w["places.desk.papers." + (free ? "yes" : "no")] : "",
        ["documents"] = string.Join("; ", place.Profile.RequiredDocuments),
        ["costs"] = string.Join("; ", place.Profile.Costs.Select(c => CostWords.Of(w, c))),
        ["eligibility"] = place.Profile.Eligibility ?? "",
        ["beds"] = $"{place.Profile.Beds}",
        ["nights"] = $"{place.Profile.NightsAllowed}",
        ["latest"] = place.Profile.LatestAdmission?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
        ["families"] = place.Profile.FamiliesTogether is { } together ? w["places.desk.families." + (together ? "yes" : "no")] : "",
        ["sons"] = $"{place.Profile.SonsUntilAge}",
        ["accessibility"] = string.Join("; ", place.Profile.Accessibility.Select(a => a == PlaceCodes.Wheelchair ? w["places.desk.accessibility.wheelchair"] : a)),
        ["interpreters"] = string.Join(", ", place.Profile.Interpreters.Select(l => PlaceCodes.LanguageName(w, l))),
        ["way"] = place.Disclosure == Disclosures.Exact ? place.Profile.GettingThere ?? "" : "",
        ["organization"] = place.Organization?.Name ?? "",
        ["nationals"] = string.Join(", ", place.Profile.Nationals.Select(n => DeskWords.Country(w, n))),
        ["jurisdiction"] = place.Profile.Jurisdiction ?? "",
        ["honorary"] = place.Profile.IsHonorary ? w["places.desk.yes"] : "",
        ["hospital"] = place.Profile.IsPublicHospital ? w["places.desk.yes"] : "",
        ["last_resort"] = place.IsLastResort ? w["places.desk.yes"] : "",
        ["expires"] = place.ExpiresAt is { } end ? ConsoleDates.Moment(w, end, clock) : "",
        ["text_language"] = Languages.All.Contains(place.Profile.TextLanguage) ? Languages.NameOf(place.Profile.TextLanguage) : place.Profile.TextLanguage,
        ["attributes"] = string.Join("; ", place.Profile.Attributes.Select(a => $"{a.Name} = {a.Value}")),
    };

    private static string PhoneLine(Words w, PlacePhone phone) =>
        string.Join(" · ", new[] { phone.Number, phone.Extension, phone.Type is { } type && Editing.EditPhone.Types.Contains(type) ? w["places.desk.phone." + type] : phone.Type, phone.Description, string.Join(" / ", (phone.Languages ?? []).Select(l => PlaceCodes.LanguageName(w, l))) }.Where(t => !string.IsNullOrEmpty(t)));

    private static string ServiceLine(Words w, PlaceService service) =>
        string.Join(" · ", new[] { service.Name, w["places.kind." + service.Kind], service.Status == "active" ? null : w["places.desk.services.status." + service.Status.Replace(' ', '_')], service.Url, service.Email, service.Hours is { } own ? HoursLines.Of(w, own) : null, service.Description, service.Eligibility, service.ApplicationProcess, service.Fees, service.MinimumAge is null && service.MaximumAge is null ? null : $"{service.MinimumAge}–{service.MaximumAge}" }.Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>What came back in the form; nothing where it cannot be read, since anybody could have typed it.</summary>
    public static Dictionary<string, string> Read(string? seen)
    {
        try
        {
            return seen is { Length: > 0 and < 60_000 } ? JsonSerializer.Deserialize<Dictionary<string, string>>(seen, CompactJson.Options) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
