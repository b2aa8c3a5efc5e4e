using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Entries;

/// <summary>Somebody looked at an entry before readers do: for which organisation, and by which document where there was one.</summary>
internal sealed class Verification
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlaceId { get; init; }

    /// <summary>The account.</summary>
    public required Guid By { get; init; }

    /// <summary>The organisation for which the account acts; null is the office itself.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>The document that was seen, in a few words: "licence of 2026", "list of the ministry".</summary>
    public string? Document { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class VerificationTable : IEntityTypeConfiguration<Verification>
{
    public const int LongestDocument = 200;

    public void Configure(EntityTypeBuilder<Verification> table)
    {
        table.ToTable("places_verification");
        table.Property(v => v.Document).HasMaxLength(LongestDocument);
        table.HasIndex(v => v.PlaceId);
        table.HasIndex(v => v.At);
    }
}
