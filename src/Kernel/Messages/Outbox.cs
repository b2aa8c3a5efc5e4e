using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>
/// Something that happened, for other modules to hear. It carries ids, a country and a date; never a name, an age or a story.
/// </summary>
public interface IEvent
{
    /// <summary>Named and versioned, such as <c>places.changed.v1</c>: types are renamed, stored messages are not.</summary>
    static abstract string Name { get; }
}

/// <summary>An event that waits in the same transaction as the change that it tells of.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("kernel_outbox");
        table.Property(m => m.Name).HasMaxLength(80);
    }
}
