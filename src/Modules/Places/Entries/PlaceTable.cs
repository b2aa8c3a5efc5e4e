using System.Text.Json;
using Amparo.Contracts.Places;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Entries;

internal sealed class PlaceTable : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> table)
    {
        table.ToTable("places_place");
        table.Property(p => p.Slug).HasMaxLength(120);
        table.Property(p => p.Name).HasMaxLength(300);
        table.Property(p => p.Kind).HasMaxLength(40);
        table.Property(p => p.Country).HasMaxLength(2);
        table.Property(p => p.Disclosure).HasMaxLength(10);
        table.Property(p => p.Status).HasMaxLength(10);
        table.Property(p => p.Version).IsConcurrencyToken();
        // A profile is replaced as a whole and never edited in place, so the reference tells whether it changed.
        table.Property(p => p.Profile).HasConversion(
            profile => JsonSerializer.Serialize(profile, CompactJson.Options),
            stored => JsonSerializer.Deserialize<PlaceProfile>(stored, CompactJson.Options)!,
            new ValueComparer<PlaceProfile>((a, b) => ReferenceEquals(a, b), p => p.GetHashCode(), p => p));
        table.HasIndex(p => p.Slug).IsUnique();
        table.HasIndex(p => new { p.Source, p.SourceKey }).IsUnique();
        table.HasIndex(p => p.ChangedAt);
        table.HasIndex(p => p.Shard);
        table.HasIndex(p => new { p.Kind, p.AssuredAt });
        table.HasIndex(p => p.ExpiresAt);
        table.HasIndex(p => new { p.Country, p.Status });
        table.OwnsOne(p => p.Whereabouts, where =>
        {
            where.ToTable("places_whereabouts");
            where.WithOwner().HasForeignKey("PlaceId");
            where.Property<Guid>("PlaceId").HasColumnName("place_id");
        });
        table.Navigation(p => p.Whereabouts).IsRequired();
    }
}
