using Amparo.Places.Desk;
using Amparo.Places.Entries;

namespace Amparo.Places.Asking.Desk;

/// <param name="State">Of its message; null where a steward passed the link on.</param>
internal sealed record AskLine(Guid Id, DateTimeOffset AskedAt, string Channel, string? State, string? Answer, DateTimeOffset? AnsweredAt, DateTimeOffset EndsAt);

/// <summary>A page on how one place is asked.</summary>
internal abstract class AskPage(Database db, Addresses addresses, string act) : PlacePage(db, act)
{
    /// <summary>Null where nobody is written to.</summary>
    public Contact? Contact { get; private set; }

    /// <summary>The place itself gave it for this.</summary>
    public bool IsGiven => Given is not null;
    public DateTimeOffset? StoppedAt { get; private set; }

    protected AskContact? Given { get; private set; }

    protected async Task<bool> LoadContact(CancellationToken stop)
    {
        if (!await Load(stop)) return false;
        Given = await Db.Set<AskContact>().SingleOrDefaultAsync(c => c.PlaceId == Place.Id, stop);
        Contact = WhomToAsk.Of(Asked.Of(Place), Given, addresses);
        if (Contact is null) return true;
        var hash = addresses.HashOf(Contact.Channel, Contact.Address);
        StoppedAt = await Db.Set<Stopped>().Where(s => s.AddressHash == hash).Select(s => (DateTimeOffset?)s.At).SingleOrDefaultAsync(stop);
        return true;
    }

    /// <summary>Enough to know it again, and not enough to call it: the page lies open on a desk.</summary>
    public static string Masked(Contact contact) =>
        contact.Channel == Channels.Sms ? "··· " + contact.Address[^3..] : contact.Address[0] + "···" + contact.Address[contact.Address.LastIndexOf('@')..];
}
