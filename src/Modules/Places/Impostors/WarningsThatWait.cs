namespace Amparo.Places.Impostors;

internal sealed class WarningsThatWait(Database db) : IWork
{
    private const int MostCounted = 1000;

    public async Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop)
    {
        if (!user.Holds(PlacesPermissions.DismissWarnings)) return [];
        var open = db.WarningsFor(user, PlacesPermissions.DismissWarnings).Where(w => w.State == Warning.Open);
        return [new("places.desk.work.warnings", await open.Take(MostCounted).CountAsync(stop), await open.OrderBy(w => w.FoundAt).Select(w => (DateTimeOffset?)w.FoundAt).FirstOrDefaultAsync(stop), "/console/places/warnings")];
    }
}
