namespace Amparo.Protection.Rules.Drafting;

/// <summary>
/// One version of the catalogue and its rules: drafted by one person, published by another, and from then on immutable, since
/// decisions about people stand on it.
/// </summary>
internal sealed class RuleVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required int Number { get; init; }
    public string Body { get; private set; } = "";
    public string Print { get; private set; } = "";
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>Everybody who wrote any of it: none of them publishes it.</summary>
    public IReadOnlyList<Guid> Writers { get; private set; } = [];
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? PublishedBy { get; private set; }

    /// <summary>Why an expectation of a sample was changed.</summary>
    public string? Reason { get; private set; }

    public RuleSet Set => RuleSet.Read(Body).Set ?? throw new RuleBroken("protection.draft.not_read");

    public static RuleVersion Draft(RuleSet set, RuleVersion? before, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(before is null or { PublishedAt: not null }, "protection.draft.one_at_a_time");
        var draft = new RuleVersion { Number = (before?.Number ?? 0) + 1, DraftedAt = now };
        draft.Write(set, by);
        return draft;
    }

    public void Write(RuleSet set, Guid by)
    {
        RuleBroken.Unless(PublishedAt is null, "protection.draft.published_already");
        var numbered = set with { Instrument = set.Instrument with { Version = Number }, Rules = set.Rules with { Version = Number } };
        (Body, Writers) = (numbered.Write(), [.. Writers.Append(by).Distinct()]);
        Print = Canonical.PrintOf(Body);
    }

    public void Publish(RuleVersion? before, Guid by, string? reason, DateTimeOffset now)
    {
        var (set, why) = (Set, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        RuleBroken.Unless(PublishedAt is null, "protection.draft.published_already");
        RuleBroken.Unless(!Writers.Contains(by), "protection.draft.second_person");
        RuleBroken.Unless(set.Faults.Count == 0, "protection.draft.has_faults");
        RuleBroken.Unless(set.Samples.Count > 0 && set.Samples.MissedBy(set.Instrument, set.Rules).Count == 0, "protection.draft.samples_missed");
        RuleBroken.Unless(why is not null || before is null || set.Samples.ChangedSince(before.Set.Samples).Count == 0, "protection.draft.expectation_needs_reason");
        (PublishedAt, PublishedBy, Reason) = (now, by, why);
    }
}
