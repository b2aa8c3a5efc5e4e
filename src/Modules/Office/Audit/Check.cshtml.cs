using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Audit;

[Requires(OfficePermissions.CheckAudit)]
internal sealed class CheckModel(Database db, AuditCheck check) : ConsolePage
{
    public override string TitleKey => "office.audit.check.title";

    // Whoever compares two records, or a record and a file, reads one clock.
    protected override string? ClockOf => null;

    public CheckState? State { get; private set; }

    public void OnGet()
    {
        VisibleAudit.MustBeOfTheRegion(Who, OfficePermissions.CheckAudit);
        State = check.State;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        VisibleAudit.MustBeOfTheRegion(Who, OfficePermissions.CheckAudit);
        var rows = await db.Set<AuditEntry>().MaxAsync(a => a.Sequence, stop) ?? 0;
        await db.Recorded(OfficePermissions.CheckAudit, "kernel_audit", null, 1, AuditOutcomes.Seen, stop);
        // Where one runs already, its page is what was asked for.
        check.Begin(rows);
        return Redirect("/console/audit/check");
    }
}
