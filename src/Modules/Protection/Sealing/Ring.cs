using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.Sealing;

/// <summary>
/// A key pair that some members of a team share. What is sealed under it they open in their own sessions; the server, its
/// administrator and a thief of both its disks open nothing.
/// </summary>
internal sealed class Ring
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeamId { get; init; }

    /// <summary>One of <see cref="RingKinds"/>.</summary>
    public required string Kind { get; init; }
    public required int Version { get; init; }

    /// <summary>SubjectPublicKeyInfo: whoever may write and not read seals to it.</summary>
    public required byte[] PublicKey { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When somebody who held it left: nothing new is sealed under it from then on.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    /// <returns>The ring, and its private half in PKCS 8, to be zeroed after it was shared.</returns>
    public static (Ring Ring, byte[] Private) New(Guid team, string kind, int version, DateTimeOffset now)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return (new() { TeamId = team, Kind = kind, Version = version, PublicKey = pair.ExportSubjectPublicKeyInfo(), MadeAt = now }, pair.ExportPkcs8PrivateKey());
    }
}

/// <summary>How near to a person's story a key leads. The words are stored.</summary>
internal static class RingKinds
{
    /// <summary>What first contact asks and nothing that was suffered.</summary>
    public const string Contact = "contact";

    /// <summary>Who somebody is, whom she travels with, how she is reached.</summary>
    public const string File = "file";

    /// <summary>What only a specialist hears.</summary>
    public const string Special = "special";

    public static IReadOnlyList<string> All { get; } = [Contact, File, Special];
}

/// <summary>A ring's private half, sealed for one member. Without this row nobody gets to it again.</summary>
internal sealed class RingShare
{
    public required Guid Id { get; init; }
    public required Guid RingId { get; init; }
    public required Guid AccountId { get; init; }
    public required byte[] Box { get; init; }

    /// <summary>Of the key it was sealed for: who signs in with another one opens nothing, until a colleague gives it anew.</summary>
    public required string KeyPrint { get; init; }
    public required Guid GivenBy { get; init; }
    public required DateTimeOffset GivenAt { get; init; }

    public static RingShare For(Guid ring, ReadOnlySpan<byte> privateKey, Guid account, byte[] publicKey, Guid givenBy, DateTimeOffset now) => new()
    {
        Id = StableId.Of("protection_ring_share", ring.ToString(), account.ToString()), RingId = ring, AccountId = account, GivenBy = givenBy, GivenAt = now,
        Box = SealedFor.Key(publicKey, Bound(ring, account), privateKey), KeyPrint = SealedFor.PrintOf(publicKey),
    };

    public byte[]? Open(byte[] own) => SealedFor.Open(own, Bound(RingId, AccountId), Box);

    private static string Bound(Guid ring, Guid account) => $"protection_ring_share|{ring}|{account}";
}

internal sealed class RingTable : IEntityTypeConfiguration<Ring>
{
    public void Configure(EntityTypeBuilder<Ring> table)
    {
        table.ToTable("protection_ring");
        table.Property(r => r.Kind).HasMaxLength(10);
        table.Property(r => r.PublicKey).HasMaxLength(200);
        table.HasIndex(r => new { r.TeamId, r.Kind, r.Version }).IsUnique();
        table.HasOne<Teams.Team>().WithMany().HasForeignKey(r => r.TeamId);
    }
}

internal sealed class RingShareTable : IEntityTypeConfiguration<RingShare>
{
    public void Configure(EntityTypeBuilder<RingShare> table)
    {
        table.ToTable("protection_ring_share");
        table.Property(s => s.Box).HasMaxLength(600);
        table.Property(s => s.KeyPrint).HasMaxLength(64);
        table.HasIndex(s => new { s.AccountId, s.RingId }).IsUnique();
        table.HasOne<Ring>().WithMany().HasForeignKey(s => s.RingId);
    }
}
