using System.Globalization;
using Amparo.Contracts;
using Amparo.Safeguarding.Reading;

namespace Amparo.Safeguarding.Figures;

/// <summary>
/// How many, when, where, of what kind, and whether the clocks were kept; never who. Who reads sees her own, exactly. A steward sees
/// months that are over, and no small count: with each new complaint she could otherwise see that one came, and where.
/// </summary>
[Requires(SafeguardingPermissions.Figures)]
internal sealed class FiguresModel(Database db) : ConsolePage
{
    private const int Months = 12;

    public override string TitleKey => "safeguarding.figures.title";

    public bool IsExact { get; private set; }
    public IReadOnlyList<(string Title, IReadOnlyList<Cell> Cells)> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        IsExact = Who.Holds(SafeguardingPermissions.View);
        var month = new DateTimeOffset(Now.Year, Now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var (from, to) = (month.AddMonths(1 - Months), IsExact ? Now.AddSeconds(1) : month);
        var seen = IsExact ? db.ComplaintsFor(Who, SafeguardingPermissions.View) : db.ComplaintsToCount(Who);
        var all = await seen.AsNoTracking().Where(c => c.ReceivedAt >= from && c.ReceivedAt < to)
            .Select(c => new Counted(c.ReceivedAt, c.Country, c.Kind, c.ReadBy, c.ReadAt, c.AnswerBy, c.AnsweredAt, c.CloseBy, c.ClosedAt)).ToListAsync(stop);
        await db.Recorded(SafeguardingPermissions.Figures, ComplaintTable.Name, null, all.Count == 0 || !IsExact ? 0 : all.Count, AuditOutcomes.Seen, stop);

        var months = Enumerable.Range(0, Months).Select(m => from.AddMonths(m)).Where(m => m < to).ToList();
        Tables =
        [
            Table("safeguarding.figures.by_month", months.Select(m => (m.ToString("MMM yyyy", CultureInfo.GetCultureInfo(W.Language)), all.Count(c => c.ReceivedAt >= m && c.ReceivedAt < m.AddMonths(1))))),
            Table("safeguarding.figures.by_country", RegionCountries.All.Append(null).Select(code => (code is null ? W["safeguarding.no_country"] : W["public.country." + code], all.Count(c => c.Country == code)))),
            Table("safeguarding.figures.by_kind", ComplaintKinds.All.Append(null).Select(kind => (W["safeguarding.kind." + (kind ?? "none")], all.Count(c => c.Kind == kind)))),
            Table("safeguarding.clock.read", Kept(all, c => c.ReadBy, c => c.ReadAt)),
            Table("safeguarding.clock.answer", Kept(all, c => c.AnswerBy, c => c.AnsweredAt)),
            Table("safeguarding.clock.close", Kept(all, c => c.CloseBy, c => c.ClosedAt)),
        ];
    }

    private (string, IReadOnlyList<Cell>) Table(string title, IEnumerable<(string, int)> counts) => (title, IsExact ? Cells.Exact([.. counts]) : Cells.Suppressed([.. counts]));

    private IEnumerable<(string, int)> Kept(List<Counted> all, Func<Counted, DateTimeOffset> by, Func<Counted, DateTimeOffset?> done)
    {
        yield return (W["safeguarding.figures.kept"], all.Count(c => done(c) <= by(c)));
        yield return (W["safeguarding.figures.late"], all.Count(c => (done(c) ?? Now) > by(c)));
        yield return (W["safeguarding.figures.runs"], all.Count(c => done(c) is null && Now <= by(c)));
    }

    private sealed record Counted(DateTimeOffset ReceivedAt, string? Country, string? Kind, DateTimeOffset ReadBy, DateTimeOffset? ReadAt, DateTimeOffset AnswerBy, DateTimeOffset? AnsweredAt, DateTimeOffset CloseBy, DateTimeOffset? ClosedAt);
}
