using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Reading;

/// <summary>How it ended. Its answers stay ninety days under the code.</summary>
[Requires(SafeguardingPermissions.Handle)]
internal sealed class CloseModel(Database db, OwnKey keys) : ComplaintPage(db, keys, SafeguardingPermissions.Handle)
{
    public override string TitleKey => "safeguarding.close.title";

    [BindProperty] public string? Outcome { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Redirect(Path) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Complaint.Close(Outcome ?? "", Now);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{QueueModel.Path}?done=complaint_closed");
    }
}
