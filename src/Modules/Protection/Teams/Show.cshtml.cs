using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Teams;

/// <param name="State"><c>opens</c>, or why she opens nothing: <c>never_signed_in</c>, <c>key_changed</c>, <c>disabled</c>.</param>
/// <param name="Print">Of the key that she has now.</param>
/// <param name="IsVouched">One colleague said already that this is she.</param>
internal sealed record MemberRow(Guid Id, Guid AccountId, string Name, string Function, string State, string? Print, bool IsVouched, Guid? VouchedBy);

/// <summary>Who is in a team, what she does there, and whether what she holds still opens.</summary>
[Requires(ProtectionPermissions.ViewTeams)]
internal sealed class ShowTeamModel(Database db) : TeamPage(db, ProtectionPermissions.ViewTeams)
{
    public override string TitleKey => "protection.team.title";

    public IReadOnlyList<MemberRow> Members { get; private set; } = [];
    public bool IsMine => Members.Any(m => m.AccountId == Who.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        var id = TeamId;
        var members = await (from m in Db.Set<Member>() where m.TeamId == id && m.LeftAt == null join a in Db.Set<Account>() on m.AccountId equals a.Id orderby a.Name select new { m.Id, m.AccountId, a.Name, m.Function, a.DisabledAt, m.VouchedBy, m.VouchedKey }).ToListAsync(stop);
        var ids = members.Select(m => m.AccountId).ToList();
        var keys = await Db.Set<AccountKey>().AsNoTracking().Where(k => ids.Contains(k.AccountId)).ToDictionaryAsync(k => k.AccountId, k => SealedFor.PrintOf(k.PublicKey), stop);
        var shares = (await (from s in Db.Set<RingShare>() join r in Db.Set<Ring>() on s.RingId equals r.Id where r.TeamId == id select new { s.AccountId, s.KeyPrint }).ToListAsync(stop)).ToLookup(s => s.AccountId, s => s.KeyPrint);
        Members = [.. members.Select(m => new MemberRow(m.Id, m.AccountId, m.Name, m.Function,
            m.DisabledAt is not null ? "disabled" : !keys.TryGetValue(m.AccountId, out var print) ? "never_signed_in" : shares[m.AccountId].All(p => p == print) ? "opens" : "key_changed",
            keys.GetValueOrDefault(m.AccountId), m.VouchedKey is not null && m.VouchedKey == keys.GetValueOrDefault(m.AccountId), m.VouchedBy))];
        return Page();
    }
}
