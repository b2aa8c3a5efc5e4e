using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>
/// How many messages of one month went which way, what became of them and what they cost. The database itself keeps it in step with
/// every message, in the same transaction (<see cref="OutgoingCounting"/>): a page that says it costs the same for a hundred and for a million.
/// </summary>
public sealed class OutgoingCount
{
    /// <summary>As <see cref="OutgoingMessage.Purpose"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>When they were queued, in UTC: 202611.</summary>
    public required int Month { get; init; }

    /// <summary>As <see cref="OutgoingMessage.Country"/>; empty where nobody said.</summary>
    public required string Country { get; init; }

    /// <summary>One of <see cref="Channels"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>One of <see cref="MessageStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Empty where no price is known.</summary>
    public required string Currency { get; init; }

    /// <summary>None where all of them have gone on to another state.</summary>
    public required int Messages { get; init; }

    /// <summary>As <see cref="OutgoingMessage.Segments"/>, all together.</summary>
    public required int Segments { get; init; }

    /// <summary>In millionths of the currency, all together.</summary>
    public required long PriceMicros { get; init; }

    /// <summary>The month of an instant.</summary>
    public static int MonthOf(DateTimeOffset instant) => instant.UtcDateTime.Year * 100 + instant.UtcDateTime.Month;
}

internal sealed class OutgoingCountTable : IEntityTypeConfiguration<OutgoingCount>
{
    public const string Name = "kernel_outgoing_count";

    public void Configure(EntityTypeBuilder<OutgoingCount> table)
    {
        table.ToTable(Name);
        table.Property(c => c.Purpose).HasMaxLength(40);
        table.Property(c => c.Country).HasMaxLength(2);
        table.Property(c => c.Channel).HasMaxLength(10);
        table.Property(c => c.State).HasMaxLength(12);
        table.Property(c => c.Currency).HasMaxLength(3);
        table.HasKey(c => new { c.Purpose, c.Month, c.Country, c.Channel, c.State, c.Currency });
    }
}
