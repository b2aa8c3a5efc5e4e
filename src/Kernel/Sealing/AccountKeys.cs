using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Amparo.Kernel;

/// <summary>
/// Makes, opens and re-wraps the key pairs of accounts. Between two requests an open private key lies in its session's row
/// only, sealed under the word that the browser holds: the server alone cannot open it, and it dies with the session.
/// </summary>
public sealed class AccountKeys(Database db, IOptions<PasswordHasherOptions> work, TimeProvider clock)
{
    /// <summary>A new pair for an account that has none; to be wrapped at once, saved by the caller.</summary>
    /// <returns>The private half, to be zeroed after use.</returns>
    public byte[] Make(Guid accountId)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        db.Add(new AccountKey { AccountId = accountId, PublicKey = pair.ExportSubjectPublicKeyInfo(), MadeAt = clock.GetUtcNow() });
        return pair.ExportPkcs8PrivateKey();
    }

    /// <summary>Wraps the private half under a secret, in place of what was wrapped that way before. Saved by the caller.</summary>
    public async Task Wrap(Guid accountId, ReadOnlyMemory<byte> privateKey, string way, Guid wayId, string secret, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<KeyWrap>().Where(w => w.AccountId == accountId && w.Way == way && w.WayId == wayId).ToListAsync(stop));
        var (salt, version) = (RandomNumberGenerator.GetBytes(16), 1);
        db.Add(new KeyWrap { AccountId = accountId, Version = version, Way = way, WayId = wayId, Salt = salt, Box = SecretBox.Seal(KeyOf(way, secret, salt), Bound("kernel_key_wrap", accountId, version, way), privateKey.Span) });
    }

    /// <summary>The private half, or null where the secret is not the right one, or nothing was ever wrapped that way.</summary>
    public async Task<byte[]?> Open(Guid accountId, string way, Guid? wayId, string secret, CancellationToken stop)
    {
        var wraps = await db.Set<KeyWrap>().AsNoTracking().Where(w => w.AccountId == accountId && w.Way == way && (wayId == null || w.WayId == wayId)).ToListAsync(stop);
        return wraps.Select(w => SecretBox.Open(KeyOf(way, secret, w.Salt), Bound("kernel_key_wrap", accountId, w.Version, way), w.Box)).FirstOrDefault(k => k is not null);
    }

    /// <summary>For the row of a session whose browser holds <paramref name="token"/>.</summary>
    public static byte[] ForSession(Guid accountId, string token, ReadOnlySpan<byte> privateKey) => SecretBox.Seal(SessionKey(token), Bound("kernel_session", accountId, 1, "session"), privateKey);

    /// <summary>The private half of whoever sits at this session; null where the sign-in could not open it.</summary>
    public async Task<byte[]?> OfSession(Guid sessionId, string token, CancellationToken stop)
    {
        var row = await db.Set<Session>().AsNoTracking().Where(s => s.Id == sessionId).Select(s => new { s.AccountId, s.SealedKey }).SingleOrDefaultAsync(stop);
        return row?.SealedKey is { } box ? SecretBox.Open(SessionKey(token), Bound("kernel_session", row.AccountId, 1, "session"), box) : null;
    }

    // A password can be guessed and is made dear to guess; a word of 80 bits of chance or a passkey's secret cannot.
    private byte[] KeyOf(string way, string secret, byte[] salt) => way == KeyWays.Password
        ? Rfc2898DeriveBytes.Pbkdf2(secret, salt, work.Value.IterationCount, HashAlgorithmName.SHA512, 32)
        : HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, salt, Encoding.UTF8.GetBytes("amparo|key|" + way));

    private static byte[] SessionKey(string token) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), 32, info: "amparo|session-key"u8.ToArray());

    private static string Bound(string table, Guid accountId, int version, string way) => $"{table}|{accountId}|{version}|{way}";
}
