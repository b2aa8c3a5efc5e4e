using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.Contacts;

/// <summary>Three minutes at a desk: what somebody needed, how old she seemed, what was given. No name, no paper, no place where she could be found.</summary>
internal sealed class Contact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeamId { get; init; }

    /// <summary>The day in the office and not the minute: at a small desk the minute would be somebody.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>One of <see cref="People.AgeBands"/>.</summary>
    public required string AgeBand { get; init; }

    /// <summary>Of <see cref="People.Needs.Kinds"/>, between spaces.</summary>
    public required string Needs { get; init; }

    /// <summary>What was given of them, between spaces.</summary>
    public required string Given { get; init; }
}

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public const string Name = "protection_contact";

    public void Configure(EntityTypeBuilder<Contact> table)
    {
        table.ToTable(Name);
        table.Property(c => c.AgeBand).HasMaxLength(10);
        table.Property(c => c.Needs).HasMaxLength(300);
        table.Property(c => c.Given).HasMaxLength(300);
        table.HasIndex(c => new { c.TeamId, c.Day });
        table.HasOne<Teams.Team>().WithMany().HasForeignKey(c => c.TeamId);
    }
}
