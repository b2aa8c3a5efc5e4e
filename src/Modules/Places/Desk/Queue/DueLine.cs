using System.Linq.Expressions;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Queue;

/// <summary>What somebody needs who calls a place to ask whether all of it is still true.</summary>
internal sealed record DueLine(Guid Id, string Name, string Kind, string Country, string? Admin1Name, string? Locality, DateTimeOffset? AssuredAt, int Version, bool IsDemonstration, PlaceProfile Profile)
{
    public static Expression<Func<Place, DueLine>> From { get; } = p => new DueLine(p.Id, p.Name, p.Kind, p.Country, p.Admin1Name, p.Locality, p.AssuredAt, p.Version, p.IsDemonstration, p.Profile);

    public string Where => PlaceBrief.Joined(Locality, Admin1Name);
}
