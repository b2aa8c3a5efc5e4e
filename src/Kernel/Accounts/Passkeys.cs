using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Amparo.Kernel;

/// <param name="Options">What the browser is asked, as WebAuthn's own JSON.</param>
/// <param name="State">What comes back with the answer: the question, sealed, so that an answer to another one is refused.</param>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>Asks browsers for passkeys and judges the answers, through the framework's own handler. A question can be answered once, within five minutes.</summary>
public sealed class Passkeys(IPasskeyHandler<Account> handler, Database db, IDataProtectionProvider protection, AnsweredQuestions answered, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public async Task<PasskeyQuestion> AskToMake(Account account, HttpContext context)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email, DisplayName = account.Name }, context);
        return new(asked.CreationOptionsJson, Keep("make|" + account.Id, asked.AttestationState));
    }

    /// <summary>The passkey that the browser made for this account, added and to be saved by the caller; null where the answer is not right.</summary>
    public async Task<Passkey?> Made(Account account, string? credential, string? state, HttpContext context)
    {
        if (Question("make|" + account.Id, state) is not { } question || credential is not { Length: > 0 and < 20_000 }) return null;
        var result = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = question });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString()) return null;
        var info = result.Passkey;
        var passkey = new Passkey
        {
            AccountId = account.Id, CredentialId = info.CredentialId, PublicKey = info.PublicKey, Name = DeviceName.Of(context.Request), CreatedAt = clock.GetUtcNow(), SignCount = info.SignCount,
            Transports = string.Join(' ', info.Transports ?? []), IsUserVerified = info.IsUserVerified, IsBackupEligible = info.IsBackupEligible, IsBackedUp = info.IsBackedUp,
            AttestationObject = info.AttestationObject, ClientDataJson = info.ClientDataJson,
        };
        db.Add(passkey);
        return passkey;
    }

    /// <summary>Asks for any passkey of this site: nobody has to say who they are first, so nobody learns who has an account.</summary>
    public async Task<PasskeyQuestion> AskWho(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        return new(asked.RequestOptionsJson, Keep("who", asked.AssertionState));
    }

    /// <summary>Who answered, with which passkey, its counter moved on and to be saved by the caller; null where the answer is not right.</summary>
    public async Task<(Account Account, Passkey Passkey)?> Who(string? credential, string? state, HttpContext context)
    {
        if (Question("who", state) is not { } question || credential is not { Length: > 0 and < 20_000 }) return null;
        var result = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = question });
        if (!result.Succeeded) return null;
        var (id, credentialId) = (result.User.Id, result.Passkey.CredentialId);
        var passkey = await db.Set<Passkey>().SingleOrDefaultAsync(p => p.AccountId == id && p.CredentialId == credentialId, context.RequestAborted);
        if (passkey is null) return null;
        (passkey.SignCount, passkey.IsBackedUp, passkey.UsedAt) = (result.Passkey.SignCount, result.Passkey.IsBackedUp, clock.GetUtcNow());
        return (await db.Set<Account>().SingleAsync(a => a.Id == id, context.RequestAborted), passkey);
    }

    private string Keep(string purpose, string? state) =>
        protection.CreateProtector("passkey", purpose).Protect(clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + "|" + state);

    private string? Question(string purpose, string? kept)
    {
        if (kept is not { Length: > 0 and < 8000 }) return null;
        try
        {
            var pieces = protection.CreateProtector("passkey", purpose).Unprotect(kept).Split('|', 2);
            var asked = DateTimeOffset.FromUnixTimeSeconds(long.Parse(pieces[0], CultureInfo.InvariantCulture));
            return clock.GetUtcNow() - asked <= Lasts && answered.IsFirst(kept, asked + Lasts, clock.GetUtcNow()) ? pieces[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Questions that were answered in this process, until they would be too old anyway.</summary>
public sealed class AnsweredQuestions
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = [];

    public bool IsFirst(string question, DateTimeOffset until, DateTimeOffset now)
    {
        foreach (var (old, end) in _until) if (end < now) _until.TryRemove(old, out _);
        return _until.TryAdd(Convert.ToHexString(Tokens.Hash(question)), until);
    }
}
