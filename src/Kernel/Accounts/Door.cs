using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Kernel;

/// <param name="Token">The word for the browser's cookie; null where the person was not let in.</param>
/// <param name="WaitUntil">Set where so many failed that nobody is tried now.</param>
/// <param name="RecoveryCodesLeft">Set where a recovery code was used: how many are left.</param>
public sealed record SignInAnswer(string? Token, DateTimeOffset? WaitUntil = null, int? RecoveryCodesLeft = null);

/// <summary>
/// Password and code are asked together and answered together: somebody who has one of them does not learn so. A wrong
/// password, a wrong code, a disabled account and no account at all are the same answer after the same work.
/// </summary>
public sealed class Door(Database db, Passwords passwords, ServerKey key, Attempts attempts, Sessions sessions, AccountKeys keys, CurrentUser user, TimeProvider clock, IServiceScopeFactory scopes, ILogger<Door> log)
{
    public const string CodePurpose = "code-secret";
    public const string Act = "office.sign_in";
    private static readonly byte[] NobodysSecret = OneTimeCodes.NewSecret();

    public async Task<SignInAnswer> Enter(string email, string password, string code, string network, string device, CancellationToken stop)
    {
        var emailKey = Account.KeyOf(email);
        if (await attempts.WaitUntil(emailKey, network, stop) is { } until) return new(null, until);

        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.EmailKey == emailKey, stop);
        var knowsPassword = await passwords.Verify(account, password, stop);
        var proof = await ProofOf(account, code, stop);
        if (account is null || !knowsPassword || proof is null || account.DisabledAt is not null) return await Failed(emailKey, account?.Id, network, stop);

