using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.Families;

/// <summary>People who travel together, whether they are relatives or not. Who is what to whom lies sealed, in the file of each.</summary>
internal sealed class Group
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeamId { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>Somebody in a group; once in one at a time.</summary>
internal sealed class GroupMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset Since { get; init; }
    public DateTimeOffset? LeftAt { get; private set; }

    public void Leave(DateTimeOffset now) => LeftAt ??= now;
}

/// <summary>Somebody's place in her family or group.</summary>
/// <param name="Relation">To whoever leads the group, one of <see cref="Relations"/> or <see cref="People.Unsaid"/>.</param>
/// <param name="IsChecked">A paper, a call or a colleague of hers confirmed the relation: until then it is what somebody says.</param>
/// <param name="Decides">She decides for the group.</param>
/// <param name="CaredForBy">Of a child: who cares for her.</param>
/// <param name="SeparatedFrom">Of whom she was separated, where and when.</param>
internal sealed record FamilyPlace(string Relation, bool IsChecked, bool Decides, string CaredForBy, string SeparatedFrom)
{
    /// <summary>The words are stored.</summary>
    public static IReadOnlyList<string> Relations { get; } = ["leads", "partner", "child", "parent", "sibling", "grandparent", "grandchild", "other_relative", "no_relative"];

    /// <summary>A child whom nobody checked to be with her own: child protection is told this very shift.</summary>
    public bool NeedsChildProtection(bool isChild) => isChild && (!IsChecked || CaredForBy.Length == 0);
}

internal sealed class GroupTable : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> table)
    {
        table.ToTable("protection_group");
        table.HasOne<Teams.Team>().WithMany().HasForeignKey(g => g.TeamId);
    }
}

internal sealed class GroupMemberTable : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> table)
    {
        table.ToTable("protection_group_member");
        table.HasIndex(m => m.PersonId).IsUnique().HasFilter("left_at IS NULL");
        table.HasIndex(m => m.GroupId);
        table.HasOne<Group>().WithMany().HasForeignKey(m => m.GroupId);
        table.HasOne<People.Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}
