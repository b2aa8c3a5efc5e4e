using System.Text.Json;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <summary>How far an import is, and what became of its rows. It can be left and come back to.</summary>
[Requires(PlacesPermissions.Import)]
internal sealed class ShowModel(Database db) : ImportPage(db, PlacesPermissions.Import)
{
    public override string TitleKey => "places.desk.imports.show.title";

    [FromQuery] public int Approved { get; set; }
    [FromQuery] public int Noted { get; set; }
    [FromQuery] public int Left { get; set; }

    public RowFilter Filter { get; private set; } = null!;
    public ImportRun? Run { get; private set; }
    public IReadOnlyList<ImportFinding> Findings { get; private set; } = [];
    public IReadOnlyList<ChangedPlace> Places { get; private set; } = [];
    public IReadOnlyList<(string Reason, int Count)> Reasons { get; private set; } = [];
    public bool Waits { get; private set; }
    public string? Refusal { get; private set; }

    public bool IsMoving => Job.State is JobStates.Queued or JobStates.Running or JobStates.UndoQueued or JobStates.Undoing;
    public long RowsDone => Run is { } r ? r.Accepted + r.Changed + r.Unchanged + r.Quarantined + r.Rejected : 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        Filter = new(Request, Path);
        if (Job.Refused is { } key) Refusal = W.Say($"places.import.refused.{key}", [.. Values(Job).Select(v => (v.Key, (object?)v.Value))]);
        if (IsMoving) Response.Headers["Refresh"] = "5";
        if (Job.RunId is not { } run) return Page();
        Run = await Db.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == run, stop);
        if (Filter.ShowsPlaces) Places = await Filter.Table.Page(Filter.Places(Db, Who, run), stop);
        else await LoadFindings(run, stop);
        Waits = await Db.ChangesFor(Who, PlacesPermissions.Import, run).AnyAsync(c => c.What != ImportChange.Waits && Db.Set<Place>().Any(p => p.Id == c.PlaceId && p.Status == PlaceStatus.Queued), stop);
        return Page();
    }

    /// <summary>Another part of the report, from its beginning.</summary>
    public string Link(string show, string? outcome = null) => $"{Path}?show={show}{(outcome is null ? "" : "&outcome=" + outcome)}";

    private async Task LoadFindings(Guid run, CancellationToken stop)
    {
        var all = Db.Set<ImportFinding>().AsNoTracking().Where(f => f.RunId == run);
        Reasons = [.. (await all.GroupBy(f => f.Reason).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop)).OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count))];
        Findings = await Filter.Table.Page(Filter.Findings(Db, run), stop);
    }

    private static Dictionary<string, string> Values(ImportJob job) => JsonSerializer.Deserialize<Dictionary<string, string>>(job.RefusedValues ?? "{}")!;
}
