using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <summary>Asks that an import be taken back; the work is done behind, and what somebody changed since is left and listed.</summary>
[Requires(PlacesPermissions.UndoImport)]
internal sealed class UndoModel(Database db) : ImportPage(db, PlacesPermissions.UndoImport)
{
    public override string TitleKey => "places.desk.imports.undo.title";

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        Counts = await Db.ChangesFor(Who, PlacesPermissions.UndoImport, Job.RunId).GroupBy(c => c.What).ToDictionaryAsync(g => g.Key, g => g.Count(), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        Job.AskUndo(Who.Id!.Value, Now);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done=import_undo_asked");
    }
}
