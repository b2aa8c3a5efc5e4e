using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

[Requires(OfficePermissions.ViewAccounts)]
internal sealed class ShowModel(Database db, Amparo.Contracts.IScopeNames scopes) : AccountPage(db)
{
    public override string TitleKey => "office.account.title";

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public Roles.RoleWords Roles { get; private set; } = null!;
    public IReadOnlyList<AuditEntry> History { get; private set; } = [];
    public int Sessions { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(OfficePermissions.ViewAccounts, stop)) return NotFound();
        Roles = await Office.Roles.RoleWords.Of(Db, W, stop);
        Names = await ScopeChoices.Names(scopes, Assignments, stop);
        var (id, idleSince) = (Account.Id, Now - SessionTimes.Idle);
        Sessions = await Db.Set<Session>().CountAsync(s => s.AccountId == id && s.EndsAt > Now && s.SeenAt > idleSince, stop);
        // What was done to the account, not what its owner does: that is the auditor's to read.
        History = await Db.Set<AuditEntry>().AsNoTracking().Where(a => a.Table == "kernel_account" && a.Record == id).OrderByDescending(a => a.At).Take(50).ToListAsync(stop);
        return Page();
    }

    /// <summary>An act in words, as far as this module has them; a refused one says so.</summary>
    public string InWords(AuditEntry entry)
    {
        var key = entry.Outcome is AuditOutcomes.Done ? $"{entry.Act}.done" : $"{entry.Act}.{entry.Outcome}.done";
        return W[key] is var said && said != key ? said : $"{entry.Act} ({entry.Outcome})";
    }
}
