using System.Linq.Expressions;

namespace Amparo.Kernel;

/// <summary>
/// Where a record of this kind belongs, said once: the list, the single record and the check all use it, so that none of
/// them can know a wider world than the others.
/// </summary>
/// <example><c>static readonly ScopeOf&lt;Entry&gt; Where = new(e => e.Country, e => e.OrganizationId);</c></example>
public sealed class ScopeOf<T>(
    Expression<Func<T, string?>>? country = null, Expression<Func<T, Guid?>>? organisation = null, Expression<Func<T, Guid?>>? hub = null)
{
    /// <summary>True for the records that the reach holds; a record without a country is held by the whole region only.</summary>
    public Expression<Func<T, bool>> Within(Reach reach)
    {
        var record = Expression.Parameter(typeof(T), "record");
        if (reach.Everywhere) return Expression.Lambda<Func<T, bool>>(Expression.Constant(true), record);
        var held = new[]
        {
            Among(country, reach.Countries, record),
            Among(organisation, [.. reach.Organisations.Select(o => (Guid?)o)], record),
            Among(hub, [.. reach.Hubs.Select(h => (Guid?)h)], record),
        };
        return Expression.Lambda<Func<T, bool>>(held.OfType<Expression>().DefaultIfEmpty(Expression.Constant(false)).Aggregate(Expression.OrElse), record);
    }

    // The values go in as a parameter of the query: one plan in the database for everybody.
    private static MethodCallExpression? Among<V>(Expression<Func<T, V>>? of, IReadOnlyList<V> values, ParameterExpression record)
    {
        if (of is null || values.Count == 0) return null;
        var box = new Box<V>([.. values]);
        var list = Expression.Field(Expression.Constant(box), nameof(Box<V>.Values));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(V)], list, new Replace(of.Parameters[0], record).Visit(of.Body));
    }

    private sealed class Box<V>(List<V> values)
    {
        public readonly List<V> Values = values;
    }

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

public static class ScopedQueries
{
    /// <summary>The records that this act of this person reaches; the rest is as if it were not there.</summary>
    public static IQueryable<T> For<T>(this IQueryable<T> records, CurrentUser user, string act, ScopeOf<T> scope) => records.Where(scope.Within(user.ReachFor(act)));
}
