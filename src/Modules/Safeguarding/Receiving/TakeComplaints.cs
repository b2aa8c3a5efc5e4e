using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Safeguarding;
using Amparo.Safeguarding.Holding;

namespace Amparo.Safeguarding.Receiving;

/// <summary>
/// The door: what is said is sealed here, in memory, for each who may read it, and only then written. Nothing of it reaches a
/// disk, a log or a record of the audit in clear.
/// </summary>
internal sealed class TakeComplaints(Database db, Holders holders, PaperCodes codes, ServerKey server, TimeProvider clock) : IComplaints
{

    public async Task Put(SaidComplaint said, string key, CancellationToken stop)
    {
        var (keyHash, bodyHash) = (KeyHash(key), BodyHash(key, JsonSerializer.SerializeToUtf8Bytes(new { said.Words, said.Where, said.Country, said.Place, said.IsAboutReader })));
        if (await Known(keyHash, bodyHash, stop)) return;
        await Add(said, keyHash, bodyHash, clock.GetUtcNow(), stop);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // A twin of this request was faster; the unique index made this one wait for it.
            db.ChangeTracker.Clear();
            if (!await Known(keyHash, bodyHash, stop)) throw;
        }
    }

    /// <summary>Seals one and adds it; saved by the caller.</summary>
    internal async Task Add(SaidComplaint said, string keyHash, string bodyHash, DateTimeOffset receivedAt, CancellationToken stop)
    {
        var readers = await holders.Active(stop);
        var code = codes.Of(SealedReply.Purpose, said.Code);
        var told = Told.Of(said, await holders.NamedIn(said.Words + " " + said.Where, readers, stop), code.Key);
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        var key = RandomNumberGenerator.GetBytes(SecretBox.KeyBytes);
        db.Add(Complaint.New(id, keyHash, bodyHash, told.Seal(id, key), code.Name, said.Country, said.Language, receivedAt));
        var may = readers.Where(r => r.May(told, said.Country, receivedAt)).ToList();
        foreach (var reader in may) db.Add(Copy.For(id, reader.Account.Id, reader.PublicKey!, key, now));
        if (may.Count == 0) db.Add(Copy.Waiting(id, server, key, now));
        CryptographicOperations.ZeroMemory(key);
    }

    public async Task<bool> WriteBack(string code, string key, string words, CancellationToken stop)
    {
        var secrets = codes.Of(SealedReply.Purpose, code);
        var (keyHash, bodyHash) = (KeyHash(key), BodyHash(key, Encoding.UTF8.GetBytes(words)));
        for (var tries = 0; ; tries++)
        {
            if (await KnownBack(keyHash, bodyHash, stop)) return true;
            if (await db.Set<Complaint>().SingleOrDefaultAsync(c => c.CodeName == secrets.Name, stop) is not { MayWriteBack: true } complaint) return false;
            db.Add(Message.Of(complaint, complaint.WriteBack(clock.GetUtcNow()), true, words, secrets.Key, clock.GetUtcNow(), keyHash, bodyHash));
            try
            {
                await db.SaveChangesAsync(stop);
                return true;
            }
            catch (DbUpdateException) when (tries < 3)
            {
                // An answer, or a twin of this request, was saved at the same moment: this one takes the next number, or is known.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>HMAC: who has the database cannot try keys, and the key itself would give the code.</summary>
    internal string KeyHash(string key) => Convert.ToHexStringLower(HMACSHA256.HashData(server.For("safeguarding-form-key"), Encoding.UTF8.GetBytes(key)));

    /// <summary>Keyed by the form's own key, which is kept nowhere: nobody can try words until they fit.</summary>
    internal string BodyHash(string key, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), 32, server.For("safeguarding-form-body")), body));

    private async Task<bool> Known(string keyHash, string bodyHash, CancellationToken stop) =>
        IsSame(await db.Set<Complaint>().Where(c => c.KeyHash == keyHash).Select(c => c.BodyHash).SingleOrDefaultAsync(stop), bodyHash);

    private async Task<bool> KnownBack(string keyHash, string bodyHash, CancellationToken stop) =>
        IsSame(await db.Set<Message>().Where(m => m.KeyHash == keyHash).Select(m => m.BodyHash).SingleOrDefaultAsync(stop), bodyHash);

    private static bool IsSame(string? before, string now)
    {
        if (before is not null && before != now) throw new InboxConflict();
        return before is not null;
    }
}
