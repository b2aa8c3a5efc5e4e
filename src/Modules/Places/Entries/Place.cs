using Amparo.Contracts.Places;

namespace Amparo.Places.Entries;

/// <summary>
/// An entry of the directory: a place (HSDS location) with what is given there. Where exactly it is lies apart, in
/// <see cref="Entries.Whereabouts"/>: what is not joined cannot be shown by mistake.
/// </summary>
internal sealed partial class Place : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public short Shard { get => (short)Shards.Of(Id); private set { } }

    /// <summary>Fixed when the entry is made: links on paper must not die of a better name.</summary>
    public required string Slug { get; init; }
    public required string Name { get; set; }

    /// <summary>The name as people search and sort it: small letters without accents, the same order on both engines.</summary>
    public string NameKey { get => FoldedText.Fold(Name); private set { } }
    public required string Kind { get; set; }
    public required string Country { get; set; }
    public string? Admin1 { get; set; }
    public string? Admin1Name { get; set; }
    public string? Locality { get; set; }
    public required string TimeZone { get; set; }
    public string? AreaName { get; set; }
    public double? AreaLatitude { get; set; }
    public double? AreaLongitude { get; set; }

    /// <summary>The square degree in which the desk's map shows it: that of its area wherever its address is hidden. Null without a point.</summary>
    public int? Tile { get; private set; }
    public Whereabouts Whereabouts { get; init; } = new();
    public Guid? OrganizationId { get; set; }
    public Organization? Organization { get; set; }
    public required PlaceProfile Profile { get; set; }

    public string Status { get; private set; } = PlaceStatus.Queued;
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>An account, or the organisation and the document that an official list counts as.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>A code of <see cref="WithdrawalReasons"/>.</summary>
    public string? WithdrawnBecause { get; private set; }
    public DateTimeOffset? AssuredAt { get; private set; }
    public string? AssuredBy { get; private set; }
    public string? AssuredHow { get; private set; }
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The last help of a town: silence alone never withdraws it.</summary>
    public bool IsLastResort { get; set; }

    /// <summary>The list that it came from and its key there; the same list again finds its own entries by them.</summary>
    public string? Source { get; init; }
    public string? SourceKey { get; init; }
    public string? SourceHash { get; set; }
    public bool IsDemonstration { get; init; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When a reader could last see a difference. A confidential change must not move it: the time itself would tell.</summary>
    public DateTimeOffset PublicChangedAt { get; private set; }
    public string PublicDigest { get; private set; } = "";
    public int Version { get; private set; }

    public bool IsPublic => Status == PlaceStatus.Approved && Disclosure != Disclosures.Officers;
    public bool NeverWithdrawnByAge => IsLastResort || Profile.IsPublicHospital || Kind == PlaceKinds.Consular;

    public void Approve(string by, DateTimeOffset now)
    {
        RuleBroken.Unless(Status != PlaceStatus.Approved, "places.approve.already_approved");
        (Status, ApprovedBy, ApprovedAt, WithdrawnBecause) = (PlaceStatus.Approved, by, now, null);
    }

    public void Withdraw(string? because = null)
    {
        RuleBroken.Unless(Status != PlaceStatus.Withdrawn, "places.withdraw.already_withdrawn");
        RuleBroken.Unless(because is null || WithdrawalReasons.All.Contains(because), "places.withdraw.unknown_reason");
        (Status, WithdrawnBecause) = (PlaceStatus.Withdrawn, because);
    }

    /// <summary>Back among those that wait: what was taken away is looked at anew before readers see it.</summary>
    public void BringBack()
    {
        RuleBroken.Unless(Status == PlaceStatus.Withdrawn, "places.bring_back.not_withdrawn");
        RuleBroken.Unless(MergedInto is null, "places.bring_back.merged");
        (Status, WithdrawnBecause) = (PlaceStatus.Queued, null);
        LookAnew();
    }

    /// <summary>Somebody made sure. Nothing else moves this date: an import or an edit says what is written, not what is true.</summary>
    public void Assure(string by, string how, DateTimeOffset now)
    {
        RuleBroken.Unless(AssuranceMeans.All.Contains(how), "places.assure.unknown_means");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(by), "places.assure.by_whom");
        RuleBroken.Unless(AssuredAt is null || AssuredAt <= now, "places.assure.before_the_last");
        (AssuredAt, AssuredBy, AssuredHow) = (now, by, how);
        // A message does not call back: whoever holds the telephone of a place that closed could take the doubt away.
        if (how != AssuranceMeans.Message) MayBeClosedSince = null;
    }

    public Freshness FreshnessBy(PlacesSettings settings) => Freshness.From(AssuredAt, settings.HalfLifeOf(Kind), NeverWithdrawnByAge);

    public void Saving(DateTimeOffset now)
    {
        var digest = Digest();
        if (digest != PublicDigest) (PublicDigest, PublicChangedAt) = (digest, now);
        (ChangedAt, Version, Tile) = (now, Version + 1, Desk.Maps.MapTile.Of(this));
    }
}
