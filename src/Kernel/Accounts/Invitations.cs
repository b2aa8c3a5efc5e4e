namespace Amparo.Kernel;

/// <summary>
/// How an account begins: somebody who may names an address and gets a link that works once. Password, codes and passkeys
/// are chosen by the person alone; nobody else can ever set them.
/// </summary>
public sealed class Invitations(Database db, TimeProvider clock)
{
    /// <summary>Makes the account and its link, to be saved by the caller.</summary>
    /// <exception cref="RuleBroken">The address has an account.</exception>
    public async Task<(Account Account, string Token)> Invite(string email, string name, string language, string? country, Guid? organisation, CancellationToken stop)
    {
        var key = Account.KeyOf(email);
        RuleBroken.Unless(!await db.Set<Account>().AnyAsync(a => a.EmailKey == key, stop), "office.accounts.address_is_taken");
        var account = new Account { Email = email, Name = name.Trim(), Language = language, Country = country, Organisation = organisation, InvitedAt = clock.GetUtcNow() };
        db.Add(account);
        return (account, Renew(account.Id));
    }

    /// <summary>A new link for somebody who never used the first; the old ones end. Saved by the caller.</summary>
    public async Task<string> Again(Account account, CancellationToken stop)
    {
        RuleBroken.Unless(account is { FirstSignInAt: null, DisabledAt: null }, "office.accounts.has_signed_in");
        db.RemoveRange(await db.Set<Invitation>().Where(i => i.AccountId == account.Id && i.UsedAt == null).ToListAsync(stop));
        return Renew(account.Id);
    }

    /// <summary>
    /// For somebody who has lost every way in: password, codes, passkeys and key go, and a link leads to new ones. What was
    /// sealed to the old key is lost, so that whoever else gets hold of the link gets the roles at most. Saved by the caller.
    /// </summary>
    public async Task<string> StartOver(Account account, CancellationToken stop)
    {
        account.StartOver();
        db.RemoveRange(await db.Set<Session>().Where(s => s.AccountId == account.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<Passkey>().Where(p => p.AccountId == account.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<KeyWrap>().Where(w => w.AccountId == account.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<AccountKey>().Where(k => k.AccountId == account.Id).ToListAsync(stop));
        db.RemoveRange(await db.Set<Invitation>().Where(i => i.AccountId == account.Id && i.UsedAt == null).ToListAsync(stop));
        return Renew(account.Id);
    }

    /// <summary>A link to a new password, saved by the caller; null where one is open already.</summary>
    public async Task<string?> Renewal(Account account, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Invitation>().AnyAsync(i => i.AccountId == account.Id && i.IsRenewal && i.UsedAt == null && i.ExpiresAt > now, stop) ? null : Renew(account.Id, isRenewal: true);
    }

    /// <summary>The invitation behind a link and its account, or null where the link is unknown, used, over, or its account disabled.</summary>
    public async Task<(Invitation Invitation, Account Account)?> Open(string token, CancellationToken stop, bool isRenewal = false)
    {
        var hash = Tokens.Hash(token);
        var found = await (from i in db.Set<Invitation>() where i.TokenHash == hash && i.IsRenewal == isRenewal join a in db.Set<Account>() on i.AccountId equals a.Id select new { i, a }).SingleOrDefaultAsync(stop);
        return found is null || !found.i.IsOpen(clock.GetUtcNow()) || found.a.DisabledAt is not null ? null : (found.i, found.a);
    }

    private string Renew(Guid accountId, bool isRenewal = false)
    {
        var token = Tokens.New();
        db.Add(new Invitation { AccountId = accountId, TokenHash = Tokens.Hash(token), ExpiresAt = clock.GetUtcNow() + (isRenewal ? Invitation.RenewalLasts : Invitation.Lasts), IsRenewal = isRenewal });
        return token;
    }
}

/// <summary>Ten words on paper.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>New words in place of the old, each able to open the account's key, to be saved by the caller and shown once.</summary>
    /// <param name="privateKey">The account's open key; null only where the account has none.</param>
    public static async Task<IReadOnlyList<string>> Renew(Database db, AccountKeys keys, Guid accountId, byte[]? privateKey, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.AccountId == accountId).ToListAsync(stop));
        db.RemoveRange(await db.Set<KeyWrap>().Where(w => w.AccountId == accountId && w.Way == KeyWays.Recovery).ToListAsync(stop));
        var words = new List<string>();
        for (var i = 0; i < Count; i++)
        {
            var word = Tokens.NewForPaper();
            var code = new RecoveryCode { AccountId = accountId, Hash = Tokens.Hash(word) };
            db.Add(code);
            if (privateKey is not null) await keys.Wrap(accountId, privateKey, KeyWays.Recovery, code.Id, word, stop);
            words.Add(word);
        }
        return words;
    }
}
