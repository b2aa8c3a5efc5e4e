using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>Something that the gateway told us. It is written down so that the same is not done twice; what it said is not kept.</summary>
public sealed class SmsEvent
{
    /// <summary>SHA-256 over its kind and the gateway's name for it, in hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>Of the post that brought it: the very same post again was recorded by somebody and is refused.</summary>
    public required string Signature { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class SmsEventTable : IEntityTypeConfiguration<SmsEvent>
{
    public void Configure(EntityTypeBuilder<SmsEvent> table)
    {
        table.ToTable("kernel_sms_event");
        table.Property(e => e.Id).HasMaxLength(64);
        table.Property(e => e.Signature).HasMaxLength(80);
        table.HasIndex(e => e.At);
    }
}
