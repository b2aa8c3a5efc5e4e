using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Assuring;

/// <summary>One time that somebody made sure of an entry; the place itself carries the last.</summary>
internal sealed class Assurance
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlaceId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required string How { get; init; }
}

internal sealed class AssuranceTable : IEntityTypeConfiguration<Assurance>
{
    public void Configure(EntityTypeBuilder<Assurance> table)
    {
        table.ToTable("places_assurance");
        table.HasOne<Entries.Place>().WithMany().HasForeignKey(a => a.PlaceId);
    }
}
