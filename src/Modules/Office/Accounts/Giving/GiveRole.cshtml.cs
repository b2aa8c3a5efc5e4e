using Amparo.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts.Giving;

/// <summary>A role in a scope. Nobody gives what reaches further than they themselves do, and nobody gives anything to themselves.</summary>
[Requires(OfficePermissions.GiveRole)]
internal sealed class GiveRoleModel(Database db, IScopeNames names) : AccountPage(db)
{
    public override string TitleKey => "office.give_role.title";

    [BindProperty] public string? Role { get; set; }
    [BindProperty(Name = "Scope")] public string? ScopeText { get; set; }

    public Office.Roles.RoleWords Names { get; private set; } = null!;
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public IReadOnlyList<(Scope Scope, string Words)> Scopes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadChoices(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadChoices(stop)) return NotFound();
        if (Role is null || !Roles.Contains(Role)) Wrong["Role"] = "office.give_role.wrong_role";
        var scope = Scopes.Where(s => Text(s.Scope) == ScopeText).Select(s => (Scope?)s.Scope).SingleOrDefault();
        if (scope is null) Wrong["Scope"] = "office.give_role.wrong_scope";
        if (Wrong.Count > 0) return Refused();

        MustBeWithin(OfficePermissions.GiveRole);
        RuleBroken.Unless(!Assignments.Any(a => a.Role == Role && a.Scope == scope), "office.give_role.has_it");
        Db.Add(new Assignment { AccountId = AccountId, Role = Role!, ScopeKind = scope!.Value.Kind, ScopeValue = scope.Value.Value, GivenAt = Now, GivenBy = Who.Id });
        Db.Record(OfficePermissions.GiveRole, "kernel_account", AccountId, outcome: AuditOutcomes.Done);
        await Db.SaveChangesAsync(stop);
        return Redirect($"/console/accounts/{AccountId}?done=role_given");
    }

    public static string Text(Scope scope) => $"{scope.Kind}:{scope.Value}";

    private async Task<bool> LoadChoices(CancellationToken stop)
    {
        if (!await Load(OfficePermissions.GiveRole, stop)) return false;
        Names = await Office.Roles.RoleWords.Of(Db, W, stop);
        Roles = await Db.Set<StoredRole>().Where(r => r.RetiredAt == null).Select(r => r.Name).ToListAsync(stop);
        Scopes = await ScopeChoices.For(Who.ReachFor(OfficePermissions.GiveRole), W, names, stop);
        return true;
    }
}
