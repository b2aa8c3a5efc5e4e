using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Reading;

/// <summary>One complaint from outside: its clocks, and the button that opens it.</summary>
[Requires(SafeguardingPermissions.View)]
internal sealed class ShowModel(Database db, OwnKey keys) : ComplaintPage(db, keys, SafeguardingPermissions.View)
{
    public override string TitleKey => "safeguarding.one.title";

    public string? TakenBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Complaint.TakenBy is { } by) TakenBy = await Db.Set<Account>().Where(a => a.Id == by).Select(a => a.Name).SingleOrDefaultAsync(stop);
        return Page();
    }
}
