using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Reading;

/// <summary>What it is about, and that this person takes it.</summary>
[Requires(SafeguardingPermissions.Handle)]
internal sealed class SortModel(Database db, OwnKey keys) : ComplaintPage(db, keys, SafeguardingPermissions.Handle)
{
    public override string TitleKey => "safeguarding.sort.title";

    [BindProperty] public string? Kind { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Redirect(Path) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Complaint.Sort(Kind ?? "", Who.Id!.Value);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?done=complaint_sorted");
    }
}
