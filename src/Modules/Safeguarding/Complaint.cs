using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Safeguarding;

/// <summary>
/// What somebody said of those who work here. What was said, of whom, of which place and organisation lies in
/// <see cref="Body"/> alone, sealed under a key of its own that only <see cref="Copy"/> holds.
/// </summary>
internal sealed class Complaint : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>By which the form's key is known again, and nothing else: the key itself gives the receipt code.</summary>
    public required string KeyHash { get; init; }

    /// <summary>By which the same words are known again by who sends the same key. Without that key nobody can try words until they fit.</summary>
    public required string BodyHash { get; init; }
    public required byte[] Body { get; init; }

    /// <summary>The name that follows from the receipt code; forgotten when the answers are.</summary>
    public string? CodeName { get; private set; }
    public short Shard { get; private init; }
    public required string? Country { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset ReadBy { get; init; }
    public required DateTimeOffset AnswerBy { get; init; }
    public required DateTimeOffset CloseBy { get; init; }

    public DateTimeOffset? ReadAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public Guid? TakenBy { get; private set; }

    /// <summary>One of <see cref="ComplaintKinds"/>, once somebody has read it.</summary>
    public string? Kind { get; private set; }

    /// <summary>One of <see cref="ComplaintOutcomes"/>.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The clock that runs now; null when it is closed.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>How many messages there are under the code: each is numbered, and two at once cannot have one number.</summary>
    public int Messages { get; private set; }
    public int Back { get; private set; }

    /// <summary>When what who holds the code sees last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Until when answers can be read under the code; null while it is open.</summary>
    public DateTimeOffset? AnswersUntil { get; private set; }
    public int Version { get; private set; }

    public static readonly TimeSpan AnswersKept = TimeSpan.FromDays(90);

    public static Complaint New(Guid id, string keyHash, string bodyHash, byte[] body, string codeName, string? country, string language, DateTimeOffset receivedAt) => new()
    {
        Id = id, KeyHash = keyHash, BodyHash = bodyHash, Body = body, CodeName = codeName, Shard = Convert.FromHexString(codeName.AsSpan(0, 2))[0], Country = country, Language = language, ReceivedAt = receivedAt,
        ReadBy = Clocks.ReadBy(receivedAt), AnswerBy = Clocks.AnswerBy(receivedAt, country), CloseBy = Clocks.CloseBy(receivedAt), DueAt = Clocks.ReadBy(receivedAt), ChangedAt = receivedAt,
    };

    /// <summary>What who holds the code is told: received, checked, changed.</summary>
    public string State => Outcome == ComplaintOutcomes.Acted ? "changed" : ReadAt is null ? "received" : "checked";
    public bool MayWriteBack => ClosedAt is null && CodeName is not null && Back < Contracts.Safeguarding.ComplaintLimits.MostBack;

    public void Read(DateTimeOffset now)
    {
        if (ReadAt is not null) return;
        (ReadAt, ChangedAt) = (now, now);
        Wind();
    }

    public void Sort(string kind, Guid by)
    {
        MustBeOpen();
        RuleBroken.Unless(ReadAt is not null, "safeguarding.rule.read_first");
        RuleBroken.Unless(ComplaintKinds.All.Contains(kind), "safeguarding.rule.choose_kind");
        (Kind, TakenBy) = (kind, by);
    }

    /// <returns>The number of the message.</returns>
    public int Answer(DateTimeOffset now)
    {
        MustBeOpen();
        RuleBroken.Unless(ReadAt is not null, "safeguarding.rule.read_first");
        (AnsweredAt, ChangedAt) = (AnsweredAt ?? now, now);
        Wind();
        return ++Messages;
    }

    /// <returns>The number of the message.</returns>
    public int WriteBack(DateTimeOffset now)
    {
        (Back, ChangedAt) = (Back + 1, now);
        return ++Messages;
    }

    public void Close(string outcome, DateTimeOffset now)
    {
        MustBeOpen();
        RuleBroken.Unless(Kind is not null, "safeguarding.rule.sort_first");
        RuleBroken.Unless(AnsweredAt is not null, "safeguarding.rule.answer_first");
        RuleBroken.Unless(ComplaintOutcomes.All.Contains(outcome), "safeguarding.rule.choose_outcome");
        (Outcome, ClosedAt, ChangedAt, AnswersUntil) = (outcome, now, now, now + AnswersKept);
        Wind();
    }

    /// <summary>The answers are over: under the code there is nothing any more.</summary>
    public void Forget(DateTimeOffset now) => (CodeName, ChangedAt) = (null, now);

    public void Saving(DateTimeOffset now) => Version++;

    private void MustBeOpen() => RuleBroken.Unless(ClosedAt is null, "safeguarding.rule.closed");

    private void Wind() => DueAt = ClosedAt is not null ? null : ReadAt is null ? ReadBy : AnsweredAt is null ? AnswerBy : CloseBy;
}

/// <summary>What a complaint is about, as whoever read it sorts it. The words are stored.</summary>
internal static class ComplaintKinds
{
    public static IReadOnlyList<string> All { get; } = ["sexual", "money", "violence", "refused", "private", "other"];
}

/// <summary>How a complaint ended. The words are stored.</summary>
internal static class ComplaintOutcomes
{
    public const string Acted = "acted";

    public static IReadOnlyList<string> All { get; } = [Acted, "passed_on", "not_confirmed", "not_possible"];
}

internal sealed class ComplaintTable : IEntityTypeConfiguration<Complaint>
{
    public const string Name = "safeguarding_complaint";

    public void Configure(EntityTypeBuilder<Complaint> table)
    {
        table.ToTable(Name);
        table.Ignore(c => c.State);
        table.Ignore(c => c.MayWriteBack);
        table.Property(c => c.KeyHash).HasMaxLength(64);
        table.Property(c => c.BodyHash).HasMaxLength(64);
        table.Property(c => c.CodeName).HasMaxLength(64);
        table.Property(c => c.Country).HasMaxLength(2);
        table.Property(c => c.Language).HasMaxLength(2);
        table.Property(c => c.Kind).HasMaxLength(20);
        table.Property(c => c.Outcome).HasMaxLength(20);
        // Two who act at once do not pass each other unseen, and no message gets a number twice.
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasIndex(c => c.KeyHash).IsUnique();
        table.HasIndex(c => c.CodeName).IsUnique();
        table.HasIndex(c => c.ChangedAt);
        table.HasIndex(c => c.AnswersUntil);
    }
}
