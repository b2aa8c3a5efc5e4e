using System.Linq.Expressions;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk;

/// <summary>One row of a list. It is read column by column: the whereabouts of a hidden place are not among them.</summary>
internal sealed record PlaceLine(
    Guid Id, string Name, string Kind, string Country, string? Admin1Name, string? Locality, string Status, string Disclosure,
    DateTimeOffset? AssuredAt, string? AssuredBy, string? AssuredHow, DateTimeOffset? MayBeClosedSince, DateTimeOffset ChangedAt, DateTimeOffset? ApprovedAt, int Version, string? Organization, PlaceProfile Profile)
{
    public static Expression<Func<Place, PlaceLine>> From { get; } = p => new PlaceLine(
        p.Id, p.Name, p.Kind, p.Country, p.Admin1Name, p.Locality, p.Status, p.Disclosure,
        p.AssuredAt, p.AssuredBy, p.AssuredHow, p.MayBeClosedSince, p.ChangedAt, p.ApprovedAt, p.Version, p.Organization == null ? null : p.Organization.Name, p.Profile);

    private static readonly Func<Place, PlaceLine> Compiled = From.Compile();

    public static PlaceLine Of(Place place) => Compiled(place);

    public string Where => string.Join(", ", new[] { Locality, Admin1Name }.Where(w => !string.IsNullOrEmpty(w)));
}
