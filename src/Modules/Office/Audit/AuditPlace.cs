using System.Globalization;

namespace Amparo.Office.Audit;

/// <summary>A record as the edge of a page: older ones come after it, newer ones before. No page number, since rows come in while somebody reads.</summary>
internal readonly record struct AuditPlace(DateTimeOffset At, Guid Id)
{
    public static AuditPlace? Read(string? text) =>
        text?.Split('.') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var stored) && stored < 253_402_300_800_000_000 && Guid.TryParse(id, out var guid)
            ? new(Instants.FromStored(stored), guid) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Instants.ToStored(At)}.{Id:N}");

    // The bound on the time alone comes first: it is what an index can begin at.
    public IQueryable<AuditEntry> Older(IQueryable<AuditEntry> records)
    {
        var (at, id) = (At, Id);
        return records.Where(a => a.At <= at && (a.At < at || a.Id < id));
    }

    public IQueryable<AuditEntry> Newer(IQueryable<AuditEntry> records)
    {
        var (at, id) = (At, Id);
        return records.Where(a => a.At >= at && (a.At > at || a.Id > id));
    }
}
