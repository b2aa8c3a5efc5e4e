using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;

namespace Amparo.Places.Desk.Imports;

/// <summary>What a row did to which entry. What the entry was, or what the list says, is not among it: that may tell where something hidden is.</summary>
internal sealed record ChangedPlace(Guid Id, Guid PlaceId, string Row, string What, string? Outcome, string? LeftBecause, bool HasContent, string Name, string Status, string Kind);

/// <summary>Which rows of one import somebody looks at, all of it in the address: what they did, or what was found in them.</summary>
internal sealed class RowFilter
{
    public const string OfPlaces = "places", OfFindings = "findings";

    public RowFilter(HttpRequest request, string path)
    {
        string? Said(string name) => request.Query[name].ToString() is { Length: > 0 and <= 60 } said ? said : null;
        (ShowsPlaces, Outcome, Reason) = (Said("show") != OfFindings, Said("outcome"), Said("reason"));
        Table = new(request, path, ShowsPlaces ? ["row", "name"] : ["row"], ("show", ShowsPlaces ? null : OfFindings), ("outcome", Outcome), ("reason", Reason));
    }

    public bool ShowsPlaces { get; }
    public string? Outcome { get; }
    public string? Reason { get; }
    public ConsoleTable Table { get; }

    public IQueryable<ChangedPlace> Places(Database db, CurrentUser who, Guid? run)
    {
        var changes = db.ChangesFor(who, PlacesPermissions.Import, run).AsNoTracking();
        changes = Outcome switch
        {
            ImportChange.Added or ImportChange.Changed or ImportChange.Waits => changes.Where(c => c.What == Outcome),
            ChangeOutcomes.Left or ChangeOutcomes.Undone => changes.Where(c => c.Outcome == Outcome),
            _ => changes,
        };
        var rows = changes.Join(db.Set<Place>(), c => c.PlaceId, p => p.Id, (c, p) => new { c, p });
        var ordered = Table.Column == "name" ? Table.ThenBy(Table.By(rows, r => r.p.NameKey), r => r.c.Number) : Table.By(rows, r => r.c.Number);
        return ordered.Select(r => new ChangedPlace(r.c.Id, r.p.Id, r.c.Row, r.c.What, r.c.Outcome, r.c.LeftBecause, r.c.Content != null, r.p.Name, r.p.Status, r.p.Kind));
    }

    public IQueryable<ImportFinding> Findings(Database db, Guid? run)
    {
        var findings = db.Set<ImportFinding>().AsNoTracking().Where(f => f.RunId == run);
        if (Outcome is { } outcome) findings = findings.Where(f => f.Outcome == outcome);
        if (Reason is { } reason) findings = findings.Where(f => f.Reason == reason);
        return Table.By(findings, f => f.Number);
    }
}
