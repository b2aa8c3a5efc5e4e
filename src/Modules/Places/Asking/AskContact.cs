using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Asking;

/// <summary>
/// Where a place wants to be asked, because it said so. Only this is ever written to where the public profile hides the number,
/// and it is published nowhere.
/// </summary>
internal sealed class AskContact
{
    public required Guid PlaceId { get; init; }

    /// <summary>One of <see cref="Channels"/>.</summary>
    public required string Channel { get; set; }

    /// <summary>Sealed for the place.</summary>
    public required byte[] Address { get; set; }

    /// <summary>One of <see cref="Languages"/>.</summary>
    public required string Language { get; set; }
    public required Guid GivenTo { get; set; }
    public required DateTimeOffset GivenAt { get; set; }
}

internal sealed class AskContactTable : IEntityTypeConfiguration<AskContact>
{
    public void Configure(EntityTypeBuilder<AskContact> table)
    {
        table.ToTable("places_ask_contact").HasKey(c => c.PlaceId);
        table.Property(c => c.Channel).HasMaxLength(10);
        table.Property(c => c.Address).HasMaxLength(400);
        table.Property(c => c.Language).HasMaxLength(2);
    }
}
