using Amparo.Contracts.Publication;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Reporting;

/// <summary>Somebody without an account said that an entry is wrong. Nothing of who said it is kept.</summary>
internal sealed class ProblemReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlaceId { get; set; }
    public short Shard { get => (short)Shards.Of(Id); private set { } }

    /// <summary><c>closed</c>, <c>moved</c>, <c>phone</c>, <c>hours</c>, <c>refused</c>, <c>other</c>, or <see cref="ClosedAgain"/>; of the place itself <see cref="SaysClosed"/> or <see cref="SaysChanged"/>.</summary>
    public required string What { get; init; }
    public string? Words { get; init; }

    /// <summary>HMAC of the receipt code: only who holds the code can ask for it.</summary>
    public required string CodeHash { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public string Outcome { get; private set; } = Received;
    public DateTimeOffset ChangedAt { get; private set; }

    public const string Closed = "closed";

    /// <summary>The same, said once more from one connection within minutes: read like any report, and no second voice.</summary>
    public const string ClosedAgain = "closed_again";

    /// <summary>The place itself answered so: somebody calls back.</summary>
    public const string SaysClosed = "says_closed";
    public const string SaysChanged = "says_changed";

    public const string Received = "received";
    public const string Checked = "checked";
    public const string Changed = "changed";

    /// <param name="id">Of the message in the inbox: one message is one report, also to two servers that take it at once.</param>
    public static ProblemReport From(PlaceReport report, DateTimeOffset receivedAt, DateTimeOffset now, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(), PlaceId = report.Place, What = report is { IsEcho: true, What: Closed } ? ClosedAgain : report.What, Words = report.Words, CodeHash = report.CodeHash, ReceivedAt = receivedAt, ChangedAt = now,
    };

    public void Settle(string outcome, DateTimeOffset now)
    {
        RuleBroken.Unless(outcome is Checked or Changed, "places.report.unknown_outcome");
        RuleBroken.Unless(Outcome == Received, "places.report.already_settled");
        (Outcome, ChangedAt) = (outcome, now);
    }
}

internal sealed class ProblemReportTable : IEntityTypeConfiguration<ProblemReport>
{
    public void Configure(EntityTypeBuilder<ProblemReport> table)
    {
        table.ToTable("places_problem_report");
        table.Property(r => r.What).HasMaxLength(20);
        table.Property(r => r.Words).HasMaxLength(2000);
        table.Property(r => r.Outcome).IsConcurrencyToken(); // written once, also by two at once
        table.Property(r => r.CodeHash).HasMaxLength(64);
        table.HasIndex(r => r.CodeHash).IsUnique();
        table.HasIndex(r => r.ChangedAt);
        table.HasIndex(r => new { r.PlaceId, r.Outcome });
        table.HasIndex(r => new { r.Outcome, r.ReceivedAt });
    }
}