        user.Id = account.Id;
        var token = sessions.Begin(account, "password", device, await Key(account, password, stop));
        return await Save(account, proof, emailKey, network, token, stop);
    }

    /// <summary>Proves anew who a session is. Counts as a try like any other.</summary>
    public async Task<SignInAnswer> Prove(Guid sessionId, Guid accountId, string password, string code, string network, CancellationToken stop)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId, stop);
        if (await attempts.WaitUntil(account.EmailKey, network, stop) is { } until) return new(null, until);
        var knowsPassword = await passwords.Verify(account, password, stop);
        var proof = await ProofOf(account, code, stop);
        if (!knowsPassword || proof is null) return await Failed(account.EmailKey, account.Id, network, stop);
        (await db.Set<Session>().SingleAsync(s => s.Id == sessionId && s.AccountId == accountId, stop)).FreshAt = clock.GetUtcNow();
        return await Save(account, proof, account.EmailKey, network, "", stop);
    }

    /// <summary>
    /// Whether this word from paper is the account's, counted as a try like any other; it is used up, and the account's key is
    /// given with it where the word opens it. Saved by the caller.
    /// </summary>
    public async Task<(bool IsRight, byte[]? PrivateKey)> UsePaper(Account account, string word, string network, CancellationToken stop)
    {
        if (await attempts.WaitUntil(account.EmailKey, network, stop) is not null) return (false, null);
        var hash = Tokens.Hash(Tokens.FromPaper(word));
        if (await db.Set<RecoveryCode>().SingleOrDefaultAsync(c => c.AccountId == account.Id && c.Hash == hash, stop) is not { } code)
        {
            await Failed(account.EmailKey, account.Id, network, stop);
            return (false, null);
        }
        var open = await keys.Open(account.Id, KeyWays.Recovery, code.Id, Tokens.FromPaper(word), stop);
        db.Remove(code);
        db.RemoveRange(await db.Set<KeyWrap>().Where(w => w.AccountId == account.Id && w.Way == KeyWays.Recovery && w.WayId == code.Id).ToListAsync(stop));
        return (true, open);
    }

    /// <summary>Lets in whoever a passkey proved to be; null where the account is disabled.</summary>
    /// <param name="secret">What the passkey's own secret gave, where browser and key can (PRF).</param>
    public async Task<string?> Enter(Account account, Passkey passkey, string? secret, string device, CancellationToken stop)
    {
        if (account.DisabledAt is not null) return null;
        user.Id = account.Id;
        var key = secret is { Length: > 20 and < 100 } ? await keys.Open(account.Id, KeyWays.Passkey, passkey.Id, secret, stop) : null;
        var token = sessions.Begin(account, "passkey", device, key);
        await db.SaveChangesAsync(stop);
        return token;
    }

    // The first sign-in of an account that has none yet makes its pair.
    private async Task<byte[]> Key(Account account, string password, CancellationToken stop)
    {
        if (await keys.Open(account.Id, KeyWays.Password, Guid.Empty, password, stop) is { } open) return open;
        if (await db.Set<AccountKey>().AnyAsync(k => k.AccountId == account.Id, stop)) throw new InvalidOperationException("The account's key is not wrapped under the password that opened the door.");
        var made = keys.Make(account.Id);
        await keys.Wrap(account.Id, made, KeyWays.Password, Guid.Empty, password, stop);
        return made;
    }

    private async Task<SignInAnswer> Save(Account account, Proof proof, string emailKey, string network, string token, CancellationToken stop)
    {
        int? left = null;
        if (proof.Step is { } step) account.UseCode(step);
        else
        {
            db.Remove(proof.Recovery!);
            db.RemoveRange(await db.Set<KeyWrap>().Where(w => w.AccountId == account.Id && w.Way == KeyWays.Recovery && w.WayId == proof.Recovery!.Id).ToListAsync(stop));
            left = await db.Set<RecoveryCode>().CountAsync(c => c.AccountId == account.Id, stop) - 1;
        }
        await attempts.Succeeded(emailKey, network, stop);
        try
        {
            await db.SaveChangesAsync(stop);
            return new(token, RecoveryCodesLeft: left);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same code came twice at once and the other was first.
            return new(null);
        }
    }

    private async Task<Proof?> ProofOf(Account? account, string code, CancellationToken stop)
    {
        var secret = Secret(account);
        var step = OneTimeCodes.Match(secret, code, clock.GetUtcNow(), account?.CodeStep ?? 0);
        var (id, hash) = (account?.Id ?? Guid.Empty, Tokens.Hash(Tokens.FromPaper(code)));
        var recovery = await db.Set<RecoveryCode>().SingleOrDefaultAsync(c => c.AccountId == id && c.Hash == hash, stop);
        return account is null ? null : step is not null ? new(step, null) : recovery is not null ? new(null, recovery) : null;
    }

    /// <summary>Writes down that a passkey's answer was not right. Whose it was is not known.</summary>
    public async Task Refuse(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var failing = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        failing.Id = user.Id;
        await scope.ServiceProvider.GetRequiredService<Database>().Recorded(Act, "kernel_passkey", null, 1, AuditOutcomes.Failed, stop);
    }

    // After a restore without its key file nobody's secret opens: that must look like a wrong code, not like an account.
    private byte[] Secret(Account? account)
    {
        if (account?.CodeSecret is not { } box) return NobodysSecret;
        try
        {
            return key.Unseal(CodePurpose, account.Id.ToString(), box);
        }
        catch (CryptographicException)
        {
            log.LogError("The secret of an account's codes cannot be opened: keys/console is not the file that it was sealed with. Bring back its copy.");
            return NobodysSecret;
        }
    }

    // In a scope of its own: what this request has loaded and changed is not saved with the failure.
    private async Task<SignInAnswer> Failed(string emailKey, Guid? account, string network, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = Act;
        await scope.ServiceProvider.GetRequiredService<Attempts>().Failed(emailKey, network, stop);
        await scope.ServiceProvider.GetRequiredService<Database>().Recorded(Act, "kernel_account", account, 1, AuditOutcomes.Failed, stop);
        return new(null);
    }

    private sealed record Proof(long? Step, RecoveryCode? Recovery);
}
