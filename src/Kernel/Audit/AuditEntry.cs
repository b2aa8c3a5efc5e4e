using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>
/// What was done, by whom, to how many records of which table, and how it ended. It carries no value of any record: an audit
/// that repeats a name would be a second place from which the name can leak. A row is written in the transaction of what it
/// tells, and never changes but once: when the <see cref="AuditSealer"/> gives it its place in the chain.
/// </summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }

    /// <summary>The word of the act, such as <c>places.approve</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The account; null for a command, a job, or a reader of whom nothing is known.</summary>
    public Guid? By { get; init; }

    /// <summary>The organisation for which the account acted.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>Why, in one line, where the act asks for it; at most 200 characters.</summary>
    public string? Purpose { get; init; }

    public required string Table { get; init; }

    /// <summary>The record, where exactly one was touched.</summary>
    public Guid? Record { get; init; }

    public required int Records { get; init; }

    /// <summary>One of <see cref="AuditOutcomes"/>.</summary>
    public string Outcome { get; init; } = AuditOutcomes.Done;

    /// <summary>The process that wrote it, and its count there: of one process no row can be copied or put elsewhere.</summary>
    public string Node { get; internal set; } = "";
    public long NodeSequence { get; internal set; }

    /// <summary>HMAC-SHA-256 over everything above with a key that the database does not hold: 32 bytes.</summary>
    public byte[] Mac { get; internal set; } = [];

    /// <summary>Its place in the chain, from 1 without a gap; null until it is sealed.</summary>
    public long? Sequence { get; init; }

    /// <summary>SHA-256 over the chain of the row before and this row: 32 bytes.</summary>
    public byte[]? Chain { get; init; }
}

/// <summary>How an act ended. The words are stored and stable.</summary>
public static class AuditOutcomes
{
    public const string Done = "done";

    /// <summary>Something sensitive was read; written before its bytes left.</summary>
    public const string Seen = "seen";
    public const string Refused = "refused";
    public const string Failed = "failed";
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public const string Name = "kernel_audit";
    public const int LongestPurpose = 200;

    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.ToTable(Name);
        table.Property(a => a.Act).HasMaxLength(80);
        table.Property(a => a.Purpose).HasMaxLength(LongestPurpose);
        table.Property(a => a.Table).HasColumnName("table_name").HasMaxLength(80);
        table.Property(a => a.Outcome).HasMaxLength(20);
        table.Property(a => a.Node).HasMaxLength(16);
        table.HasIndex(a => a.At);
        table.HasIndex(a => new { a.By, a.At });
        table.HasIndex(a => new { a.Record, a.At });
        // One for each question of the auditor's page: newest first, at the same cost however long the audit is.
        table.HasIndex(a => new { a.Act, a.At });
        table.HasIndex(a => new { a.Table, a.At });
        table.HasIndex(a => new { a.Outcome, a.At });
        table.HasIndex(a => new { a.Organisation, a.At });
        table.HasIndex(a => new { a.Node, a.NodeSequence }).IsUnique();
        table.HasIndex(a => a.Sequence).IsUnique();
    }
}
