using Amparo.Safeguarding.Holding;

namespace Amparo.Safeguarding.Reading;

/// <summary>What was told and sealed for this person, by its clocks. A list shows since when and where, and never a word of it.</summary>
[Requires(SafeguardingPermissions.View)]
internal sealed class QueueModel(Database db, Holders holders) : ConsolePage
{
    public const string Path = TellHolders.QueuePath;
    private const int Most = 200;

    public override string TitleKey => "safeguarding.queue.title";

    public IReadOnlyList<Complaint> Open { get; private set; } = [];
    public IReadOnlyList<Complaint> Closed { get; private set; } = [];
    public bool IsConfirmed { get; private set; }

    /// <summary>Those under whose code the person wrote last: she waits.</summary>
    public IReadOnlySet<Guid> WroteBack { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var mine = db.ComplaintsFor(Who, SafeguardingPermissions.View).AsNoTracking();
        var own = Who.CountriesFor(SafeguardingPermissions.View);
        var open = await mine.Where(c => c.ClosedAt == null).OrderBy(c => c.DueAt).Take(Most).ToListAsync(stop);
        var ids = open.Where(c => c.Back > 0).Select(c => c.Id).ToList();
        WroteBack = (await db.Set<Message>().Where(m => ids.Contains(m.ComplaintId)).Select(m => new { m.ComplaintId, m.Number, m.IsFromPerson }).ToListAsync(stop))
            .GroupBy(m => m.ComplaintId).Where(g => g.MaxBy(m => m.Number)!.IsFromPerson).Select(g => g.Key).ToHashSet();
        // Late before all, and who wrote again; then what is of one's own country; then by the clock.
        Open = [.. open.OrderBy(c => c.DueAt >= Now).ThenBy(c => !WroteBack.Contains(c.Id)).ThenBy(c => c.Country is null || !own.Contains(c.Country)).ThenBy(c => c.DueAt)];
        Closed = await mine.Where(c => c.ClosedAt != null).OrderByDescending(c => c.ClosedAt).Take(20).ToListAsync(stop);
        IsConfirmed = (await holders.Active(stop)).Any(h => h.Account.Id == Who.Id);
    }

    /// <summary>Which clock runs: <c>read</c>, <c>answer</c>, <c>close</c>.</summary>
    public static string Clock(Complaint complaint) => complaint.ReadAt is null ? "read" : complaint.AnsweredAt is null ? "answer" : "close";
}
