using Amparo.Places.Entries;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>The checks that hold for every list, after its own profile has read the row.</summary>
internal sealed class Checker(IGeography geography)
{
    public void Check(Draft draft)
    {
        if (draft.Name.Length == 0) draft.Note(Reasons.NameMissing, "name");
        CheckPlace(draft);
        Hide(draft);
    }

    private void CheckPlace(Draft draft)
    {
        if (draft.Country.Length == 0) return;
        draft.Admin1Code = draft.Admin1Name is { } said ? geography.Admin1Code(said, draft.Country) : null;
        if (draft.Point is { } point)
            foreach (var finding in geography.Check(point, draft.Country, draft.Admin1Name, !draft.OrderIsKnown)) draft.Note(finding.Key, "latitude", Words(finding, point));
        if (draft.Weight > Weight.Note) return;
        var town = geography.Town(draft.Locality, draft.Point, draft.Country, draft.Admin1Code);
        draft.Admin1Code ??= town?.Admin1Code;
        draft.Admin1Name ??= town?.AreaSaid;
        draft.Locality ??= town?.Name;
        draft.AreaName ??= draft.Locality;
        (draft.AreaLatitude, draft.AreaLongitude) = town is not null ? (town.Point.Latitude, town.Point.Longitude)
            : draft.Point is { IsValid: true } far ? (Math.Round(far.Latitude, 1), Math.Round(far.Longitude, 1)) : default((double?, double?));
        draft.TimeZone = Zone(draft, town);
    }

    private string Zone(Draft draft, GazetteerPlace? town)
    {
        if (draft.Point is { IsValid: true } point && geography.ZoneAt(point, draft.Country) is { } zone) return zone;
        if (town is not null) return town.Zone;
        if (Countries.HasManyZones(draft.Country) && !draft.Profile.Hours.IsEmpty && !draft.Profile.Hours.AlwaysOpen) draft.Note(Reasons.ZoneByCountry, "hours");
        return Countries.Facts.TryGetValue(draft.Country, out var facts) ? facts.Zone : "Etc/UTC";
    }

    // The default holds until the place itself chooses otherwise in writing; a list may ask for less, never for more.
    private static void Hide(Draft draft)
    {
        var home = Vocabulary.IsHomeOrRefuge(draft.Name, draft.Profile.AlternateName, draft.Profile.Description, draft.Organization?.Name);
        var usual = Place.DefaultDisclosure(draft.Kind, home);
        if (draft.Disclosure is { } asked && Openness(asked) > Openness(usual)) draft.Note(Reasons.DisclosureNotWidened, "disclosure", asked);
        draft.Disclosure = draft.Disclosure is { } said && Openness(said) < Openness(usual) ? said : usual;
        if (draft.Disclosure != Disclosures.Exact) KeepAddressOut(draft);
    }

    // The profile is published as it stands: of a place that hides its address no text of it may tell the way there.
    private static void KeepAddressOut(Draft draft)
    {
        var profile = draft.Profile;
        if (profile.GettingThere is { } way)
        {
            draft.Notes = draft.Notes is null ? way : $"{draft.Notes}\n{way}";
            draft.Profile = profile = profile with { GettingThere = null };
            draft.Note(Reasons.AddressInText, "getting_there");
        }
        if (draft.Address is not { Length: >= 8 } address) return;
        string? Without(string field, string? text)
        {
            if (text is null || !text.Contains(address, StringComparison.OrdinalIgnoreCase)) return text;
            draft.Note(Reasons.AddressInText, field);
            return text.Replace(address, PersonalData.Removed, StringComparison.OrdinalIgnoreCase);
        }
        draft.Profile = profile with { Description = Without("description", profile.Description), Eligibility = Without("eligibility", profile.Eligibility) };
    }

    private static string Words(CoordinateFinding finding, GeoPoint point)
    {
        var words = FormattableString.Invariant($"{point.Latitude:0.#####}, {point.Longitude:0.#####}");
        if (finding.Values.TryGetValue("lies_in", out var lies) && lies.Length > 0) words += $" ({lies})";
        if (finding.Values.TryGetValue("voted_name", out var voted)) words += $" ({voted})";
        return finding.Proposed is { } meant ? words + FormattableString.Invariant($" → {meant.Latitude:0.#####}, {meant.Longitude:0.#####}?") : words;
    }

    public static int Openness(string disclosure) => disclosure switch { Disclosures.Exact => 2, Disclosures.Area => 1, _ => 0 };
}
