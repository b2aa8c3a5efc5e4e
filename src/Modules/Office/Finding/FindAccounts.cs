using Amparo.Office.Accounts;

namespace Amparo.Office.Finding;

/// <summary>Accounts by name or address, those that this person administers.</summary>
internal sealed class FindAccounts(Database db) : IFind
{
    public async Task<IReadOnlyList<Found>> For(CurrentUser user, string text, int most, CancellationToken stop)
    {
        if (!user.Holds(OfficePermissions.ViewAccounts)) return [];
        var key = Account.KeyOf(text);
        var found = await db.AccountsFor(user, OfficePermissions.ViewAccounts).AsNoTracking().Where(a => a.EmailKey.Contains(key) || a.Name.Contains(text))
            .OrderBy(a => a.EmailKey).Take(most).Select(a => new { a.Id, a.Name, a.Email }).ToListAsync(stop);
        return [.. found.Select(a => new Found("office.menu.accounts", a.Name, a.Email, $"/console/accounts/{a.Id}"))];
    }
}
