using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>A role as it is stored.</summary>
public sealed class StoredRole
{
    public required string Name { get; init; }

    /// <summary>What it is called, where this installation composed it; null of the roles out of the box, whose words are texts.</summary>
    public string? Label { get; set; }

    /// <summary>The account that composed it.</summary>
    public Guid? MadeBy { get; init; }
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Since when it holds nothing and cannot be given; who held it is still to be seen.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    public bool IsMade => Label is not null;
}

/// <summary>An act that this database has met: its default roles were given once, and what was changed since stays.</summary>
public sealed class KnownPermission
{
    public required string Act { get; init; }
}

/// <summary>A role holds an act.</summary>
public sealed class RolePermission
{
    public required string Role { get; init; }
    public required string Act { get; init; }
}

/// <summary>An account holds a role in a scope.</summary>
public sealed class Assignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Role { get; init; }
    public required string ScopeKind { get; init; }
    public required string ScopeValue { get; init; }
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The account that gave it; null where the command line did.</summary>
    public Guid? GivenBy { get; init; }

    public Scope Scope => new(ScopeKind, ScopeValue);
}

internal sealed class RoleTable : IEntityTypeConfiguration<StoredRole>
{
    public void Configure(EntityTypeBuilder<StoredRole> table)
    {
        table.ToTable("kernel_role").HasKey(r => r.Name);
        table.Property(r => r.Name).HasMaxLength(40);
        table.Property(r => r.Label).HasMaxLength(60);
        table.Property(r => r.ChangedAt).IsConcurrencyToken(); // two who compose at once do not overwrite each other unseen
        table.Ignore(r => r.IsMade);
    }
}

internal sealed class PermissionTable : IEntityTypeConfiguration<KnownPermission>
{
    public void Configure(EntityTypeBuilder<KnownPermission> table)
    {
        table.ToTable("kernel_permission").HasKey(p => p.Act);
        table.Property(p => p.Act).HasMaxLength(80);
    }
}

internal sealed class RolePermissionTable : IEntityTypeConfiguration<RolePermission>
{
    public void Configure(EntityTypeBuilder<RolePermission> table)
    {
        table.ToTable("kernel_role_permission").HasKey(p => new { p.Role, p.Act });
        table.Property(p => p.Role).HasMaxLength(40);
        table.Property(p => p.Act).HasMaxLength(80);
        table.HasOne<StoredRole>().WithMany().HasForeignKey(p => p.Role);
    }
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> table)
    {
        table.ToTable("kernel_assignment");
        table.Ignore(a => a.Scope);
        table.Property(a => a.Role).HasMaxLength(40);
        table.Property(a => a.ScopeKind).HasMaxLength(20);
        table.Property(a => a.ScopeValue).HasMaxLength(40);
        table.HasIndex(a => new { a.AccountId, a.Role, a.ScopeKind, a.ScopeValue }).IsUnique();
        table.HasOne<StoredRole>().WithMany().HasForeignKey(a => a.Role).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
    }
}
