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
        table.Property(p => p.NameKey).HasMaxLength(600);
        table.Property(p => p.WithdrawnBecause).HasMaxLength(20);
        table.Property(p => p.Version).IsConcurrencyToken();
        table.Property(p => p.ProposedContacts).HasConversion(
            contacts => JsonSerializer.Serialize(contacts, CompactJson.Options),
            stored => JsonSerializer.Deserialize<ProposedContacts>(stored, CompactJson.Options)!,
            new ValueComparer<ProposedContacts>((a, b) => ReferenceEquals(a, b), c => c.GetHashCode(), c => c));
        // A profile is replaced as a whole and never edited in place, so the reference tells whether it changed.
        table.Property(p => p.Profile).HasConversion(
            profile => JsonSerializer.Serialize(profile, CompactJson.Options),
            stored => JsonSerializer.Deserialize<PlaceProfile>(stored, CompactJson.Options)!,
            new ValueComparer<PlaceProfile>((a, b) => ReferenceEquals(a, b), p => p.GetHashCode(), p => p));
        table.HasIndex(p => p.Slug).IsUnique();
        table.HasIndex(p => new { p.Source, p.SourceKey }).IsUnique();
        table.HasIndex(p => new { p.ChangedAt, p.Id });
        table.HasIndex(p => p.Shard);
        table.HasIndex(p => new { p.Kind, p.AssuredAt });
        table.HasIndex(p => p.ExpiresAt);
        table.HasIndex(p => new { p.OrganizationId, p.NameKey, p.Id });
        // The desk: lists by name, queues by the oldest assurance of each kind; both begin where a person's reach does.
        table.HasIndex(p => new { p.NameKey, p.Id });
        table.HasIndex(p => new { p.Country, p.NameKey, p.Id });
        table.HasIndex(p => new { p.Status, p.NameKey, p.Id });
        table.HasIndex(p => new { p.Status, p.Kind, p.AssuredAt, p.ApprovedAt, p.Id });
        table.HasIndex(p => new { p.Country, p.Status, p.Kind, p.AssuredAt, p.ApprovedAt, p.Id });
        table.HasIndex(p => p.MayBeClosedSince);
        // One for each thing that a list is asked for, in the order in which its rows come: a page then costs its fifty rows.
        table.HasIndex(p => new { p.Kind, p.NameKey, p.Id });
        table.HasIndex(p => new { p.Country, p.Kind, p.NameKey, p.Id });
        table.HasIndex(p => new { p.Country, p.Status, p.NameKey, p.Id });
        table.HasIndex(p => new { p.Country, p.ChangedAt, p.Id });
        table.HasIndex(p => new { p.AssuredAt, p.Id });
        table.HasIndex(p => new { p.Country, p.AssuredAt, p.Id });
        table.HasIndex(p => new { p.Status, p.AssuredAt, p.ApprovedAt, p.Id });
        table.HasIndex(p => new { p.Country, p.Status, p.AssuredAt, p.ApprovedAt, p.Id });
        table.HasIndex(p => new { p.Tile, p.NameKey, p.Id });
        table.HasIndex(p => new { p.Country, p.Admin1 });
        // Of what is rare only that: an index of everything would be paid at every save.
        table.HasIndex(p => new { p.NameKey, p.Id }, "ix_places_place_hidden").HasFilter("disclosure = 'officers'");
        table.HasIndex(p => new { p.NameKey, p.Id }, "ix_places_place_doubtful").HasFilter("may_be_closed_since IS NOT NULL");
        table.HasIndex(p => new { p.NameKey, p.Id }, "ix_places_place_second").HasFilter("proposed_contacts IS NOT NULL");
        table.HasIndex(p => p.IsDemonstration).HasFilter("is_demonstration");
        table.HasIndex(p => p.MergedInto);
        table.HasMany(p => p.Verifications).WithOne().HasForeignKey(v => v.PlaceId);
        table.OwnsOne(p => p.Whereabouts, where =>
        {
            where.ToTable("places_whereabouts");
            where.WithOwner().HasForeignKey("PlaceId");
            where.Property<Guid>("PlaceId").HasColumnName("place_id");
        });
        table.Navigation(p => p.Whereabouts).IsRequired();
    }
}
