using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Roles;

/// <summary>
/// A role of this installation's own, put together from acts that modules declare; an existing one where the address names it,
/// a copy where it says <c>from</c>. It gives nothing to anybody: that is another act, which nobody does to themselves.
/// </summary>
internal abstract class ComposePage(Database db, Permissions permissions) : ConsolePage
{
    /// <summary>The role that is changed; null where one is made.</summary>
    protected virtual string? Changes => null;

    [FromQuery] public string? From { get; set; }
    [BindProperty] public string? Label { get; set; }
    [BindProperty] public List<string> Acts { get; set; } = [];

    /// <summary>The state of the role that the person saw.</summary>
    [BindProperty] public string? Seen { get; set; }

    public IReadOnlyList<Permission> Choices => Composing.Choices(permissions);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Changes is { } name)
        {
            if (await Load(name, stop) is not { } role) return NotFound();
            (Label, Seen) = (role.Label, Mark(role));
        }
        var from = Changes ?? From;
        var offered = Choices.Select(c => c.Act).ToList();
        if (from is not null) Acts = (await db.Set<RolePermission>().Where(p => p.Role == from).Select(p => p.Act).ToListAsync(stop)).Intersect(offered).ToList();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        StoredRole? role = null;
        if (Changes is { } name && (role = await Load(name, stop)) is null) return NotFound();
        RuleBroken.Unless(Composing.MayBy(Who, OfficePermissions.ComposeRole), "office.compose.whole_region");
        await Check(role, stop);
        if (Wrong.Count > 0) return Refused();

        if (role is null) db.Add(role = new() { Name = Composing.NewName(), Label = Label!.Trim(), MadeBy = Who.Id, ChangedAt = Now });
        else
        {
            if (Mark(role) != Seen) throw new DbUpdateConcurrencyException();
            RuleBroken.Unless(!await Composing.IsHeldBy(db, Who, role.Name, stop), "office.compose.not_ones_own");
            (role.Label, role.ChangedAt) = (Label!.Trim(), Now);
        }
        await Composing.Hold(db, role.Name, Acts, stop);
        // Which role, in the audit; its name stands there, and whoever follows it finds what was said of it.
        Who.Purpose = role.Name;
        await db.SaveChangesAsync(stop);
        return Redirect($"/console/roles/{role.Name}?done=role_composed");
    }

    private async Task Check(StoredRole? role, CancellationToken stop)
    {
        var (said, own) = (Label?.Trim() ?? "", role?.Name);
        if (said.Length is < Composing.ShortestLabel or > Composing.LongestLabel || said.Any(char.IsControl)) Wrong["Label"] = "office.compose.wrong_label";
        else if (permissions.Roles.Any(r => FoldedText.Fold(W[r.TextKey]) == FoldedText.Fold(said)) || (await db.Set<StoredRole>().Where(r => r.Label != null && r.Name != own).Select(r => r.Label!).ToListAsync(stop)).Exists(l => FoldedText.Fold(l) == FoldedText.Fold(said)))
            Wrong["Label"] = "office.compose.taken";
        Acts = [.. Acts.Distinct()];
        var offered = Choices.Select(c => c.Act).ToHashSet();
        if (Acts.Count == 0 || !Acts.TrueForAll(offered.Contains)) Wrong["Acts"] = "office.compose.wrong_acts";
        if (role is null && await db.Set<StoredRole>().CountAsync(r => r.Label != null, stop) >= Composing.Most) Wrong[""] = "office.compose.too_many";
    }

    private async Task<StoredRole?> Load(string name, CancellationToken stop) =>
        Composing.MayBy(Who, OfficePermissions.ComposeRole) ? await db.Set<StoredRole>().SingleOrDefaultAsync(r => r.Name == name && r.Label != null && r.RetiredAt == null, stop) : null;

    private static string Mark(StoredRole role) => role.ChangedAt is { } at ? Instants.ToStored(at).ToString(CultureInfo.InvariantCulture) : "";
}

[Requires(OfficePermissions.ComposeRole)]
internal sealed class ComposeModel(Database db, Permissions permissions) : ComposePage(db, permissions)
{
    public override string TitleKey => "office.compose.title";
}

[Requires(OfficePermissions.ComposeRole)]
internal sealed class ChangeModel(Database db, Permissions permissions) : ComposePage(db, permissions)
{
    public override string TitleKey => "office.compose.change";

    [FromRoute] public string RoleName { get; set; } = "";

    protected override string? Changes => RoleName;
}
