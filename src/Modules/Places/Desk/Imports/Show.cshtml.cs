using System.Text.Json;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <param name="Change">What the row did.</param>
internal sealed record ChangedPlace(ImportChange Change, string Name, string Status, string Kind);

/// <summary>How far an import is, and what became of its rows. It can be left and come back to.</summary>
[Requires(PlacesPermissions.Import)]
internal sealed class ShowModel(Database db) : ImportPage(db, PlacesPermissions.Import)
{
    public const int PageSize = 50;
    private const int LastPage = 2000;

    public override string TitleKey => "places.desk.imports.show.title";

    [FromQuery] public string? Show { get; set; }
    [FromQuery] public string? Outcome { get; set; }
    [FromQuery] public string? Reason { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    [FromQuery] public int Approved { get; set; }
    [FromQuery] public int Noted { get; set; }
    [FromQuery] public int Left { get; set; }

    public ImportRun? Run { get; private set; }
    public IReadOnlyList<ImportFinding> Findings { get; private set; } = [];
    public IReadOnlyList<ChangedPlace> Places { get; private set; } = [];
    public IReadOnlyList<(string Reason, int Count)> Reasons { get; private set; } = [];
    public bool HasMore { get; private set; }
    public bool Waits { get; private set; }
    public string? Refusal { get; private set; }

    public bool ShowsPlaces => Show != "findings";
    public bool IsMoving => Job.State is JobStates.Queued or JobStates.Running or JobStates.UndoQueued or JobStates.Undoing;
    public long RowsDone => Run is { } r ? r.Accepted + r.Changed + r.Unchanged + r.Quarantined + r.Rejected : 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        Number = Math.Clamp(Number, 1, LastPage);
        if (Job.Refused is { } key) Refusal = W.Say($"places.import.refused.{key}", [.. Values(Job).Select(v => (v.Key, (object?)v.Value))]);
        if (IsMoving) Response.Headers["Refresh"] = "5";
        if (Job.RunId is not { } run) return Page();
        Run = await Db.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == run, stop);
        if (ShowsPlaces) await LoadPlaces(run, stop);
        else await LoadFindings(run, stop);
        Waits = await Db.ChangesFor(Who, PlacesPermissions.Import, run).AnyAsync(c => c.What != ImportChange.Waits && Db.Set<Place>().Any(p => p.Id == c.PlaceId && p.Status == PlaceStatus.Queued), stop);
        return Page();
    }

    public string Link(string show, string? outcome = null, string? reason = null, int number = 1)
    {
        var parts = new[] { ("show", (string?)show), ("outcome", outcome), ("reason", reason), ("page", number > 1 ? $"{number}" : null) }.Where(p => p.Item2 is not null);
        return $"{Path}?{string.Join('&', parts.Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"))}";
    }

    private async Task LoadPlaces(Guid run, CancellationToken stop)
    {
        var changes = Db.ChangesFor(Who, PlacesPermissions.Import, run);
        changes = Outcome switch
        {
            ImportChange.Added or ImportChange.Changed or ImportChange.Waits => changes.Where(c => c.What == Outcome),
            ChangeOutcomes.Left or ChangeOutcomes.Undone => changes.Where(c => c.Outcome == Outcome),
            _ => changes,
        };
        var found = await changes.AsNoTracking().OrderBy(c => c.Number).Skip((Number - 1) * PageSize).Take(PageSize + 1)
            .Join(Db.Set<Place>(), c => c.PlaceId, p => p.Id, (c, p) => new { Change = c, p.Name, p.Status, p.Kind }).ToListAsync(stop);
        (Places, HasMore) = ([.. found.OrderBy(f => f.Change.Number).Take(PageSize).Select(f => new ChangedPlace(f.Change, f.Name, f.Status, f.Kind))], found.Count > PageSize);
    }

    private async Task LoadFindings(Guid run, CancellationToken stop)
    {
        var all = Db.Set<ImportFinding>().AsNoTracking().Where(f => f.RunId == run);
        Reasons = [.. (await all.GroupBy(f => f.Reason).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop)).OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count))];
        if (!string.IsNullOrEmpty(Outcome)) all = all.Where(f => f.Outcome == Outcome);
        if (!string.IsNullOrEmpty(Reason)) all = all.Where(f => f.Reason == Reason);
        var found = await all.OrderBy(f => f.Number).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(stop);
        (Findings, HasMore) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    private static Dictionary<string, string> Values(ImportJob job) => JsonSerializer.Deserialize<Dictionary<string, string>>(job.RefusedValues ?? "{}")!;
}
