using System.Linq.Expressions;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk;

/// <summary>What an entry is at the desk, and the question to the database that finds those that are so. Several may hold at once.</summary>
internal static class PlaceStates
{
    public const string Queued = "queued";
    public const string Published = "published";
    public const string Due = "due";
    public const string Stale = "stale";
    public const string Withdrawn = "withdrawn";
    public const string Hidden = "hidden";
    public const string Doubtful = "doubtful";
    public const string Assured = "assured";
    public const string DueNow = "due_now";
    public const string Never = "never";

    /// <summary>Telephones, texts or the organisation of a hidden place, typed by one person, wait for another.</summary>
    public const string Second = "second";

    public static IReadOnlyList<string> All { get; } = [Queued, Published, Due, Stale, Withdrawn, Hidden, Doubtful, Assured, DueNow, Never, Second];

    public static IQueryable<Place> InState(this IQueryable<Place> places, string? state, PlacesSettings settings, DateTimeOffset now) => state switch
    {
        Queued => places.Where(p => p.Status == PlaceStatus.Queued),
        Published => places.Where(p => p.Status == PlaceStatus.Approved && p.Disclosure != Disclosures.Officers),
        Due => places.Where(p => p.Status == PlaceStatus.Approved).Where(OlderThan(settings, now, 1, orNever: true)),
        Stale => places.Where(p => p.Status == PlaceStatus.Approved).Where(OlderThan(settings, now, 1.5, orNever: false)),
        // The rows behind the figures: each entry is one of assured, due now, stale, never.
        Never => places.Where(p => p.Status == PlaceStatus.Approved && p.AssuredAt == null),
        DueNow => places.Where(p => p.Status == PlaceStatus.Approved && p.AssuredAt != null).Where(OlderThan(settings, now, 1, orNever: false)).Where(Not(OlderThan(settings, now, 1.5, orNever: false))),
        Assured => places.Where(p => p.Status == PlaceStatus.Approved && p.AssuredAt != null).Where(Not(OlderThan(settings, now, 1, orNever: false))),
        Withdrawn => places.Where(p => p.Status == PlaceStatus.Withdrawn),
        Hidden => places.Where(p => p.Disclosure == Disclosures.Officers),
        Doubtful => places.Where(p => p.MayBeClosedSince != null),
        Second => places.Where(p => p.ProposedContacts != null),
        _ => places,
    };

    public static IEnumerable<string> Of(IPlaceState place, PlacesSettings settings, DateTimeOffset now)
    {
        if (place.Status == PlaceStatus.Queued) yield return Queued;
        if (place.Status == PlaceStatus.Withdrawn) yield return Withdrawn;
        if (place.Disclosure == Disclosures.Officers) yield return Hidden;
        if (place.MayBeClosedSince is not null) yield return Doubtful;
        if (place.Status != PlaceStatus.Approved) yield break;
        if (place.Disclosure != Disclosures.Officers) yield return Published;
        var half = settings.HalfLifeOf(place.Kind);
        if (place.AssuredAt is not { } at || at <= now - half) yield return place.AssuredAt <= now - half * 1.5 ? Stale : Due;
    }

    // Kinds that age alike share a term: a handful of comparisons, and the indexes on kind and date serve each.
    public static Expression<Func<Place, bool>> OlderThan(PlacesSettings settings, DateTimeOffset now, double halfLives, bool orNever)
    {
        var place = Expression.Parameter(typeof(Place), "p");
        var at = Expression.Property(place, nameof(Place.AssuredAt));
        var terms = PlaceKinds.All.GroupBy(settings.HalfLifeOf).Select(g =>
        {
            Expression<Func<Place, bool>> term = Aged([.. g], now - g.Key * halfLives);
            return new Renamed(term.Parameters[0], place).Visit(term.Body);
        });
        var all = terms.Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<Place, bool>>(orNever ? Expression.OrElse(Expression.Equal(at, Expression.Constant(null, typeof(DateTimeOffset?))), all) : all, place);
    }

    private static Expression<Func<Place, bool>> Not(Expression<Func<Place, bool>> which) => Expression.Lambda<Func<Place, bool>>(Expression.Not(which.Body), which.Parameters);

    private static Expression<Func<Place, bool>> Aged(List<string> kinds, DateTimeOffset before) => p => kinds.Contains(p.Kind) && p.AssuredAt <= before;

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
