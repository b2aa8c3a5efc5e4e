using Amparo.Contracts;
using Amparo.Office.Roles;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Accounts;

[Requires(OfficePermissions.ViewAccounts)]
internal sealed class ListModel(Database db) : ConsolePage
{
    public const string Path = "/console/accounts";
    private const int Shortest = 2, Longest = 99;

    public override string TitleKey => "office.accounts.title";

    /// <summary>A name or a mailbox, or a part of it.</summary>
    [BindProperty] public string? Text { get; set; }

    public AccountFilter Filter { get; private set; } = null!;
    public IReadOnlyList<Account> Accounts { get; private set; } = [];
    public ILookup<Guid, Assignment> Roles { get; private set; } = null!;
    public RoleWords RoleNames { get; private set; } = null!;
    public IReadOnlyList<string> RolesThere { get; private set; } = [];
    public IReadOnlyList<string> Countries => Who.ReachFor(OfficePermissions.ViewAccounts) is { Everywhere: true } ? RegionCountries.All : Who.CountriesFor(OfficePermissions.ViewAccounts);
    public bool IsNamed => Filter.Table.IsFixed;

    /// <summary>More fit the name than are shown.</summary>
    public bool HasMoreNamed { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = new(Request);
        Accounts = await Filter.Table.Page(Filter.Of(db, db.AccountsFor(Who, OfficePermissions.ViewAccounts).AsNoTracking()), stop);
        await LoadRoles(stop);
    }

    /// <summary>By name or mailbox.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Text?.Trim() is not { Length: >= Shortest and <= Longest } said)
        {
            Wrong["Text"] = "office.find.length";
            await OnGetAsync(stop);
            return Refused();
        }
        (Text, Filter) = (said, new(Request, isNamed: true));
        var key = Account.KeyOf(said);
        var found = await Filter.Of(db, db.AccountsFor(Who, OfficePermissions.ViewAccounts).AsNoTracking().Where(a => a.EmailKey.Contains(key) || a.Name.Contains(said))).Take(AccountFilter.MostNamed + 1).ToListAsync(stop);
        (Accounts, HasMoreNamed) = ([.. found.Take(AccountFilter.MostNamed)], found.Count > AccountFilter.MostNamed);
        await LoadRoles(stop);
        return Page();
    }

    private async Task LoadRoles(CancellationToken stop)
    {
        RoleNames = await RoleWords.Of(db, W, stop);
        RolesThere = await db.Set<StoredRole>().Select(r => r.Name).ToListAsync(stop);
        var ids = Accounts.Select(a => a.Id).ToList();
        Roles = (await db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.AccountId)).OrderBy(a => a.Role).ToListAsync(stop)).ToLookup(a => a.AccountId);
    }
}
