using Amparo.Contracts;
using Microsoft.AspNetCore.Http;

namespace Amparo.Office.Accounts;

/// <summary>What a list of accounts is asked for. A name or a mailbox is not among it: those are looked for in the body of a form, and stand in no address.</summary>
internal sealed class AccountFilter
{
    public const string Active = "active", Invited = "invited", Disabled = "disabled";
    private static readonly string[] Sorts = ["email", "name", "-invited", "-first"];

    public static IReadOnlyList<string> States { get; } = [Active, Invited, Disabled];

    /// <summary>How many are shown of those that fit a name.</summary>
    public const int MostNamed = ConsoleTable.PageSize;

    public AccountFilter(HttpRequest request, bool isNamed = false)
    {
        string? Said(string name) => request.Query[name].ToString() is { Length: > 0 and <= 40 } said ? said : null;
        State = States.Contains(Said("state")) ? Said("state") : null;
        (Role, Country) = (Said("role"), RegionCountries.All.Contains(Said("country")) ? Said("country") : null);
        Table = new(request, ListModel.Path, Sorts, ("state", State), ("role", Role), ("country", Country)) { IsFixed = isNamed };
    }

    public string? State { get; }
    public string? Role { get; }
    public string? Country { get; }
    public ConsoleTable Table { get; }

    public IQueryable<Account> Of(Database db, IQueryable<Account> accounts)
    {
        accounts = State switch
        {
            Invited => accounts.Where(a => a.FirstSignInAt == null && a.DisabledAt == null),
            Disabled => accounts.Where(a => a.DisabledAt != null),
            Active => accounts.Where(a => a.FirstSignInAt != null && a.DisabledAt == null),
            _ => accounts,
        };
        if (Country is { } country) accounts = accounts.Where(a => a.Country == country);
        if (Role is { } role) accounts = accounts.Where(a => db.Set<Assignment>().Any(x => x.AccountId == a.Id && x.Role == role));
        return Table.Column switch
        {
            "name" => Table.ThenBy(Table.By(accounts, a => a.Name), a => a.EmailKey),
            "invited" => Table.ThenBy(Table.By(accounts, a => a.InvitedAt), a => a.Id),
            "first" => Table.ThenBy(Table.By(accounts, a => a.FirstSignInAt), a => a.Id),
            _ => Table.By(accounts, a => a.EmailKey),
        };
    }

    public static string StateOf(Account account) => account.DisabledAt is not null ? Disabled : account.FirstSignInAt is null ? Invited : Active;
}
