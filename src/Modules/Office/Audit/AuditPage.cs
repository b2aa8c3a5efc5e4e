namespace Amparo.Office.Audit;

/// <summary>Fifty records, newest first, found from an edge and never by counting: the last page costs what the first one does.</summary>
internal sealed record AuditPage(IReadOnlyList<AuditRow> Rows, bool HasNewer, bool HasOlder)
{
    public const int Size = 50;

    public static AuditPage None { get; } = new([], false, false);

    public static async Task<AuditPage> Of(IQueryable<AuditEntry> records, AuditPlace? before, AuditPlace? after, CancellationToken stop)
    {
        if (before is null && after is { } edge)
        {
            var newer = await AuditRow.Of(Ascending(edge.Newer(records)).Take(Size + 1)).ToListAsync(stop);
            return new([.. newer.Take(Size).Reverse()], newer.Count > Size, true);
        }
        var older = await AuditRow.Of(Descending(before is { } from ? from.Older(records) : records).Take(Size + 1)).ToListAsync(stop);
        return new([.. older.Take(Size)], before is not null, older.Count > Size);
    }

    public static IQueryable<AuditEntry> Descending(IQueryable<AuditEntry> records) => records.OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
    private static IQueryable<AuditEntry> Ascending(IQueryable<AuditEntry> records) => records.OrderBy(a => a.At).ThenBy(a => a.Id);
}

/// <summary>A record as the page shows it.</summary>
internal sealed record AuditRow(Guid Id, DateTimeOffset At, string Act, Guid? By, Guid? Organisation, string? Purpose, string Table, Guid? Record, int Records, string Outcome, long? Sequence)
{
    public AuditPlace Place => new(At, Id);

    public static IQueryable<AuditRow> Of(IQueryable<AuditEntry> records) =>
        records.Select(a => new AuditRow(a.Id, a.At, a.Act, a.By, a.Organisation, a.Purpose, a.Table, a.Record, a.Records, a.Outcome, a.Sequence));
}
