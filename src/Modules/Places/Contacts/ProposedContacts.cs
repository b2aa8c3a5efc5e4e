using Amparo.Contracts.Places;

namespace Amparo.Places.Entries;

/// <summary>Telephones and web address that somebody typed for an entry that readers see. They wait for a second person.</summary>
/// <param name="By">The account that typed them.</param>
/// <param name="Email">Null: it stays. Empty: it goes.</param>
internal sealed record ProposedContacts(IReadOnlyList<PlacePhone> Phones, string? Url, Guid By, DateTimeOffset At, string? Email = null)
{
    // An empty list is stored as nothing: to take every number away is a proposal too.
    public IReadOnlyList<PlacePhone> Phones { get; init; } = Phones ?? [];
}

/// <summary>
/// A changed number of a published entry waits: one stolen account, or one caller with a good story, would otherwise send
/// everybody who seeks a bed to a trafficker's telephone.
/// </summary>
internal sealed partial class Place
{
    public ProposedContacts? ProposedContacts { get; private set; }

    /// <summary>
    /// Writes telephones and web address at once where no reader ever saw the entry; else keeps them for a second look. What was
    /// withdrawn and brought back counts as seen: taking it away for a minute must not be the way around the second person.
    /// </summary>
    /// <param name="email">Null: it stays. Empty: it goes.</param>
    /// <returns>Whether they wait.</returns>
    public bool ChangeContacts(IReadOnlyList<PlacePhone> phones, string? url, Guid by, DateTimeOffset now, string? email = null)
    {
        if (SameContacts(phones, url) && EmailAfter(email) == Profile.Email) return false;
        if (ApprovedAt is not null)
        {
            ProposedContacts = new(phones, url, by, now, EmailAfter(email) == Profile.Email ? null : email);
            return true;
        }
        Profile = Profile with { Phones = phones, Url = url, Email = EmailAfter(email) };
        return false;
    }

    public void ConfirmContacts(Guid by)
    {
        RuleBroken.Unless(ProposedContacts is not null, "places.contacts.nothing_proposed");
        RuleBroken.Unless(ProposedContacts!.By != by, "places.contacts.same_person");
        Profile = Profile with { Phones = ProposedContacts.Phones, Url = ProposedContacts.Url, Email = EmailAfter(ProposedContacts.Email) };
        ProposedContacts = null;
    }

    /// <summary>Whoever typed them may also take them back.</summary>
    public void RefuseContacts()
    {
        RuleBroken.Unless(ProposedContacts is not null, "places.contacts.nothing_proposed");
        ProposedContacts = null;
    }

    private string? EmailAfter(string? said) => said switch { null => Profile.Email, "" => null, _ => said };

    private bool SameContacts(IReadOnlyList<PlacePhone> phones, string? url) =>
        url == Profile.Url && phones.Count == Profile.Phones.Count
        && phones.Zip(Profile.Phones).All(p => (p.First.Number, p.First.Type, p.First.Extension, p.First.Description) == (p.Second.Number, p.Second.Type, p.Second.Extension, p.Second.Description));
}
