using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Audit;

[Requires(OfficePermissions.ExportAudit)]
internal sealed class ExportModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.audit.title";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var filter = AuditFilter.Read(Request.Query, Wrong);
        if (Wrong.Count > 0) return Refused();
        var records = AuditPage.Descending(filter.Of(db.AuditFor(Who, OfficePermissions.ExportAudit))).Take(AuditRecords.Most);
        await db.Recorded(OfficePermissions.ExportAudit, "kernel_audit", null, await records.CountAsync(stop), AuditOutcomes.Seen, stop);
        await new TableFile($"amparo-audit-{Now.UtcDateTime:yyyyMMdd-HHmm}", AuditRecords.Heading, hasMark: false).Write(HttpContext, records.AsAsyncEnumerable(), AuditRecords.Cells);
        return new EmptyResult();
    }
}
