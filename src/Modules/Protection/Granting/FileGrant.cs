using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.Granting;

/// <summary>
/// Why one team may open parts of one person's file. There may be several at once, for the same team too; one that ends takes
/// nothing from another.
/// </summary>
internal sealed class FileGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required Guid TeamId { get; init; }

    /// <summary>One of <see cref="GrantKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Kinds of sections, between spaces.</summary>
    public required string Sections { get; init; }

    /// <summary>The entry of the consent ledger on which it rests; null of the team that keeps the file.</summary>
    public required Guid? ConsentId { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset? Until { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? EndedBy { get; private set; }

    /// <summary>One of <see cref="GrantEnds"/>.</summary>
    public string? EndedFor { get; private set; }

    public IReadOnlyList<string> SectionList => Sections.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsLive(DateTimeOffset now) => EndedAt is null && (Until is null || Until > now);

    // Whatever else is wrong with the file, an access can always be ended.
    public void End(string why, Guid? by, DateTimeOffset now)
    {
        if (EndedAt is null) (EndedAt, EndedBy, EndedFor) = (now, by, why);
    }
}

/// <summary>The words are stored.</summary>
internal static class GrantKinds
{
    /// <summary>The team that keeps the file.</summary>
    public const string Keeper = "keeper";
    public const string Referral = "referral", Supervision = "supervision";
}

/// <summary>The words are stored.</summary>
internal static class GrantEnds
{
    public const string Withdrawn = "withdrawn", Revoked = "revoked";
}

internal sealed class FileGrantTable : IEntityTypeConfiguration<FileGrant>
{
    public const string Name = "protection_grant";

    public void Configure(EntityTypeBuilder<FileGrant> table)
    {
        table.ToTable(Name);
        table.Ignore(g => g.SectionList);
        table.Property(g => g.Kind).HasMaxLength(20);
        table.Property(g => g.Sections).HasMaxLength(200);
        table.Property(g => g.EndedFor).HasMaxLength(20);
        table.HasIndex(g => new { g.TeamId, g.EndedAt, g.PersonId });
        table.HasIndex(g => g.PersonId);
        table.HasIndex(g => g.ConsentId);
        table.HasOne<People.Person>().WithMany().HasForeignKey(g => g.PersonId);
        table.HasOne<Teams.Team>().WithMany().HasForeignKey(g => g.TeamId);
    }
}
