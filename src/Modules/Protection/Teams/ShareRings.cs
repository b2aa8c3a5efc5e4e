using System.Security.Cryptography;
using Amparo.Protection.Sealing;

namespace Amparo.Protection.Teams;

/// <summary>Gives the rings of a team to who joins it, and takes them from who leaves. Saved by the caller, with the member.</summary>
internal sealed class ShareRings(Database db, Keyring keyring, CurrentUser who, TimeProvider clock)
{
    /// <summary>
    /// Each ring that the function holds: one that nobody made yet is made now and shared with her alone; one that exists
    /// must be held by who gives it.
    /// </summary>
    public async Task Give(Team team, Member member, CancellationToken stop)
    {
        var publicKey = await PublicKeyOf(member.AccountId, stop);
        RuleBroken.Unless(publicKey is not null, "protection.rule.never_signed_in");
        var rings = await db.Set<Ring>().Where(r => r.TeamId == team.Id).ToListAsync(stop);
        foreach (var kind in Functions.Rings[member.Function])
        {
            var ofKind = rings.Where(r => r.Kind == kind).ToList();
            // Those that are retired too: under them lies what was written before.
            if (ofKind.Count == 0) Make(team.Id, kind, 1, [(member.AccountId, publicKey!)]);
            foreach (var ring in ofKind) await GiveOne(ring, member.AccountId, publicKey!, stop);
        }
    }

    /// <summary>
    /// Her shares are destroyed, and the rings that she held are followed by new ones among those who stay: a copy of a key that
    /// somebody kept opens nothing that is written afterwards.
    /// </summary>
    public async Task Take(Team team, Member leaving, CancellationToken stop)
    {
        var rings = await db.Set<Ring>().Where(r => r.TeamId == team.Id).ToListAsync(stop);
        var ids = rings.Select(r => r.Id).ToList();
        var shares = await db.Set<RingShare>().Where(s => ids.Contains(s.RingId)).ToListAsync(stop);
        var hers = shares.Where(s => s.AccountId == leaving.AccountId).ToList();
        db.RemoveRange(hers);
        foreach (var ring in rings.Where(r => r.RetiredAt is null && hers.Any(s => s.RingId == r.Id)))
        {
            var stay = shares.Where(s => s.RingId == ring.Id && s.AccountId != leaving.AccountId).Select(s => s.AccountId).ToList();
            RuleBroken.Unless(stay.Count > 0, "protection.rule.last_holder");
            var keys = await db.Set<AccountKey>().AsNoTracking().Where(k => stay.Contains(k.AccountId)).ToListAsync(stop);
            ring.Retire(clock.GetUtcNow());
            Make(team.Id, ring.Kind, ring.Version + 1, [.. keys.Select(k => (k.AccountId, k.PublicKey))]);
        }
    }

    /// <summary>To somebody whose key is another one than that for which hers were sealed: she lost password and recovery codes.</summary>
    public async Task GiveAnew(Team team, Member member, CancellationToken stop)
    {
        var ids = await db.Set<Ring>().Where(r => r.TeamId == team.Id).Select(r => r.Id).ToListAsync(stop);
        db.RemoveRange(await db.Set<RingShare>().Where(s => s.AccountId == member.AccountId && ids.Contains(s.RingId)).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        await Give(team, member, stop);
    }

    private async Task GiveOne(Ring ring, Guid account, byte[] publicKey, CancellationToken stop)
    {
        var held = await keyring.Of(ring.Id, stop);
        RuleBroken.Unless(held is not null, ring.Kind == RingKinds.Special ? "protection.rule.specialist_gives" : "protection.rule.you_hold_no_key");
        db.Add(RingShare.For(ring.Id, held, account, publicKey, who.Id!.Value, clock.GetUtcNow()));
    }

    private void Make(Guid team, string kind, int version, IReadOnlyList<(Guid Account, byte[] PublicKey)> holders)
    {
        var (ring, key) = Ring.New(team, kind, version, clock.GetUtcNow());
        db.Add(ring);
        foreach (var holder in holders) db.Add(RingShare.For(ring.Id, key, holder.Account, holder.PublicKey, who.Id!.Value, clock.GetUtcNow()));
        CryptographicOperations.ZeroMemory(key);
    }

    private Task<byte[]?> PublicKeyOf(Guid account, CancellationToken stop) =>
        db.Set<AccountKey>().AsNoTracking().Where(k => k.AccountId == account).Select(k => k.PublicKey).SingleOrDefaultAsync(stop);
}
