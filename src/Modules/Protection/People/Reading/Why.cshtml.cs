using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Reading;

/// <summary>Before a file is opened: why. Nothing of it is shown here but its code.</summary>
[Requires(ProtectionPermissions.Read)]
internal sealed class WhyModel(Database db) : ConsolePage
{
    public override string TitleKey => "protection.why.title";

    [FromRoute] public Guid PersonId { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Find(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        if (!FileOpening.Reasons.Contains(Reason))
        {
            Wrong["Reason"] = "protection.why.choose";
            return Refused();
        }
        Who.Purpose = Reason;
        // What is over says nothing that the audit does not.
        var (me, yesterday) = (Who.Id!.Value, Now.AddDays(-1));
        db.RemoveRange(await db.Set<FileOpening>().Where(o => o.AccountId == me && o.Until < yesterday).ToListAsync(stop));
        db.Add(new FileOpening { PersonId = PersonId, AccountId = me, SessionId = Who.Session!.SessionId, Reason = Reason!, At = Now, Until = Now + FileOpening.Lasts });
        db.Record(ProtectionPermissions.Read, PersonTable.Name, PersonId);
        await db.SaveChangesAsync(stop);
        return Redirect($"{ListModel.Path}/{PersonId}");
    }

    private async Task<bool> Find(CancellationToken stop)
    {
        if (await db.PeopleFor(Who, ProtectionPermissions.Read, Now).Where(p => p.Id == PersonId).Select(p => p.Code).SingleOrDefaultAsync(stop) is not { } code) return false;
        Code = Person.Said(code);
        return true;
    }
}
