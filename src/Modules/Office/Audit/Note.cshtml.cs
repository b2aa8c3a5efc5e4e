using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Audit;

/// <summary>The newest signed note, for somebody outside who keeps it: against it a rewritten history can be held later.</summary>
[Requires(OfficePermissions.Audit)]
internal sealed class NoteModel(Database db, AuditSealer sealer) : ConsolePage
{
    public override string TitleKey => "office.audit.note";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        VisibleAudit.MustBeOfTheRegion(Who, OfficePermissions.Audit);
        var note = await sealer.Newest(stop);
        RuleBroken.Unless(note is not null, "office.audit.chain.no_note");
        await db.Recorded(OfficePermissions.Audit, "kernel_audit_checkpoint", null, 1, AuditOutcomes.Seen, stop);
        return File(Encoding.UTF8.GetBytes(note!.Note), "text/plain; charset=utf-8", $"amparo-audit-{note.Size}.txt");
    }
}
