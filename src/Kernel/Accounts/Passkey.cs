using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>A passkey (WebAuthn) of an account: what the server must know to recognise it. Nothing here opens anything.</summary>
public sealed class Passkey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required string Name { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
    public long SignCount { get; set; }
    public required string Transports { get; init; }
    public bool IsUserVerified { get; set; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; set; }
    public required byte[] AttestationObject { get; init; }
    public required byte[] ClientDataJson { get; init; }

    public UserPasskeyInfo Info => new(CredentialId, PublicKey, CreatedAt, (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson) { Name = Name };
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> table)
    {
        table.ToTable("kernel_passkey");
        table.Ignore(p => p.Info);
        table.Property(p => p.CredentialId).HasMaxLength(1023);
        table.Property(p => p.Name).HasMaxLength(60);
        table.Property(p => p.Transports).HasMaxLength(100);
        table.HasIndex(p => p.CredentialId).IsUnique();
        table.HasIndex(p => p.AccountId);
        table.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
    }
}
