using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Amparo.Kernel;

/// <summary>Begins, finds and ends sessions.</summary>
public sealed class Sessions(Database db, TimeProvider clock)
{
    /// <summary>Begins a session, to be saved by the caller together with what led to it.</summary>
    /// <param name="privateKey">The account's open key, which is then sealed for this session and zeroed; null where it could not be opened.</param>
    /// <returns>The word for the browser; it is nowhere else.</returns>
    public string Begin(Account account, string means, string device, byte[]? privateKey)
    {
        var now = clock.GetUtcNow();
        var token = Tokens.New();
        account.SignedIn(now);
        db.Add(new Session
        {
            AccountId = account.Id, TokenHash = Tokens.Hash(token), StartedAt = now, SeenAt = now, FreshAt = now, EndsAt = now + SessionTimes.Whole, Means = means, Device = device,
            SealedKey = privateKey is null ? null : AccountKeys.ForSession(account.Id, token, privateKey),
        });
        CryptographicOperations.ZeroMemory(privateKey);
        return token;
    }

    /// <summary>Who this session is, what they may do and where: one indexed query, asked anew for every request, so that a role that was taken away is gone.</summary>
    public async Task<FoundSession?> Find(string token, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (hash, idleSince) = (Tokens.Hash(token), now - SessionTimes.Idle);
        var found = await ByToken(db)(db, hash, now, idleSince, stop);
        if (found is null) return null;
        var idle = now - found.SeenAt;
        return new(
            new(found.AccountId, found.Id, found.Name, found.Language, found.FreshAt, [.. found.Roles.SelectMany(r => r.Grants)], found.Organisation, found.HasPin),
            MustNote: idle >= (found.HasPin ? SharedPost.Note : SessionTimes.Note),
            IsCovered: found.CoveredAt is not null || (found.HasPin && idle >= SharedPost.ServerCovers));
    }

    // Every request of the console asks this: what the question is made of is worked out once.
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Microsoft.EntityFrameworkCore.Metadata.IModel, Func<Database, byte[], DateTimeOffset, DateTimeOffset, CancellationToken, Task<StoredSession?>>> Compiled = [];

    private static Func<Database, byte[], DateTimeOffset, DateTimeOffset, CancellationToken, Task<StoredSession?>> ByToken(Database of) => Compiled.GetValue(of.Model, _ => EF.CompileAsyncQuery((Database db, byte[] hash, DateTimeOffset now, DateTimeOffset idleSince, CancellationToken stop) => (
        from session in db.Set<Session>().AsNoTracking()
        where session.TokenHash == hash && session.EndsAt > now && (session.SeenAt > idleSince || session.PinHash != null)
        join account in db.Set<Account>() on session.AccountId equals account.Id
        where account.DisabledAt == null
        select new StoredSession(
            session.Id, session.AccountId, session.SeenAt, session.FreshAt, session.CoveredAt, session.PinHash != null, account.Name, account.Language, account.Organisation,
            (from assignment in db.Set<Assignment>()
             where assignment.AccountId == account.Id
             select new HeldRole(
                 assignment.ScopeKind, assignment.ScopeValue,
                 db.Set<RolePermission>().Where(p => p.Role == assignment.Role).GroupBy(p => p.Role).Select(g => string.Join(" ", g.Select(p => p.Act))).FirstOrDefault())).ToList())).SingleOrDefault()));

    private sealed record StoredSession(Guid Id, Guid AccountId, DateTimeOffset SeenAt, DateTimeOffset FreshAt, DateTimeOffset? CoveredAt, bool HasPin, string Name, string Language, Guid? Organisation, List<HeldRole> Roles);

    /// <summary>A role in a scope with its acts in one line: a row for each act would cost more than the rest of a page.</summary>
    private sealed record HeldRole(string ScopeKind, string ScopeValue, string? Acts)
    {
        public IEnumerable<Grant> Grants => (Acts ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(act => new Grant(act, new(ScopeKind, ScopeValue)));
    }

    /// <summary>Writes down that the session lives.</summary>
    public Task Seen(Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return db.Acting("kernel_session", () => db.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), stop), stop);
    }

    /// <summary>Ends every session of the account but the one that is to stay; saved by the caller.</summary>
    public async Task EndAll(Guid accountId, Guid? but, CancellationToken stop) =>
        db.RemoveRange(await db.Set<Session>().Where(s => s.AccountId == accountId && s.Id != but).ToListAsync(stop));
}

/// <param name="MustNote">The last note that it lives is old.</param>
/// <param name="IsCovered">It is a shift whose screen is covered: only its PIN opens it.</param>
public sealed record FoundSession(SignedIn Who, bool MustNote, bool IsCovered);

/// <summary>The one cookie of the console. It holds a random word and nothing else.</summary>
public static class SessionCookie
{
    public const string Name = "__Host-amparo";

    public static string? Of(HttpRequest request) => request.Cookies[Name] is { Length: > 20 and < 100 } token ? token : null;

    public static void Give(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options);

    public static void Take(HttpResponse response) => response.Cookies.Delete(Name, Options);

    // Browsers take a Secure cookie over http from localhost; from anywhere else the console needs TLS.
    internal static CookieOptions Options => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}

/// <summary>Which browser on which system, in two words.</summary>
public static class DeviceName
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("Firefox", "Firefox"), ("OPR", "Opera"), ("Chrome", "Chrome"), ("Chromium", "Chromium"), ("Safari", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        string Find((string Mark, string Name)[] known) => known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name ?? "?";
        return $"{Find(Browsers)} · {Find(Systems)}";
    }
}
