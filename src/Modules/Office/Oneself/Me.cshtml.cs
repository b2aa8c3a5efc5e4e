namespace Amparo.Office.Oneself;

[Requires(OfficePermissions.Oneself)]
internal sealed class MeModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.me.title";

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];
    public IReadOnlyList<Assignment> Roles { get; private set; } = [];
    public Office.Roles.RoleWords Names { get; private set; } = null!;
    public int CodesLeft { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (id, idleSince) = (Who.Id!.Value, Now - SessionTimes.Idle);
        Account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == id, stop);
        Sessions = await db.Set<Session>().AsNoTracking().Where(s => s.AccountId == id && s.EndsAt > Now && (s.SeenAt > idleSince || s.PinHash != null)).OrderByDescending(s => s.SeenAt).ToListAsync(stop);
        Passkeys = await db.Set<Passkey>().AsNoTracking().Where(p => p.AccountId == id).OrderBy(p => p.CreatedAt).ToListAsync(stop);
        Roles = await db.Set<Assignment>().AsNoTracking().Where(a => a.AccountId == id).OrderBy(a => a.Role).ToListAsync(stop);
        Names = await Office.Roles.RoleWords.Of(db, W, stop);
        CodesLeft = await db.Set<RecoveryCode>().CountAsync(c => c.AccountId == id, stop);
    }
}
