using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.People.Same;

/// <summary>By which files of one team are brought together to be compared: cut so short that several names have one, and keyed by what only its members hold.</summary>
internal sealed class Tag
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeamId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>A <see cref="Matching.BlockKind"/>.</summary>
    public required int Kind { get; init; }
    public required long Value { get; init; }
}

internal sealed class TagTable : IEntityTypeConfiguration<Tag>
{
    public const string Name = "protection_tag";

    public void Configure(EntityTypeBuilder<Tag> table)
    {
        table.ToTable(Name);
        table.HasIndex(t => new { t.TeamId, t.Kind, t.Value });
        table.HasIndex(t => t.PersonId);
        table.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
    }
}
