using Amparo.Office.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Audit;

[Requires(OfficePermissions.Audit)]
internal sealed class ListModel(Database db, AuditSealer sealer, AuditWords words, AuditCheck check) : ConsolePage
{
    private const int MostPeople = 20;

    public override string TitleKey => "office.audit.title";

    // Whoever compares two records, or a record and a file, reads one clock.
    protected override string? ClockOf => null;

    /// <summary>A name or a mailbox: it travels in the body and stands in no address.</summary>
    [BindProperty(Name = "who")] public string? Name { get; set; }
    [FromQuery(Name = "record")] public string? RecordTyped { get; set; }
    [FromQuery] public string? Before { get; set; }
    [FromQuery] public string? After { get; set; }

    public AuditFilter Filter { get; private set; } = new();
    public AuditPage Found { get; private set; } = AuditPage.None;
    public AuditWords Said => words;

    /// <summary>Several people whose name or mail fits: the reader says which.</summary>
    public IReadOnlyList<Account> People { get; private set; } = [];

    /// <summary>Of the whole region only; null for a reader of a part.</summary>
    public ChainState? Chain { get; private set; }
    public CheckState? LastCheck => check.State;

    public Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Filter = AuditFilter.Read(Request.Query, Wrong);
        return Shown(stop);
    }

    /// <summary>Whose records: one person is led to at once, of several the reader says which.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Filter = AuditFilter.Read(Request.Query, Wrong);
        if (string.IsNullOrWhiteSpace(Name)) return Redirect(Link(Filter));
        if (await FindPerson(Name.Trim(), stop) is { } only) return Redirect(Link(Filter with { By = only, ByNobody = false }));
        return await Shown(stop);
    }

    private async Task<IActionResult> Shown(CancellationToken stop)
    {
        if (Wrong.Count == 0 && People.Count == 0)
            Found = await AuditPage.Of(Filter.Of(db.AuditFor(Who, OfficePermissions.Audit)), AuditPlace.Read(Before), AuditPlace.Read(After), stop);
        await words.Learn(Found.Rows, Filter.By, stop);
        if (Who.ReachFor(OfficePermissions.Audit).Everywhere) Chain = await ChainState.Of(db, sealer, stop);
        // Who watches is watched: it is in the database before a byte leaves.
        await db.Recorded(OfficePermissions.Audit, "kernel_audit", null, Found.Rows.Count, AuditOutcomes.Seen, stop);
        return Wrong.Count == 0 ? Page() : Refused();
    }

    public static string Link(AuditFilter filter) => "/console/audit" + filter.Query();

    public string PageLink(string to, AuditPlace edge) => "/console/audit" + Filter.Query((to, edge.ToString()));

    private async Task<Guid?> FindPerson(string name, CancellationToken stop)
    {
        var key = Account.KeyOf(name);
        var people = await db.AccountsFor(Who, OfficePermissions.Audit).AsNoTracking().Where(a => a.EmailKey == key || a.Name.Contains(name)).OrderBy(a => a.Name).Take(MostPeople).ToListAsync(stop);
        if (people is [var only]) return only.Id;
        if (people.Count == 0) Wrong["who"] = "office.audit.wrong.who";
        else People = people;
        return null;
    }
}

/// <summary>How far the chain and its newest signed note go.</summary>
internal sealed record ChainState(AuditCheckpoint? Newest, long Sealed, long Waiting)
{
    public static async Task<ChainState> Of(Database db, AuditSealer sealer, CancellationToken stop) => new(
        await sealer.Newest(stop),
        await db.Set<AuditEntry>().MaxAsync(a => a.Sequence, stop) ?? 0,
        await db.Set<AuditEntry>().CountAsync(a => a.Sequence == null, stop));
}
