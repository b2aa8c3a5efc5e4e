using Amparo.Contracts;

namespace Amparo.Office.Audit;

/// <summary>Acts, tables, people and organisations of the audit as a person reads them.</summary>
internal sealed class AuditWords(Database db, Permissions permissions, IScopeNames scopes)
{
    // From word to word through the index, so that a million rows cost what a hundred do.
    private const string Acts = """
        WITH RECURSIVE word(value) AS (SELECT MIN(act) FROM kernel_audit
          UNION ALL SELECT (SELECT MIN(act) FROM kernel_audit WHERE act > word.value) FROM word WHERE word.value IS NOT NULL)
        SELECT value AS "Value" FROM word WHERE value IS NOT NULL
        """;
    private const string Tables = """
        WITH RECURSIVE word(value) AS (SELECT MIN(table_name) FROM kernel_audit
          UNION ALL SELECT (SELECT MIN(table_name) FROM kernel_audit WHERE table_name > word.value) FROM word WHERE word.value IS NOT NULL)
        SELECT value AS "Value" FROM word WHERE value IS NOT NULL
        """;

    private Dictionary<Guid, string> _people = [], _organisations = [];

    public IReadOnlyList<string> ActsThere { get; private set; } = [];
    public IReadOnlyList<string> TablesThere { get; private set; } = [];

    /// <summary>Learns the names that these rows need, and the words that a filter can offer.</summary>
    public async Task Learn(IReadOnlyList<AuditRow> rows, Guid? by, CancellationToken stop)
    {
        var people = rows.Select(r => r.By).Append(by).OfType<Guid>().Distinct().ToList();
        _people = await db.Set<Account>().AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        if (rows.Any(r => r.Organisation is not null)) _organisations = (await scopes.Organisations(stop)).ToDictionary(o => o.Id, o => o.Name);
        ActsThere = await db.Database.SqlQueryRaw<string>(Acts).ToListAsync(stop);
        TablesThere = await db.Database.SqlQueryRaw<string>(Tables).ToListAsync(stop);
    }

    public string Act(Words w, string act) => permissions.Find(act) is { } permission ? w[permission.TextKey] : act;

    public static string Table(Words w, string table) => w.Of("office.audit.table.", table) is var said && said.StartsWith("office.audit.table.", StringComparison.Ordinal) ? table : said;

    public string Who(Words w, Guid? by) => by is not { } id ? w["office.audit.nobody"] : _people.TryGetValue(id, out var name) ? name : Short(id);

    public string Organisation(Guid? organisation) => organisation is not { } id ? "" : _organisations.TryGetValue(id, out var name) ? name : Short(id);

    /// <summary>The end of an identifier: its beginning is the time, and the same for everything of one minute.</summary>
    public static string Short(Guid id) => "…" + id.ToString()[^8..];
}
