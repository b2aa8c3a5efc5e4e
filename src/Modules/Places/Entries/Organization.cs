using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Entries;

/// <summary>Who runs places (HSDS organization).</summary>
internal sealed class Organization : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public string? AlternateName { get; set; }
    public string? Description { get; set; }
    public string? Url { get; set; }
    public string? Email { get; set; }
    public string? Source { get; init; }
    public string? SourceHash { get; set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public void Saving(DateTimeOffset now) => (ChangedAt, Version) = (now, Version + 1);
}

internal sealed class OrganizationTable : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> table)
    {
        table.ToTable("places_organization");
        table.Property(o => o.Name).HasMaxLength(300);
        table.Property(o => o.Version).IsConcurrencyToken();
        table.HasIndex(o => o.ChangedAt);
    }
}
