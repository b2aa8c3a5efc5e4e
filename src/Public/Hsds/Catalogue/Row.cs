using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>One service at one place of the edition, with what lists are filtered by.</summary>
/// <param name="Service">The HSDS identifier of the service.</param>
/// <param name="Ordinal">The place in the edition.</param>
/// <param name="Index">Which of the place's services; minus one where the place names none and is itself the service.</param>
/// <param name="Organization">Who gives it.</param>
/// <param name="Modified">UTC ticks.</param>
/// <param name="GoneAt">UTC ticks at which a reader's own clock takes it away.</param>
/// <param name="AssuredDay">The day number on the calendar of the place; 0 where never.</param>
internal readonly record struct Row(Guid Service, int Ordinal, short Index, Guid Organization, long Modified, long GoneAt, int AssuredDay, float Latitude, float Longitude)
{
    public static Row Of(PublicPlace place, int ordinal, int index) => new(
        index < 0 ? StableId.Of("hsds", "service", place.Id.ToString()) : place.Profile.Services[index].Id,
        ordinal, (short)index, OrganizationOf(place), place.ModifiedAt.UtcTicks,
        Math.Min(place.ExpiresAt?.UtcTicks ?? long.MaxValue, place.WithdrawnAt?.UtcTicks ?? long.MaxValue),
        place.AssuredAt is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone)).DateTime).DayNumber : 0,
        (float)(place.Latitude ?? double.NaN), (float)(place.Longitude ?? double.NaN));

    /// <summary>HSDS lets no service stand without an organisation: a place that names none stands for itself.</summary>
    public static Guid OrganizationOf(PublicPlace place) => place.OrganizationId ?? StableId.Of("hsds", "organization", place.Id.ToString());

    public static string OrganizationNameOf(PublicPlace place) => place.OrganizationName is { Length: > 0 } name ? name : place.Name;

    public static Guid LinkOf(Guid service, Guid place) => StableId.Of("hsds", "service_at_location", service.ToString(), place.ToString());

    public PlaceService In(PublicPlace place)
    {
        if (Index >= 0) return place.Profile.Services[Index];
        return new(Service, place.Name, place.Kind, place.Profile.Description, Eligibility: place.Profile.Eligibility);
    }
}
