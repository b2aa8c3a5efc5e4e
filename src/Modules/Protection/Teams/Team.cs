using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.Teams;

/// <summary>People who work on the same files in one country, of one organisation.</summary>
internal sealed class Team : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required string Country { get; init; }
    public required Guid? Organisation { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public int Version { get; private set; }

    public const int LongestName = 100;

    public void Saving(DateTimeOffset now) => Version++;
}

/// <summary>Somebody in a team, and what she does there: it says which rings she holds.</summary>
internal sealed class Member
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeamId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>One of <see cref="Functions"/>.</summary>
    public required string Function { get; init; }
    public required Guid AddedBy { get; init; }
    public required DateTimeOffset Since { get; init; }
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The first of two who say that this is she, and for which key: with yet another key both say it anew.</summary>
    public Guid? VouchedBy { get; private set; }
    public string? VouchedKey { get; private set; }

    /// <returns>Whether two said it now, for this key.</returns>
    public bool Vouch(Guid by, string keyPrint)
    {
        RuleBroken.Unless(by != AccountId, "protection.rule.not_oneself");
        if (VouchedKey == keyPrint && VouchedBy != by) return true;
        (VouchedBy, VouchedKey) = (by, keyPrint);
        return false;
    }

    public void Leave(DateTimeOffset now)
    {
        RuleBroken.Unless(LeftAt is null, "protection.rule.left_already");
        LeftAt = now;
    }
}

/// <summary>What somebody does in a team. The words are stored.</summary>
internal static class Functions
{
    public const string FirstContact = "first_contact", CaseWorker = "case_worker", Specialist = "specialist", Supervisor = "supervisor";

    /// <summary>Which rings each holds: nobody holds one because of a rank.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Rings { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [FirstContact] = [Sealing.RingKinds.Contact],
        [CaseWorker] = [Sealing.RingKinds.Contact, Sealing.RingKinds.File],
        [Supervisor] = [Sealing.RingKinds.Contact, Sealing.RingKinds.File],
        [Specialist] = Sealing.RingKinds.All,
    };
}

internal sealed class TeamTable : IEntityTypeConfiguration<Team>
{
    public const string Name = "protection_team";

    public void Configure(EntityTypeBuilder<Team> table)
    {
        table.ToTable(Name);
        table.Property(t => t.Name).HasMaxLength(Team.LongestName);
        table.Property(t => t.Country).HasMaxLength(2);
        table.Property(t => t.Version).IsConcurrencyToken();
        table.HasIndex(t => new { t.Country, t.Name });
    }
}

internal sealed class MemberTable : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> table)
    {
        table.ToTable("protection_member");
        table.Property(m => m.Function).HasMaxLength(20);
        table.Property(m => m.VouchedKey).HasMaxLength(64);
        // Once in a team at a time; who left may come back.
        table.HasIndex(m => new { m.AccountId, m.TeamId }).IsUnique().HasFilter("left_at IS NULL");
        table.HasIndex(m => m.TeamId);
        table.HasOne<Team>().WithMany().HasForeignKey(m => m.TeamId);
    }
}
