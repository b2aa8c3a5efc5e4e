using System.Linq.Expressions;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk;

/// <summary>One row of a list. It is read column by column: the whereabouts of a hidden place are not among them.</summary>
internal sealed record PlaceLine(
    Guid Id, string Name, string Kind, string Country, string? Admin1Name, string? Locality, string Status, string Disclosure,
    DateTimeOffset? AssuredAt, string? AssuredBy, string? AssuredHow, DateTimeOffset? MayBeClosedSince, DateTimeOffset ChangedAt, DateTimeOffset? ApprovedAt, int Version, string? Organization, bool IsDemonstration, PlaceProfile Profile) : IPlaceState
{
    public static Expression<Func<Place, PlaceLine>> From { get; } = p => new PlaceLine(
        p.Id, p.Name, p.Kind, p.Country, p.Admin1Name, p.Locality, p.Status, p.Disclosure,
        p.AssuredAt, p.AssuredBy, p.AssuredHow, p.MayBeClosedSince, p.ChangedAt, p.ApprovedAt, p.Version, p.Organization == null ? null : p.Organization.Name, p.IsDemonstration, p.Profile);

    private static readonly Func<Place, PlaceLine> Compiled = From.Compile();

    public static PlaceLine Of(Place place) => Compiled(place);

    public string Where => PlaceBrief.Joined(Locality, Admin1Name);
}

/// <summary>As little of an entry as a list shows: to read what it says of itself costs more than all the rest of a page.</summary>
internal sealed record PlaceBrief(Guid Id, string Name, string Kind, string Country, string? Admin1Name, string? Locality, string Status, string Disclosure, DateTimeOffset? AssuredAt, DateTimeOffset? MayBeClosedSince) : IPlaceState
{
    public static Expression<Func<Place, PlaceBrief>> From { get; } = p => new PlaceBrief(p.Id, p.Name, p.Kind, p.Country, p.Admin1Name, p.Locality, p.Status, p.Disclosure, p.AssuredAt, p.MayBeClosedSince);

    public string Where => Joined(Locality, Admin1Name);

    public static string Joined(string? town, string? area) => string.IsNullOrEmpty(town) ? area ?? "" : string.IsNullOrEmpty(area) ? town : $"{town}, {area}";
}

/// <summary>What it takes to say in which states an entry is.</summary>
internal interface IPlaceState
{
    string Kind { get; }
    string Status { get; }
    string Disclosure { get; }
    DateTimeOffset? AssuredAt { get; }
    DateTimeOffset? MayBeClosedSince { get; }
}
