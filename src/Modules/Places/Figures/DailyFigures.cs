using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Figures;

/// <summary>
/// Counts once a day, so that a page over years costs the same for any directory. A day is counted once, whoever comes first; a
/// day on which no server ran stays empty and is not made up.
/// </summary>
internal sealed partial class DailyFigures(IServiceScopeFactory scopes, IOptions<PlacesSettings> settings, TimeProvider clock, ILogger<DailyFigures> log) : BackgroundService
{
    public const string Act = "places.count";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Each day for so long; older than that the Mondays, older still nothing: the table stays small.</summary>
    public const int DaysKept = 92, WeeksKept = 5 * 53;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Try(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Try(CancellationToken stop)
    {
        try
        {
            await Count(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            CouldNotCount(log, e.GetBaseException().GetType().Name);
        }
    }

    /// <returns>False where the day was counted already.</returns>
    public async Task<bool> Count(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = Act;
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (await db.Set<PlaceFigure>().AnyAsync(f => f.Day == today, stop)) return false;
        foreach (var figure in await Now(db.Set<Place>(), settings.Value, now, today, stop)) db.Add(figure);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another server counted this day in the same second; where it did not, the next look says why.
            db.ChangeTracker.Clear();
            if (!await db.Set<PlaceFigure>().AnyAsync(f => f.Day == today, stop)) throw;
            return false;
        }
        await Forget(db, today, stop);
        return true;
    }

    /// <summary>How fresh the published entries are at this moment, by country and kind.</summary>
    public static async Task<IReadOnlyList<PlaceFigure>> Now(IQueryable<Place> places, PlacesSettings settings, DateTimeOffset now, DateOnly day, CancellationToken stop)
    {
        var figures = new List<PlaceFigure>();
        foreach (var term in PlaceKinds.All.GroupBy(settings.HalfLifeOf))
        {
            var (kinds, due, stale) = (term.ToList(), now - term.Key, now - term.Key * 1.5);
            figures.AddRange((await places.AsNoTracking().Where(p => p.Status == PlaceStatus.Approved && kinds.Contains(p.Kind)).GroupBy(p => new { p.Country, p.Kind, Hidden = p.Disclosure == Disclosures.Officers }).Select(g => new
            {
                g.Key.Country, g.Key.Kind, g.Key.Hidden,
                Assured = g.Count(p => p.AssuredAt > due), Due = g.Count(p => p.AssuredAt <= due && p.AssuredAt > stale), Stale = g.Count(p => p.AssuredAt <= stale), Never = g.Count(p => p.AssuredAt == null),
            }).ToListAsync(stop)).Select(g => new PlaceFigure { Day = day, Country = g.Country, Kind = g.Kind, IsHidden = g.Hidden, Assured = g.Assured, Due = g.Due, Stale = g.Stale, Never = g.Never }));
        }
        return figures;
    }

    private static async Task Forget(Database db, DateOnly today, CancellationToken stop)
    {
        var (days, weeks) = (today.AddDays(-DaysKept), today.AddDays(-7 * WeeksKept));
        var over = (await db.Set<PlaceFigure>().Where(f => f.Day < days).Select(f => f.Day).Distinct().ToListAsync(stop)).Where(d => d < weeks || d.DayOfWeek != DayOfWeek.Monday).ToList();
        if (over.Count > 0) await db.Acting("places_figure", () => db.Set<PlaceFigure>().Where(f => over.Contains(f.Day)).ExecuteDeleteAsync(stop), stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The figures of the day were not counted ({Trouble}); it is tried again in a minute.")]
    private static partial void CouldNotCount(ILogger log, string trouble);
}
