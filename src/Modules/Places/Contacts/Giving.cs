using Amparo.Contracts.Places;

namespace Amparo.Places.Entries;

/// <summary>
/// Whoever runs a place sees where it is. So a hidden one is given to an organisation by two people: one steward who was deceived,
/// or one stolen account, would otherwise show a refuge to everybody whom that organisation ever invited.
/// </summary>
internal sealed partial class Place
{
    /// <param name="organization">One that may have people already. One that is made with the entry has none, and needs no second person.</param>
    /// <returns>Whether it waits.</returns>
    public bool GiveTo(Guid? organization, Guid by, DateTimeOffset now)
    {
        if (!WouldShowItTo(organization))
        {
            OrganizationId = organization;
            return false;
        }
        ProposedContacts = Together(Profile, contacts: false, [], by, now, organization);
        return true;
    }

    /// <summary>Whether people of this organisation would learn where the place is, who do not know it yet.</summary>
    public bool WouldShowItTo(Guid? organization) => organization is not null && organization != OrganizationId && Disclosure != Disclosures.Exact;
}
