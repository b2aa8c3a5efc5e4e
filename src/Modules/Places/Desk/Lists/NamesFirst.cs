using System.Linq.Expressions;
using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Lists;

internal static class NamesFirst
{
    /// <summary>
    /// The rows of a page that was looked for inside of names: first which they are, which an index of names and keys answers by
    /// itself, then those few. Where the rows were asked for at once, PostgreSQL fetched every entry of the directory to look at its
    /// name: at 100,000 a third of a second for a word that nobody bears.
    /// </summary>
    /// <param name="page">In their order, and no more of them than are shown.</param>
    /// <param name="places">All that the person reaches.</param>
    public static async Task<List<T>> FoundByName<T>(this IQueryable<Place> page, IQueryable<Place> places, Expression<Func<Place, T>> row, Func<T, Guid> id, CancellationToken stop)
    {
        var ids = await page.Select(p => p.Id).ToListAsync(stop);
        if (ids.Count == 0) return [];
        var rows = (await places.Where(p => ids.Contains(p.Id)).Select(row).ToListAsync(stop)).ToDictionary(id);
        // One that was taken away between the two questions is not missed.
        return [.. ids.Where(rows.ContainsKey).Select(i => rows[i])];
    }
}
