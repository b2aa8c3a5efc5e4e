using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>
/// A message that waits to be sent, or was. It holds no words: they are written a moment before they leave, by whoever knows
/// whether they are still wanted. Where it goes is sealed, and forgotten when it has left.
/// </summary>
public sealed class OutgoingMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is: the <see cref="IMessageWriter"/> of this name writes it.</summary>
    public required string Purpose { get; init; }

    /// <summary>What it is about, in the table of its writer. One purpose writes of one record once.</summary>
    public required Guid Record { get; init; }

    /// <summary>One of <see cref="Channels"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>Sealed (see <see cref="Addresses"/>); null when it has left or will not.</summary>
    public byte[]? Address { get; private set; }

    /// <summary>By which an address is known again without being kept.</summary>
    public required string AddressHash { get; init; }

    /// <summary>Where it arrives, IANA: it decides when it is day.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Whose work it is, ISO 3166-1 alpha-2: by it those who answer for one country see what was sent there.</summary>
    public string? Country { get; init; }

    /// <summary>Invented: it leaves by a channel that reaches nobody, or not at all.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>One of <see cref="MessageStates"/>.</summary>
    public string State { get; private set; } = MessageStates.Queued;
    public int Tries { get; private set; }
    public required DateTimeOffset QueuedAt { get; init; }
    public required DateTimeOffset NextAt { get; set; }
    public DateTimeOffset? BegunAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The gateway's own name for it.</summary>
    public string? GatewayId { get; private set; }

    /// <summary>Of an SMS: how many it costs.</summary>
    public int Segments { get; private set; }

    /// <summary>In millionths of <see cref="Currency"/>; null while nobody said.</summary>
    public long? PriceMicros { get; private set; }
    public string? Currency { get; private set; }

    public void To(byte[] sealedAddress) => Address = sealedAddress;

    /// <summary>Committed before the first byte leaves: whoever finds it so after a crash does not send it again.</summary>
    public void Begin(DateTimeOffset now, int segments) => (State, Tries, BegunAt, Segments) = (MessageStates.Sending, Tries + 1, now, segments);

    /// <summary>It surely did not leave; it is tried again then.</summary>
    public void Again(DateTimeOffset at) => (State, NextAt, BegunAt) = (MessageStates.Queued, at, null);

    public void End(string state, DateTimeOffset now, string? gatewayId = null) =>
        (State, EndedAt, GatewayId, Address) = (state, now, gatewayId is { Length: > 100 } ? gatewayId[..100] : gatewayId, null);

    /// <summary>What the gateway said of it later.</summary>
    public void Receive(bool delivered, long? priceMicros, string? currency, DateTimeOffset now)
    {
        (State, EndedAt, Address) = (delivered ? MessageStates.Delivered : MessageStates.Undelivered, now, null);
        if (priceMicros is not null) (PriceMicros, Currency) = (priceMicros, currency);
    }

    public void Cost(long micros, string currency) => (PriceMicros, Currency) = (micros, currency);
}

/// <summary>What became of a message. The words are stored and stable.</summary>
public static class MessageStates
{
    public const string Queued = "queued";
    public const string Sending = "sending";
    public const string Sent = "sent";
    public const string Delivered = "delivered";
    public const string Undelivered = "undelivered";

    /// <summary>The gateway will not take it, or did not after many tries.</summary>
    public const string Refused = "refused";

    /// <summary>It may have left: nobody knows, and it is not sent a second time.</summary>
    public const string Unclear = "unclear";

    /// <summary>Nobody wants it any more, or who would get it asked not to be written to.</summary>
    public const string Dropped = "dropped";
}

/// <summary>By what a message travels.</summary>
public static class Channels
{
    public const string Mail = "mail";
    public const string Sms = "sms";
}

internal sealed class OutgoingTable : IEntityTypeConfiguration<OutgoingMessage>
{
    public const string Name = "kernel_outgoing";

    public void Configure(EntityTypeBuilder<OutgoingMessage> table)
    {
        table.ToTable(Name);
        table.Property(m => m.Purpose).HasMaxLength(40);
        table.Property(m => m.Channel).HasMaxLength(10);
        table.Property(m => m.Address).HasMaxLength(400);
        table.Property(m => m.AddressHash).HasMaxLength(64);
        table.Property(m => m.TimeZone).HasMaxLength(64);
        table.Property(m => m.GatewayId).HasMaxLength(100);
        table.Property(m => m.Country).HasMaxLength(2);
        table.Property(m => m.Currency).HasMaxLength(3);
        // Of two servers that reach for one message the second finds that it is no longer queued.
        table.Property(m => m.State).HasMaxLength(12).IsConcurrencyToken();
        table.HasIndex(m => new { m.Purpose, m.Record }).IsUnique();
        table.HasIndex(m => new { m.State, m.NextAt });
        table.HasIndex(m => m.GatewayId);
        table.HasIndex(m => new { m.Purpose, m.QueuedAt });
    }
}
