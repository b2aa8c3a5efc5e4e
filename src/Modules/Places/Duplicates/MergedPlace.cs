using Amparo.Places.Importing;

namespace Amparo.Places.Entries;

/// <summary>Two entries were one: the other leaves, its address leads to the one that stays, and both can be parted again.</summary>
internal sealed partial class Place
{
    /// <summary>The entry that stands for this one now.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>Readers knew its address: only then may it lead on, or it would tell of an entry that nobody saw.</summary>
    public bool MergedWasPublic { get; private set; }

    public void MergeInto(Place survivor)
    {
        RuleBroken.Unless(survivor.Id != Id, "places.merge.itself");
        RuleBroken.Unless(Status != PlaceStatus.Withdrawn && survivor.Status != PlaceStatus.Withdrawn, "places.merge.withdrawn");
        // What was said of the public one would stand beside a refuge, and what was said of the refuge before everybody.
        RuleBroken.Unless(Disclosure == survivor.Disclosure, "places.merge.disclosures_differ");
        RuleBroken.Unless(IsDemonstration == survivor.IsDemonstration, "places.merge.invented_and_real");
        RuleBroken.Unless(survivor.Status == PlaceStatus.Approved || Status != PlaceStatus.Approved, "places.merge.published_must_stay");
        RuleBroken.Unless(ProposedContacts is null && survivor.ProposedContacts is null && ProposedDisclosure is null && survivor.ProposedDisclosure is null, "places.merge.something_waits");
        (MergedInto, MergedWasPublic) = (survivor.Id, IsPublic);
        if (MayBeClosedSince is { } doubt) survivor.Doubt(doubt);
        Withdraw("twin");
    }

    public void LeadsTo(Guid survivor) => MergedInto = survivor;

    /// <summary>As it was before it was merged; where somebody has changed it since, it waits to be looked at again.</summary>
    public void PartAgain(PlaceMerge merge)
    {
        RuleBroken.Unless(MergedInto is not null && Status == PlaceStatus.Withdrawn, "places.unmerge.not_merged");
        (MergedInto, MergedWasPublic, WithdrawnBecause) = (null, false, null);
        Status = merge.MergedWasApproved && Imprint.Of(this) == merge.MergedImprint && Disclosure == merge.Disclosure ? PlaceStatus.Approved : PlaceStatus.Queued;
    }

    /// <summary>A change of telephone that came with a merge and still waits goes with it.</summary>
    public void TakeBackContacts(DateTimeOffset proposedAt)
    {
        if (ProposedContacts is { } waits && Instants.ToStored(waits.At) == Instants.ToStored(proposedAt)) ProposedContacts = null;
    }
}
