using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>The key pair of an account (ECDH P-256). What is sealed to the public half only its owner opens, never an administrator.</summary>
public sealed class AccountKey
{
    public required Guid AccountId { get; init; }
    public int Version { get; init; } = 1;

    /// <summary>SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>The private half, wrapped under one thing that only the owner has.</summary>
public sealed class KeyWrap
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required int Version { get; init; }

    /// <summary>One of <see cref="KeyWays"/>.</summary>
    public required string Way { get; init; }

    /// <summary>The recovery code or passkey; empty for the password, of which there is one.</summary>
    public Guid WayId { get; init; }
    public required byte[] Salt { get; init; }
    public required byte[] Box { get; init; }
}

/// <summary>What a private key can be wrapped under.</summary>
public static class KeyWays
{
    public const string Password = "password";
    public const string Recovery = "recovery";
    public const string Passkey = "passkey";
}

internal sealed class AccountKeyTable : IEntityTypeConfiguration<AccountKey>
{
    public void Configure(EntityTypeBuilder<AccountKey> table)
    {
        table.ToTable("kernel_account_key").HasKey(k => k.AccountId);
        table.Property(k => k.PublicKey).HasMaxLength(200);
        table.HasOne<Account>().WithOne().HasForeignKey<AccountKey>(k => k.AccountId);
    }
}

internal sealed class KeyWrapTable : IEntityTypeConfiguration<KeyWrap>
{
    public void Configure(EntityTypeBuilder<KeyWrap> table)
    {
        table.ToTable("kernel_key_wrap");
        table.Property(w => w.Way).HasMaxLength(10);
        table.Property(w => w.Salt).HasMaxLength(16);
        table.Property(w => w.Box).HasMaxLength(400);
        table.HasIndex(w => new { w.AccountId, w.Way, w.WayId }).IsUnique();
        table.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId);
    }
}
