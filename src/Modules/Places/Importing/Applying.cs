using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Importing;

/// <summary>Writes a checked draft into an entry.</summary>
internal static class Applying
{
    public static Place New(Draft draft, Guid id, string list, string key, Guid? organization, bool demonstration)
    {
        var place = new Place
        {
            Id = id, Slug = Slug.Of(draft.Name, id), Name = draft.Name, Kind = draft.Kind, Country = draft.Country, TimeZone = draft.TimeZone, Profile = draft.Profile,
            Source = list, SourceKey = key, IsDemonstration = demonstration,
        };
        Write(draft, place, organization);
        place.HideTo(draft.Disclosure ?? Disclosures.Officers);
        place.SourceHash = HashOf(place, draft);
        return place;
    }

    /// <summary>Everything but approval, assurance, withdrawal and a wider disclosure: those are people's.</summary>
    /// <returns>Whether a hidden place waits for a second person, since the list puts it under another organisation.</returns>
    public static bool Change(Draft draft, Place place, Guid? organization, DateTimeOffset now)
    {
        var (runs, isGiven) = (place.OrganizationId, place.WouldShowItTo(organization));
        Write(draft, place, organization);
        Narrow(draft, place);
        place.LookAnew();
        // As the list says it: the same issue again asks for nothing, and once it is confirmed nothing differs.
        place.SourceHash = HashOf(place, draft);
        if (!isGiven) return false;
        place.OrganizationId = runs;
        return place.GiveTo(organization, ProposedContacts.TheServer, now);
    }

    public static bool Narrow(Draft draft, Place place)
    {
        if (draft.Disclosure is not { } wanted || Checker.Openness(wanted) >= Checker.Openness(place.Disclosure)) return false;
        place.HideTo(wanted);
        return true;
    }

    /// <summary>The imprint, and behind a dot the disclosure that the list asked for.</summary>
    public static string HashOf(Place place, Draft draft) => $"{Imprint.Of(place)}.{draft.Disclosure}";

    public static bool WasEditedHere(Place place) => place.SourceHash is { } hash && hash.Split('.')[0] != Imprint.Of(place);

    private static void Write(Draft draft, Place place, Guid? organization)
    {
        (place.Name, place.Kind, place.Country, place.TimeZone) = (draft.Name, draft.Kind, draft.Country, draft.TimeZone);
        (place.Admin1, place.Admin1Name, place.Locality) = (draft.Admin1Code, draft.Admin1Name, draft.Locality);
        (place.AreaName, place.AreaLatitude, place.AreaLongitude) = (draft.AreaName, draft.AreaLatitude, draft.AreaLongitude);
        (place.Whereabouts.Address, place.Whereabouts.Latitude, place.Whereabouts.Longitude) = (draft.Address, draft.Latitude, draft.Longitude);
        (place.Whereabouts.StaffContact, place.Whereabouts.Notes) = (draft.StaffContact, draft.Notes);
        (place.OrganizationId, place.ExpiresAt, place.Profile) = (organization, ExpiryOf(draft), draft.Profile);
    }

    /// <summary>The end of the last day, where the place is.</summary>
    public static DateTimeOffset? ExpiryOf(Draft draft)
    {
        if (draft.LastDay is not { } last) return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(draft.TimeZone);
        var end = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(end)) end = end.AddMinutes(30);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
