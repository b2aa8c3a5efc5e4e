using System.Security.Cryptography;
using Amparo.Contracts.Places;
using Amparo.Places.Asking;
using Amparo.Places.Entries;
using Amparo.Places.Impostors;

namespace Amparo.Places.FullTonight;

/// <summary>
/// "Full" from the number that a centre published or gave for being asked, and from no other: whoever could say it from anywhere
/// would send a family away from an open door. What else that number says is left alone.
/// </summary>
internal sealed class SmsFull(Database db, CurrentUser user, Addresses addresses, TimeProvider clock) : ISmsReplies
{
    public const string Act = "places.say_full_sms";
    private const int MostHolders = 20;

    /// <summary>Who sends the same twice is not answered twice.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    public async Task<bool> Take(string number, string addressHash, string text, CancellationToken stop)
    {
        if (FullWords.Read(text) is not { } isFull) return false;
        var registered = await At(number, stop);
        if (registered.Count == 0) return false;
        user.Act = Act;
        var (place, now) = (registered[0], clock.GetUtcNow());
        // Of two places nobody knows which is meant.
        var said = registered.Count > 1 ? FullAnswer.Several : !place.MayBeFull || place.Status != PlaceStatus.Approved ? FullAnswer.NotTaken : isFull ? FullAnswer.Full : FullAnswer.Room;
        if (said == FullAnswer.Full) place.SayFull(now);
        else if (said == FullAnswer.Room) place.SayRoom();
        await Answer(place, said, number, addressHash, now, stop);
        return true;
    }

    private async Task Answer(Place place, string said, string number, string hash, DateTimeOffset now, CancellationToken stop)
    {
        var given = await db.Set<AskContact>().AsNoTracking().SingleOrDefaultAsync(c => c.PlaceId == place.Id, stop);
        var purpose = FullAnswer.PurposeOf(given?.Language ?? WhomToAsk.LanguageOf(Asked.Of(place)), said);
        var since = now - Quiet;
        if (await db.Set<OutgoingMessage>().AnyAsync(m => m.Purpose == purpose && m.AddressHash == hash && m.QueuedAt > since, stop)) return;
        // The message is of no record: which centre wrote is nobody's to read out of a queue.
        var message = new OutgoingMessage { Purpose = purpose, Record = Guid.CreateVersion7(), Channel = Channels.Sms, AddressHash = hash, TimeZone = place.TimeZone, QueuedAt = now, NextAt = now, IsDemonstration = place.IsDemonstration };
        message.To(addresses.Seal(message.Id, number));
        db.Add(message);
    }

    /// <summary>All places of this number: as it is published, and as it was given for being asked.</summary>
    private async Task<List<Place>> At(string number, CancellationToken stop)
    {
        var digits = number.TrimStart('+');
        var ids = await db.Set<PlaceMark>().Where(m => m.Kind == PlaceMark.Phone && m.Value == digits).Select(m => m.PlaceId).Distinct().Take(MostHolders).ToListAsync(stop);
        await foreach (var given in db.Set<AskContact>().AsNoTracking().Where(c => c.Channel == Channels.Sms).AsAsyncEnumerable().WithCancellation(stop))
            if (Opened(given) == number && !ids.Contains(given.PlaceId)) ids.Add(given.PlaceId);
        var places = await db.Set<Place>().Where(p => ids.Contains(p.Id) && p.Status != PlaceStatus.Withdrawn).ToListAsync(stop);
        var gave = (await db.Set<AskContact>().AsNoTracking().Where(c => ids.Contains(c.PlaceId) && c.Channel == Channels.Sms).ToListAsync(stop)).Where(c => Opened(c) == number).Select(c => c.PlaceId).ToHashSet();
        // A mark may be older than the entry, or of a number that only waits for a second person.
        return [.. places.Where(p => gave.Contains(p.Id) || p.Profile.Phones.Any(phone => PlaceMark.NumberOf(phone, p.Country) == digits))];
    }

    private string? Opened(AskContact given)
    {
        try
        {
            return Addresses.Number(addresses.Unseal(given.PlaceId, given.Address));
        }
        catch (CryptographicException)
        {
            return null; // sealed by another server: nobody's number here
        }
    }
}
