using Amparo.Contracts;
using Amparo.Office.Accounts;

namespace Amparo.Office.Roles;

[Requires(OfficePermissions.ViewRoles)]
internal sealed class AssignmentsModel(Database db, IScopeNames scopes) : ConsolePage
{
    public override string TitleKey => "office.assignments.title";

    public AssignmentFilter Filter { get; private set; } = null!;
    public IReadOnlyList<AssignmentLine> Lines { get; private set; } = [];
    public RoleWords Names { get; private set; } = null!;
    public IReadOnlyList<string> RolesThere { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Scopes { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = new(Request);
        Names = await RoleWords.Of(db, W, stop);
        RolesThere = await db.Set<StoredRole>().Select(r => r.Name).ToListAsync(stop);
        Lines = await Filter.Table.Page(Filter.Of(db, Who), stop);
        Scopes = await ScopeChoices.Names(scopes, [.. Lines.Select(l => l.ScopeKind)], stop);
    }
}
