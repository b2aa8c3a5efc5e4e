using Amparo.Contracts.Places;
using Amparo.Places.Contacts;
using Amparo.Places.Entries;

namespace Amparo.Places.Importing;

/// <summary>A row with its outcome and what is to be written.</summary>
internal sealed class Decided(Draft draft)
{
    public Draft Draft => draft;
    public required string Outcome { get; set; }
    public string Key { get; init; } = "";

    /// <summary>The new entry.</summary>
    public Place? New { get; init; }

    /// <summary>What the row makes of an entry that is here already.</summary>
    public Place? Proposed { get; init; }

    /// <summary>The entry to change, hide more or approve.</summary>
    public Guid? Existing { get; init; }
    public bool Write { get; init; }
    public bool Approve { get; init; }

    /// <summary>Nothing else of it may change, but what hides more acts at once.</summary>
    public bool NarrowOnly { get; set; }
    public Organization? Organization { get; init; }

    /// <summary>It puts a hidden place under another organisation, whose people would learn where it is.</summary>
    public bool IsGift { get; init; }
    public IReadOnlyList<Twin> Twins { get; set; } = [];

    public void NoteGift()
    {
        // A batch that failed is gone through once more.
        if (!draft.Findings.Exists(f => f.Reason == Reasons.HiddenGivenWaits)) draft.Note(Reasons.HiddenGivenWaits, "organization", Organization?.Name);
    }
}

/// <summary>Gives every row its one outcome.</summary>
internal sealed class Deciding(ExistingEntries existing, string list, ImportRun run, bool demonstration, ImportBounds? bounds, DateTimeOffset now)
{
    private readonly HashSet<string> _keys = [];
    private readonly Dictionary<string, int> _twins = [];

    public IReadOnlyList<Decided> Decide(IReadOnlyList<Draft> drafts) => [.. drafts.Select(Decide)];

    private Decided Decide(Draft draft)
    {
        if (draft.Weight == Weight.Reject) return new(draft) { Outcome = Outcomes.Rejected };
        var key = draft.Key ?? Numbered(draft.KeyFromContent());
        if (!_keys.Add(key)) draft.Note(Reasons.DuplicateKey, "id", draft.Key);
        var before = existing.Find(key);
        if (bounds is { } held && draft.Country.Length > 0 && (!held.Hold(draft.Country) || (before is not null && !held.Hold(before.Country)))) draft.Note(Reasons.OutsideReach, "country", draft.Country);
        if (draft.Weight == Weight.Quarantine) return new(draft) { Outcome = Outcomes.Quarantined, Key = key };
        var organization = OrganizationOf(draft);
        var place = Applying.New(draft, before?.Id ?? existing.IdOf(list, key), list, key, organization?.Id, demonstration);
        if (place.ExpiresAt <= now) draft.Note(Reasons.Expired, "expires", draft.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return before is null ? Accept(draft, key, place, organization) : Compare(draft, key, place, before, organization);
    }

    private Decided Accept(Draft draft, string key, Place place, Organization? organization)
    {
        if (run.Approved) place.Approve(run.ApprovedAs!, now);
        return new(draft) { Outcome = Outcomes.Accepted, Key = key, New = place, Organization = organization, Twins = TwinsOf(draft, place) };
    }

    private Decided Compare(Draft draft, string key, Place place, Existing before, Organization? organization)
    {
        var approve = run.Approved && before.Status == PlaceStatus.Queued;
        if (before.Hash == place.SourceHash)
            return new(draft) { Outcome = approve ? Outcomes.Changed : Outcomes.Unchanged, Key = key, Existing = approve ? before.Id : null, Approve = approve, Organization = organization };
        // What readers have seen once is seen: taken away and brought back it must not be the door for another telephone.
        if (before.WasSeen && !run.Approved)
        {
            draft.Note(before.Status == PlaceStatus.Withdrawn ? Reasons.Withdrawn : Reasons.ChangeWaits);
            return new(draft) { Outcome = Outcomes.Quarantined, Key = key, Existing = before.Id, NarrowOnly = true, Proposed = place };
        }
        if (before.Status == PlaceStatus.Withdrawn) draft.Note(Reasons.Withdrawn);
        var isGift = organization is not null && organization.Id != before.Organization && before.Disclosure != Disclosures.Exact;
        return new(draft) { Outcome = Outcomes.Changed, Key = key, Existing = before.Id, Write = true, IsGift = isGift, Approve = approve, Proposed = place, Organization = organization, Twins = TwinsOf(draft, place) };
    }

    private IReadOnlyList<Twin> TwinsOf(Draft draft, Place place)
    {
        var twins = existing.Duplicates.Find(place.Id, draft.Name, draft.Latitude, draft.Longitude, draft.Profile.Phones, out var otherNameHere);
        existing.Duplicates.Add(place.Id, draft.Name, draft.Latitude, draft.Longitude, draft.Profile.Phones);
        if (otherNameHere) draft.Note(Reasons.SamePointOtherName, "latitude", FormattableString.Invariant($"{draft.Latitude}, {draft.Longitude}"));
        return [.. twins.Where(t => existing.IsNewPair(Ordered(place.Id, t.With).First, Ordered(place.Id, t.With).Second))];
    }

    private Organization? OrganizationOf(Draft draft)
    {
        if (draft.Organization is not { } said) return null;
        // Its name stands beside every entry of it, published ones among them.
        if (bounds is not null && ContactsInText.In(said.Name).Count > 0)
        {
            draft.Note(Reasons.ContactInName, "organization", said.Name);
            return null;
        }
        return new()
        {
            Id = existing.OrganizationIdOf(list, said.Key ?? FoldedText.Fold(said.Name)),
            Name = said.Name, AlternateName = said.AlternateName, Description = said.Description, Url = said.Url, Email = said.Email, Source = list,
        };
    }

    private string Numbered(string content)
    {
        var number = _twins[content] = _twins.GetValueOrDefault(content) + 1;
        return number == 1 ? content : $"{content}#{number}";
    }

    public static (Guid First, Guid Second) Ordered(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
