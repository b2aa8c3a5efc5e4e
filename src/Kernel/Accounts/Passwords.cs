using Microsoft.AspNetCore.Identity;

namespace Amparo.Kernel;

/// <summary>
/// Passwords: long enough and not known to thieves; nothing is asked of their composition and nobody has to change one by
/// the calendar. Hashed by the framework, PBKDF2-SHA512.
/// </summary>
public sealed class Passwords(IPasswordHasher<Account> hasher, BreachedPasswords breached)
{
    public const int Shortest = 12;
    public const int Longest = 128;
    public const int Iterations = 210_000;

    // One hash keeps a core busy for a fifth of a second: whoever posts many at once must not take every core from the readers.
    private static readonly SemaphoreSlim AtOnce = new(Math.Max(1, Environment.ProcessorCount / 2));

    private static readonly Account Nobody = new() { Email = "", Name = "", Language = Languages.Base, InvitedAt = default };
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(Nobody, Tokens.New()));

    /// <summary>Null where the password can be used; else the key of the sentence that says why not.</summary>
    public string? Refusal(string password, Account account)
    {
        if (password.Length < Shortest) return "office.password.short";
        if (password.Length > Longest) return "office.password.long";
        if (breached.Contains(password) || password.Distinct().Count() < 4) return "office.password.known";
        var own = new[] { account.Email, account.Email.Split('@')[0], account.Name };
        return own.Any(o => o.Length > 3 && password.Replace(" ", "", StringComparison.Ordinal).Equals(o.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) ? "office.password.own" : null;
    }

    public async Task<string> Hash(Account account, string password, CancellationToken stop)
    {
        await AtOnce.WaitAsync(stop);
        try { return hasher.HashPassword(account, password); }
        finally { AtOnce.Release(); }
    }

    /// <summary>Compares, with the same work where there is nobody: the time must not tell whether an address has an account.</summary>
    public async Task<bool> Verify(Account? account, string password, CancellationToken stop)
    {
        var (nobodys, own) = (_nobodys.Value, account?.PasswordHash);
        var hash = own ?? nobodys;
        await AtOnce.WaitAsync(stop);
        try
        {
            var matches = hasher.VerifyHashedPassword(account ?? Nobody, hash, password.Length > Longest ? password[..Longest] : password) != PasswordVerificationResult.Failed;
            return matches && own is not null;
        }
        finally { AtOnce.Release(); }
    }
}
