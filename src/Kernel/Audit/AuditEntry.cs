using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>
/// What was done, by whom, to how many records of which table. It carries no value of any record: an audit that
/// repeats a name would be a second place from which the name can leak.
/// </summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required string Act { get; init; }
    public Guid? By { get; init; }
    public required string Table { get; init; }

    /// <summary>The record, where exactly one was touched.</summary>
    public Guid? Record { get; init; }

    public required int Records { get; init; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.ToTable("kernel_audit");
        table.Property(a => a.Act).HasMaxLength(80);
        table.Property(a => a.Table).HasColumnName("table_name").HasMaxLength(80);
        table.HasIndex(a => a.At);
    }
}
