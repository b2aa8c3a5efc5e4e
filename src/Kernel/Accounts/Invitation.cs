using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>A link that lets one person begin, once. The database holds its hash only.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);
    public static readonly TimeSpan RenewalLasts = TimeSpan.FromHours(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required byte[] TokenHash { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Leads to a new password for somebody who has begun, and to nothing without a recovery code.</summary>
    public bool IsRenewal { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset now)
    {
        RuleBroken.Unless(IsOpen(now), "office.invitation.over");
        (UsedAt, Version) = (now, Version + 1);
    }
}

/// <summary>One of ten words on paper, for the day on which the telephone is lost. Each works once.</summary>
public sealed class RecoveryCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required byte[] Hash { get; init; }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.ToTable("kernel_invitation");
        table.Property(i => i.TokenHash).HasMaxLength(32);
        table.Property(i => i.Version).IsConcurrencyToken();
        table.HasIndex(i => i.TokenHash).IsUnique();
        table.HasIndex(i => i.AccountId);
        table.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId);
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> table)
    {
        table.ToTable("kernel_recovery_code");
        table.Property(c => c.Hash).HasMaxLength(32);
        table.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
        table.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }
}
