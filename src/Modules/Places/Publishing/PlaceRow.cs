using System.Data.Common;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Hiding;

namespace Amparo.Places.Publishing;

/// <summary>A row of the public view as a record of the edition.</summary>
internal static class PlaceRow
{
    public static PublicPlace Read(DbDataReader row, PlacesSettings settings)
    {
        var profile = JsonSerializer.Deserialize<PlaceProfile>(row.GetString(27), CompactJson.Options)!;
        // Of a place that hides its address no text may tell the way there, whoever wrote it and when.
        if (row.GetString(10) != Disclosures.Exact) profile = profile with { GettingThere = null };
        var kind = row.GetString(4);
        var kept = row.GetBoolean(21) || profile.IsPublicHospital || kind == PlaceKinds.Consular;
        var fresh = Freshness.From(Instant(row, 17), settings.HalfLifeOf(kind), kept);
        return new()
        {
            Id = row.GetGuid(0), Slug = row.GetString(2), Name = row.GetString(3), Kind = kind, Country = row.GetString(5),
            Admin1 = Text(row, 6), Admin1Name = Text(row, 7), Locality = Text(row, 8), TimeZone = row.GetString(9),
            Disclosure = row.GetString(10), AreaName = Text(row, 11), Address = Text(row, 12), Latitude = Number(row, 13), Longitude = Number(row, 14),
            OrganizationId = row.IsDBNull(15) ? null : row.GetGuid(15), OrganizationName = Text(row, 16),
            AssuredAt = fresh.AssuredAt, AssuredBy = Text(row, 18), AssuredHow = Text(row, 19),
            DueAt = fresh.DueAt, StaleAt = fresh.StaleAt, WithdrawnAt = fresh.WithdrawnAt, ExpiresAt = Instant(row, 20),
            FullSaidAt = Instant(row, 22), FullUntil = Instant(row, 23), MayBeClosedSince = Day(row, 28), ModifiedAt = Instant(row, 24)!.Value,
            Source = Text(row, 25), IsDemonstration = row.GetBoolean(26), Profile = profile,
        };
    }

    /// <summary>Until when the row is out of sight with all others of its area or organisation; null where it is not.</summary>
    public static DateTimeOffset? HiddenUntil(DbDataReader row, PublicPlace place) => HiddenUntil(row, 29, place.Kind, row.GetBoolean(21), place.Profile.IsPublicHospital);

    /// <param name="at">The first of three columns: until when with its area, with all of its organisation, with those of its organisation in its country.</param>
    public static DateTimeOffset? HiddenUntil(DbDataReader row, int at, string kind, bool isLastResort, bool isPublicHospital)
    {
        var (area, everywhere, here) = (Instant(row, at), Instant(row, at + 1), Instant(row, at + 2));
        return HiddenAtOnce.Until(kind, isLastResort, isPublicHospital, area, everywhere is null || here > everywhere ? here : everywhere);
    }

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
    private static double? Number(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetDouble(at);
    private static DateTimeOffset? Instant(DbDataReader row, int at) => row.IsDBNull(at) ? null : Instants.FromStored(row.GetInt64(at));

    // The second at which somebody said it would tell those who watch the door who it was.
    private static DateTimeOffset? Day(DbDataReader row, int at) => Instant(row, at) is { } said ? new(said.UtcDateTime.Date, TimeSpan.Zero) : null;
}
