using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Safeguarding;

/// <summary>The key of one complaint, sealed for one person who may read it. Whoever has none has no way to what was said.</summary>
internal sealed class Copy
{
    /// <summary>From complaint and account: to two who give it at once it is the same row.</summary>
    public required Guid Id { get; init; }
    public required Guid ComplaintId { get; init; }

    /// <summary>Null where it waits, sealed for this server, until somebody may read it.</summary>
    public required Guid? AccountId { get; init; }
    public required byte[] Box { get; set; }
    public required DateTimeOffset MadeAt { get; set; }

    /// <summary>Who handed it over; null where it was sealed at the door.</summary>
    public Guid? GivenBy { get; set; }

    private const string WaitingPurpose = "safeguarding-waiting";

    public static Copy For(Guid complaint, Guid account, byte[] publicKey, ReadOnlySpan<byte> key, DateTimeOffset now, Guid? givenBy = null) => new()
    {
        Id = StableId.Of("safeguarding_copy", complaint.ToString(), account.ToString()), ComplaintId = complaint, AccountId = account, MadeAt = now, GivenBy = givenBy, Box = SealedFor.Key(publicKey, Bound(complaint, account), key),
    };

    public static Copy Waiting(Guid complaint, ServerKey server, ReadOnlySpan<byte> key, DateTimeOffset now) => new()
    {
        Id = StableId.Of("safeguarding_copy", complaint.ToString(), ""), ComplaintId = complaint, AccountId = null, MadeAt = now, Box = server.Seal(WaitingPurpose, Bound(complaint, null), key),
    };

    /// <summary>For a key that its owner got later: the earlier one opens nothing any more.</summary>
    public void Renew(byte[] publicKey, ReadOnlySpan<byte> key, Guid givenBy, DateTimeOffset now) =>
        (Box, MadeAt, GivenBy) = (SealedFor.Key(publicKey, Bound(ComplaintId, AccountId), key), now, givenBy);

    public byte[]? Open(byte[] privateKey) => SealedFor.Open(privateKey, Bound(ComplaintId, AccountId), Box);

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was sealed by another server.</exception>
    public byte[] Open(ServerKey server) => server.Unseal(WaitingPurpose, Bound(ComplaintId, null), Box);

    private static string Bound(Guid complaint, Guid? account) => $"safeguarding_copy|{complaint}|{account}";
}

internal sealed class CopyTable : IEntityTypeConfiguration<Copy>
{
    public void Configure(EntityTypeBuilder<Copy> table)
    {
        table.ToTable("safeguarding_copy");
        table.Property(c => c.Box).HasMaxLength(400);
        table.HasIndex(c => new { c.AccountId, c.ComplaintId }).IsUnique();
        table.HasOne<Complaint>().WithMany().HasForeignKey(c => c.ComplaintId);
    }
}
