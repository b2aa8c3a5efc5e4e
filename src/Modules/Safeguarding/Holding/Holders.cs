using Amparo.Contracts;

namespace Amparo.Safeguarding.Holding;

/// <summary>Somebody with the role, and how far she is on the way to reading.</summary>
/// <param name="Reach">Where she may read.</param>
/// <param name="Ties">Organisations and hubs to which her account belongs: what is said of them is not for her.</param>
/// <param name="PublicKey">Null until she signed in for the first time.</param>
/// <param name="Record">Null until the platform noticed that she was named.</param>
internal sealed record Named(Account Account, Reach Reach, IReadOnlySet<Guid> Ties, byte[]? PublicKey, Holder? Record)
{
    /// <summary>Confirmed, for the key that she has now, and her account is open.</summary>
    public bool IsActive => Account.DisabledAt is null && PublicKey is not null && Record is { ConfirmedAt: not null } record && record.KeyPrint == SealedFor.PrintOf(PublicKey);

    /// <summary>Whether a complaint that came then, and says this, may be sealed for her.</summary>
    public bool May(Told told, string? country, DateTimeOffset receivedAt)
    {
        if (!IsActive || !(Reach.Everywhere || (country is not null && Reach.Countries.Contains(country)))) return false;
        if (Ties.Overlaps(told.Organisations) || (told.Place is { } place && Ties.Contains(place))) return false;
        // Of whom it is nobody may know yet: only somebody of a known other organisation, or who came later, is surely another.
        return !told.IsAboutReader || Record!.ConfirmedAt > receivedAt || (told.Organisations.Count > 0 && Ties.Count > 0);
    }
}

/// <summary>Who reads complaints: asked anew each time, so that a role that was taken away is gone at once.</summary>
internal sealed class Holders(Database db, IEnumerable<IScopeNames> names)
{
    public async Task<IReadOnlyList<Named>> All(CancellationToken stop)
    {
        var roles = await db.Set<RolePermission>().Where(p => p.Act == SafeguardingPermissions.Read).Select(p => p.Role).ToListAsync(stop);
        var given = await db.Set<Assignment>().AsNoTracking().Where(a => roles.Contains(a.Role)).ToListAsync(stop);
        var ids = given.Select(a => a.AccountId).Distinct().ToList();
        var all = (await db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.AccountId)).ToListAsync(stop)).ToLookup(a => a.AccountId);
        var keys = await db.Set<AccountKey>().AsNoTracking().Where(k => ids.Contains(k.AccountId)).ToDictionaryAsync(k => k.AccountId, k => k.PublicKey, stop);
        var records = await db.Set<Holder>().Where(h => ids.Contains(h.AccountId)).ToDictionaryAsync(h => h.AccountId, stop);
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Name).ToListAsync(stop);
        return [.. accounts.Select(a => new Named(a, Reach.Of(all[a.Id].Where(r => roles.Contains(r.Role)).Select(r => r.Scope)), TiesOf(a, all[a.Id]), keys.GetValueOrDefault(a.Id), records.GetValueOrDefault(a.Id)))];
    }

    public async Task<IReadOnlyList<Named>> Active(CancellationToken stop) => [.. (await All(stop)).Where(h => h.IsActive)];

    /// <summary>Of the organisations to which somebody who reads belongs, those that the words name: they are not told of what is said of them.</summary>
    public async Task<IReadOnlyList<Guid>> NamedIn(string words, IReadOnlyList<Named> readers, CancellationToken stop)
    {
        var ties = readers.SelectMany(r => r.Ties).ToHashSet();
        if (ties.Count == 0) return [];
        var text = $" {FoldedText.Fold(words)} ";
        var named = new List<Guid>();
        foreach (var source in names)
            foreach (var scope in (await source.Organisations(stop)).Concat(await source.Hubs(stop)).Where(s => ties.Contains(s.Id)))
                if (FoldedText.Fold(scope.Name) is { Length: > 2 } name && text.Contains($" {name} ", StringComparison.Ordinal)) named.Add(scope.Id);
        return named;
    }

    private static HashSet<Guid> TiesOf(Account account, IEnumerable<Assignment> given)
    {
        var ties = given.Where(a => a.ScopeKind is Scope.OrganisationKind or Scope.HubKind).Select(a => Guid.TryParse(a.ScopeValue, out var id) ? id : Guid.Empty).ToHashSet();
        if (account.Organisation is { } organisation) ties.Add(organisation);
        ties.Remove(Guid.Empty);
        return ties;
    }
}
