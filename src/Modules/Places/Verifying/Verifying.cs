namespace Amparo.Places.Entries;

/// <summary>
/// Two organisations, or one and a document, before readers see a provider: whoever lures people into a false shelter must
/// fool two, or leave a paper behind.
/// </summary>
internal sealed partial class Place
{
    private readonly List<Verification> _verifications = [];

    public IReadOnlyList<Verification> Verifications => _verifications;

    /// <summary>How many looked: with it the version moves, so that two who look at once do not pass each other unseen.</summary>
    public int Looks { get; private set; }

    /// <summary>Adds a look at the entry, and approves it where that is enough.</summary>
    /// <returns>Whether readers may see it now.</returns>
    public bool Verify(Guid by, Guid? organisation, string? document, DateTimeOffset now)
    {
        RuleBroken.Unless(Status == PlaceStatus.Queued, "places.approve.not_waiting");
        var seen = string.IsNullOrWhiteSpace(document) ? null : document.Trim();
        RuleBroken.Unless(seen is null || seen.Length <= VerificationTable.LongestDocument, "places.approve.document_too_long");
        RuleBroken.Unless(seen is not null || !_verifications.Exists(v => v.Organisation == organisation), "places.approve.same_organisation");
        RuleBroken.Unless(seen is not null || !_verifications.Exists(v => v.By == by), "places.approve.same_person");
        // Approving would put the number back before readers that somebody said is wrong.
        RuleBroken.Unless(ProposedContacts is null, "places.approve.contacts_wait");
        _verifications.Add(new() { PlaceId = Id, By = by, Organisation = organisation, Document = seen, At = now });
        Looks = _verifications.Count;
        if (!IsVerified) return false;
        Approve(by.ToString(), now);
        return true;
    }

    /// <summary>What was changed was not what the first saw: all of them look again.</summary>
    /// <returns>Whether somebody had looked.</returns>
    public bool LookAnew()
    {
        if (Status != PlaceStatus.Queued || _verifications.Count == 0) return false;
        _verifications.Clear();
        Looks = 0;
        return true;
    }

    private bool IsVerified => _verifications.Exists(v => v.Document is not null) || _verifications.Select(v => v.Organisation).Distinct().Count() > 1;
}
