using System.Security.Cryptography;

namespace Amparo.Safeguarding.Holding;

/// <summary>What came while nobody might read it: sealed for those who may now, and no longer for this server.</summary>
internal sealed class HandWaiting(Database db, Holders holders, ServerKey server, TimeProvider clock)
{
    private const int AtOnce = 200;

    public async Task<int> Hand(CancellationToken stop)
    {
        var readers = await holders.Active(stop);
        if (readers.Count == 0) return 0;
        var (handed, after) = (0, Guid.Empty);
        while (true)
        {
            var waiting = await db.Set<Copy>().Where(c => c.AccountId == null && c.ComplaintId > after).OrderBy(c => c.ComplaintId).Take(AtOnce).ToListAsync(stop);
            if (waiting.Count == 0) return handed;
            after = waiting[^1].ComplaintId;
            foreach (var copy in waiting) if (await HandOne(copy, readers, stop)) handed++;
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> HandOne(Copy copy, IReadOnlyList<Named> readers, CancellationToken stop)
    {
        var complaint = await db.Set<Complaint>().AsNoTracking().SingleAsync(c => c.Id == copy.ComplaintId, stop);
        byte[] key;
        try
        {
            key = copy.Open(server);
        }
        catch (CryptographicException)
        {
            return false; // sealed by another server's key: with that file back it opens
        }
        if (Told.Open(complaint, key) is not { } told) return false;
        var may = readers.Where(r => r.May(told, complaint.Country, complaint.ReceivedAt)).ToList();
        foreach (var reader in may) db.Add(Copy.For(complaint.Id, reader.Account.Id, reader.PublicKey!, key, clock.GetUtcNow()));
        if (may.Count > 0) db.Remove(copy);
        CryptographicOperations.ZeroMemory(key);
        return may.Count > 0;
    }
}
