using Amparo.Places.Impostors;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Warnings;

/// <summary>Somebody looked and says why it is no impostor: recorded with the reason, and not said again of the same two.</summary>
[Requires(PlacesPermissions.DismissWarnings)]
internal sealed class DismissModel(Database db) : ConsolePage
{
    public override string TitleKey => "places.desk.warnings.dismiss.title";

    [FromRoute] public Guid WarningId { get; set; }
    [BindProperty] public string? Because { get; set; }
    [BindProperty] public string? Note { get; set; }

    public WarningLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Load(stop) is not { } warning) return NotFound();
        if (Because is null || !Warning.Dismissals.Contains(Because)) Wrong["Because"] = "places.warnings.why";
        if (Wrong.Count > 0) return Refused();
        warning.Dismiss(Because!, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(), Who.Id!.Value, Now);
        Who.Purpose = Because;
        await db.SaveChangesAsync(stop);
        return Redirect($"{ListModel.Path}?done=warning_dismissed");
    }

    private async Task<Warning?> Load(CancellationToken stop)
    {
        if (await db.WarningsFor(Who, PlacesPermissions.DismissWarnings).SingleOrDefaultAsync(w => w.Id == WarningId, stop) is not { } warning) return null;
        if (await ListModel.Lines(db, Who, PlacesPermissions.DismissWarnings, [warning], stop) is not [var line]) return null;
        Line = line;
        return warning;
    }
}
