using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Audit;

[Requires(OfficePermissions.ExportAudit)]
internal sealed class ExportModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.audit.title";

    public async Task<IActionResult> OnGetAsync()
    {
        var filter = AuditFilter.Read(Request.Query, Wrong);
        if (Wrong.Count > 0) return Refused();
        var records = AuditPage.Descending(filter.Of(db.AuditFor(Who, OfficePermissions.ExportAudit))).Take(AuditRecords.Most);
        return await new TableFile($"amparo-audit-{Now.UtcDateTime:yyyyMMdd-HHmm}", AuditRecords.Heading, hasMark: false).Answer(HttpContext, db, OfficePermissions.ExportAudit, "kernel_audit", records, AuditRecords.Cells);
    }
}
