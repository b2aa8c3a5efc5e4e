using Amparo.Contracts;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;

namespace Amparo.Places.Desk.Imports;

/// <param name="By">The name of who brought it.</param>
/// <param name="Run">What became of its rows; null where it did not run.</param>
internal sealed record ImportLine(Guid Id, string FileName, string? List, string? Country, DateTimeOffset UploadedAt, string State, string? By, ImportRun? Run);

/// <summary>Which imports somebody looks at, all of it in the address.</summary>
internal sealed class ImportFilter
{
    public static IReadOnlyList<string> States { get; } =
        [JobStates.Uploaded, JobStates.Queued, JobStates.Running, JobStates.Ended, JobStates.Refused, JobStates.Stopped, JobStates.Expired, JobStates.UndoQueued, JobStates.Undoing, JobStates.Undone];

    public ImportFilter(HttpRequest request)
    {
        string? country = request.Query["country"], state = request.Query["state"];
        (Country, State) = (RegionCountries.All.Contains(country) ? country : null, States.Contains(state) ? state : null);
        Table = new(request, ListModel.Path, ["-when", "file", "list"], ("country", Country), ("state", State));
    }

    public string? Country { get; }
    public string? State { get; }
    public ConsoleTable Table { get; }

    public IQueryable<ImportLine> Of(Database db, CurrentUser who)
    {
        var jobs = db.ImportsFor(who, PlacesPermissions.Import).AsNoTracking();
        if (Country is { } country) jobs = jobs.Where(j => j.Country == country);
        if (State is { } state) jobs = jobs.Where(j => j.State == state);
        var ordered = Table.Column switch
        {
            "file" => Table.By(jobs, j => j.FileName),
            "list" => Table.By(jobs, j => j.List),
            _ => Table.By(jobs, j => j.UploadedAt),
        };
        return Table.ThenBy(ordered, j => j.Id).Select(j => new ImportLine(j.Id, j.FileName, j.List, j.Country, j.UploadedAt, j.State,
            db.Set<Account>().Where(a => a.Id == j.By).Select(a => a.Name).FirstOrDefault(), db.Set<ImportRun>().Where(r => r.Id == j.RunId).FirstOrDefault()));
    }
}
