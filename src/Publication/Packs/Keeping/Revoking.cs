using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>Makes the list of what is revoked, as soon as an edition is there and before any pack of it.</summary>
public sealed class Revoking(PackStore store, KeyFolder keys, TimeProvider clock)
{
    // A device may ask how old the list is; one that is an hour old and says the same is signed anew.
    private static readonly TimeSpan RenewAfter = TimeSpan.FromHours(1);

    /// <returns>Whether a new list was made. The caller holds <see cref="PackStore.TryLock"/>.</returns>
    /// <exception cref="KeyRefused">There is no key, or not one for data of this kind.</exception>
    public bool Revoke(Edition edition)
    {
        var now = clock.GetUtcNow();
        using var key = keys.OpenPublishing(now);
        var (today, given) = (DateOnly.FromDateTime(now.UtcDateTime), new GivenEntries(store.Given));
        var (entries, addresses) = given.Gone(name => IsThere(edition, name), today);
        given.Save(today);
        var hand = store.Withdrawn;
        var list = new RevokedList(EditionTimes.MadeAt(now), edition.Info.Version, edition.Info.IsDemonstration, entries, addresses, hand.Packs, hand.Keys, key.Certificate, "");
        var known = store.Revoked is { } bytes ? Known(bytes) : null;
        if (known is not null && known.SaysTheSameAs(list) && now >= known.MadeAt && now < known.MadeAt + RenewAfter) return false;
        store.Replace(list.SignedBy(key.Key));
        return true;
    }

    private static (bool, bool) IsThere(Edition edition, string name)
    {
        var ordinal = ulong.TryParse(name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash) ? edition.Entries.OrdinalOfHash(hash) : -1;
        return ordinal < 0 ? (false, false) : (true, edition.At(ordinal).Disclosure == Disclosures.Exact);
    }

    private static RevokedList? Known(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return RevokedList.Read(bytes);
        }
        catch (PackBroken)
        {
            return null;
        }
    }
}
