using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>An officer whose shift is open at a shared computer.</summary>
/// <param name="Token">The word of the session, as the browser holds it.</param>
public sealed record Seat(Guid SessionId, string Name, string Token);

/// <summary>What came of a PIN.</summary>
public enum PinAnswer { Right, Wrong, ShiftEnded }

/// <summary>
/// A computer that several officers share. Each signs in fully once a shift and chooses a PIN for it; then one covers the
/// screen and the next opens it with her own PIN, as herself. A covered session answers nothing, whoever holds its cookie;
/// a few wrong PINs end it. A PIN opens nothing dangerous: for that everybody proves anew who they are.
/// </summary>
public sealed class SharedPost(Database db, TimeProvider clock)
{
    public const int PinLength = 6;
    public const int MostTries = 5;
    public const int MostOfficers = 8;

    /// <summary>A browser covers its screen after this; it says so to the page.</summary>
    public static readonly TimeSpan ScreenCovers = TimeSpan.FromMinutes(3);

    /// <summary>The server covers a session after this, whatever the browser did.</summary>
    public static readonly TimeSpan ServerCovers = TimeSpan.FromMinutes(5);

    /// <summary>How often a session with a PIN notes that it lives: finer than others, or the cover would come late.</summary>
    public static readonly TimeSpan Note = TimeSpan.FromMinutes(1);

    /// <summary>Six digits that are not the first ones that somebody tries: one digit repeated, or counted up or down.</summary>
    public static bool IsUsable(string? pin)
    {
        if (pin is not { Length: PinLength } || !pin.All(char.IsAsciiDigit)) return false;
        var steps = pin.Zip(pin.Skip(1), (a, b) => (b - a + 10) % 10).Distinct().ToList();
        return pin.Distinct().Count() > 2 && steps is not [1] and not [9];
    }

    /// <summary>Opens a shift; saved by the caller.</summary>
    public async Task SetPin(Guid sessionId, string pin, CancellationToken stop)
    {
        var session = await db.Set<Session>().SingleAsync(s => s.Id == sessionId, stop);
        (session.PinHash, session.PinFailures) = (HashOf(sessionId, pin), 0);
    }

    /// <summary>The shifts that are open behind these words, in the order of their names.</summary>
    public async Task<IReadOnlyList<Seat>> Seats(IReadOnlyList<string> tokens, CancellationToken stop)
    {
        var (now, byHash) = (clock.GetUtcNow(), tokens.ToDictionary(t => Convert.ToHexString(Tokens.Hash(t))));
        var hashes = tokens.Select(Tokens.Hash).ToList();
        var found = await (
            from session in db.Set<Session>().AsNoTracking()
            where hashes.Contains(session.TokenHash) && session.PinHash != null && session.EndsAt > now
            join account in db.Set<Account>() on session.AccountId equals account.Id
            where account.DisabledAt == null
            orderby account.Name
            select new { session.Id, session.TokenHash, account.Name }).ToListAsync(stop);
        return [.. found.Select(s => new Seat(s.Id, s.Name, byHash[Convert.ToHexString(s.TokenHash)]))];
    }

    /// <summary>Covers a shift, or ends a session that has no PIN to come back with; saved by the caller.</summary>
    /// <returns>Whether it can be opened again with a PIN.</returns>
    public async Task<bool> Leave(Guid sessionId, CancellationToken stop)
    {
        if (await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == sessionId, stop) is not { } session) return false;
        if (session.PinHash is null) db.Remove(session);
        else session.CoveredAt ??= clock.GetUtcNow();
        return session.PinHash is not null;
    }

    /// <summary>Opens a covered shift; counts what was wrong. Saved by the caller.</summary>
    public async Task<PinAnswer> Open(Seat seat, string pin, CancellationToken stop)
    {
        var session = await db.Set<Session>().SingleAsync(s => s.Id == seat.SessionId, stop);
        if (pin.Length <= PinLength && CryptographicOperations.FixedTimeEquals(HashOf(session.Id, pin), session.PinHash))
        {
            (session.CoveredAt, session.PinFailures, session.SeenAt) = (null, 0, clock.GetUtcNow());
            return PinAnswer.Right;
        }
        if (++session.PinFailures < MostTries) return PinAnswer.Wrong;
        db.Remove(session);
        return PinAnswer.ShiftEnded;
    }

    private static byte[] HashOf(Guid sessionId, string pin) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(pin), sessionId.ToByteArray(), Passwords.Iterations, HashAlgorithmName.SHA512, 32);
}
