using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.People.Matching;

/// <summary>
/// Two records of one team that may be of one person, and what a person decided about them. It holds no name and no value, only a keyed digest
/// of what was compared: a decision holds as long as that does, whatever the weights become.
/// </summary>
internal sealed class CandidatePair : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid TeamId { get; init; }

    /// <summary>The two in one order: a pair that is found from both sides is one pair.</summary>
    public required Guid FirstId { get; init; }
    public required Guid SecondId { get; init; }

    /// <summary>One of <see cref="PairStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>What a person said last, kept when the evidence changed and the question is open again.</summary>
    public string? Decision { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public required byte[] Digest { get; set; }
    public required Verdict Verdict { get; set; }
    public required DateTimeOffset ComparedAt { get; set; }
    public int Version { get; private set; }

    public static CandidatePair New(Guid team, Guid a, Guid b, Verdict verdict, byte[] digest, DateTimeOffset now)
    {
        RuleBroken.Unless(a != b, "protection.match.rule.two_records");
        var (first, second) = InOrder(a, b);
        return new()
        {
            Id = IdOf(a, b), TeamId = team, FirstId = first, SecondId = second,
            State = Undecided(verdict), Digest = digest, Verdict = verdict, ComparedAt = now,
        };
    }

    /// <summary>The same from either side, so that a pair is found without being looked for.</summary>
    public static Guid IdOf(Guid a, Guid b)
    {
        var (first, second) = InOrder(a, b);
        return StableId.Of(CandidatePairTable.Name, first.ToString(), second.ToString());
    }

    public static (Guid First, Guid Second) InOrder(Guid a, Guid b) => string.CompareOrdinal(a.ToString(), b.ToString()) < 0 ? (a, b) : (b, a);

    public bool IsDecided => PairStates.Decisions.Contains(State);

    /// <summary>The two were compared again. What somebody decided stays until what was compared is something else; then it is asked again.</summary>
    public void Compared(Verdict verdict, byte[] digest, DateTimeOffset now)
    {
        if (State == PairStates.Joined) return;
        var isAnother = !Digest.AsSpan().SequenceEqual(digest);
        (Verdict, Digest, ComparedAt) = (verdict, digest, now);
        if (!IsDecided || isAnother) State = Undecided(verdict);
    }

    /// <param name="seen">The digest of what was shown: who decided by other values has not decided this.</param>
    public void Decide(string decision, ReadOnlySpan<byte> seen, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(State != PairStates.Joined, "protection.match.rule.already_joined");
        RuleBroken.Unless(PairStates.Decisions.Contains(decision), "protection.match.rule.choose_decision");
        RuleBroken.Unless(seen.SequenceEqual(Digest), "protection.match.rule.evidence_changed");
        (State, Decision, DecidedBy, DecidedAt) = (decision, decision, by, now);
    }

    /// <summary>The records became one. Nothing is found of the pair any more until they are parted.</summary>
    public void Join()
    {
        RuleBroken.Unless(State == PairStates.Same, "protection.match.rule.decide_first");
        State = PairStates.Joined;
    }

    public void Part()
    {
        RuleBroken.Unless(State == PairStates.Joined, "protection.match.rule.not_joined");
        State = PairStates.Same;
    }

    public void Saving(DateTimeOffset now) => Version++;

    private static string Undecided(Verdict verdict) => verdict >= Verdict.Possible ? PairStates.Open : PairStates.Gone;
}

/// <summary>Where a pair stands. The words are stored.</summary>
internal static class PairStates
{
    /// <summary>Somebody is to look at the two.</summary>
    public const string Open = "open";

    /// <summary>Not like enough at present; it comes back by itself.</summary>
    public const string Gone = "gone";
    public const string Same = "same", Different = "different", Unsure = "unsure";
    public const string Joined = "joined";

    public static IReadOnlyList<string> Decisions { get; } = [Same, Different, Unsure];
}

internal sealed class CandidatePairTable : IEntityTypeConfiguration<CandidatePair>
{
    public const string Name = "protection_candidate_pair";

    public void Configure(EntityTypeBuilder<CandidatePair> table)
    {
        table.ToTable(Name);
        table.Ignore(p => p.IsDecided);
        table.Property(p => p.State).HasMaxLength(10);
        table.Property(p => p.Decision).HasMaxLength(10);
        table.Property(p => p.Verdict).HasConversion<string>().HasMaxLength(10);
        table.Property(p => p.Digest).HasMaxLength(32);
        // Of two who decide at once one is told that the other did.
        table.Property(p => p.Version).IsConcurrencyToken();
        table.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        table.HasIndex(p => p.SecondId);
        table.HasIndex(p => new { p.TeamId, p.State });
    }
}
