using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Safeguarding.Holding;

/// <summary>
/// Somebody who got the role of reading complaints. To have the role is not enough: nothing is sealed for her until another who
/// reads says that she is meant, since whoever gives roles could give this one to herself.
/// </summary>
internal sealed class Holder
{
    public required Guid AccountId { get; init; }
    public required DateTimeOffset NamedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Null where it was said at the machine, of the first.</summary>
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>The key for which she was confirmed: with another key she may be somebody else, and is confirmed anew.</summary>
    public string? KeyPrint { get; private set; }

    /// <summary>When the others were told by mail that she was named, and that she was confirmed.</summary>
    public DateTimeOffset? NamingToldAt { get; set; }
    public DateTimeOffset? ConfirmingToldAt { get; set; }

    /// <summary>When she was last told that something waits.</summary>
    public DateTimeOffset? LetterAt { get; set; }
    public int Version { get; private set; }

    public void Confirm(byte[] publicKey, Guid? by, DateTimeOffset now)
    {
        RuleBroken.Unless(by != AccountId, "safeguarding.rule.not_oneself");
        (ConfirmedAt, ConfirmedBy, KeyPrint, ConfirmingToldAt, Version) = (now, by, SealedFor.PrintOf(publicKey), null, Version + 1);
    }
}

internal sealed class HolderTable : IEntityTypeConfiguration<Holder>
{
    public void Configure(EntityTypeBuilder<Holder> table)
    {
        table.ToTable("safeguarding_holder").HasKey(h => h.AccountId);
        table.Property(h => h.KeyPrint).HasMaxLength(64);
        table.Property(h => h.Version).IsConcurrencyToken();
    }
}
