using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

[Requires(OfficePermissions.ViewAccounts)]
internal sealed class ListModel(Database db) : ConsolePage
{
    private const int PageSize = 50;

    public override string TitleKey => "office.accounts.title";

    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery] public string? State { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<Account> Accounts { get; private set; } = [];
    public ILookup<Guid, Assignment> Roles { get; private set; } = null!;
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        var accounts = db.AccountsFor(Who, OfficePermissions.ViewAccounts).AsNoTracking();
        if (Search is { Length: > 0 and < 100 })
        {
            var (key, name) = (Account.KeyOf(Search), Search.Trim());
            accounts = accounts.Where(a => a.EmailKey.Contains(key) || a.Name.Contains(name));
        }
        accounts = State switch
        {
            "invited" => accounts.Where(a => a.FirstSignInAt == null && a.DisabledAt == null),
            "disabled" => accounts.Where(a => a.DisabledAt != null),
            "active" => accounts.Where(a => a.FirstSignInAt != null && a.DisabledAt == null),
            _ => accounts,
        };
        var found = await accounts.OrderBy(a => a.EmailKey).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(stop);
        (Accounts, HasMore) = ([.. found.Take(PageSize)], found.Count > PageSize);
        var ids = Accounts.Select(a => a.Id).ToList();
        Roles = (await db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.AccountId)).OrderBy(a => a.Role).ToListAsync(stop)).ToLookup(a => a.AccountId);
    }

    public string PageLink(int number) => $"/console/accounts?q={Uri.EscapeDataString(Search ?? "")}&state={Uri.EscapeDataString(State ?? "")}&page={number}";

    public static string StateOf(Account account) => account.DisabledAt is not null ? "disabled" : account.FirstSignInAt is null ? "invited" : "active";
}
