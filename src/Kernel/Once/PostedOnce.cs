using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>A post of the console that was carried out, so that the same post again is answered and not done twice.</summary>
public sealed class PostedOnce
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid Actor { get; init; }
    public required string Route { get; init; }
    public required string Key { get; init; }

    /// <summary>HMAC-SHA-256 over the fields of the form, in hexadecimal.</summary>
    public required string BodyHash { get; init; }

    /// <summary>Where the answer led; null while the post is being carried out.</summary>
    public string? Location { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class PostedOnceTable : IEntityTypeConfiguration<PostedOnce>
{
    public const string Name = "kernel_idempotency";

    public void Configure(EntityTypeBuilder<PostedOnce> table)
    {
        table.ToTable(Name);
        table.Property(p => p.Route).HasMaxLength(300);
        table.Property(p => p.Key).HasMaxLength(64);
        table.Property(p => p.BodyHash).HasMaxLength(64);
        table.Property(p => p.Location).HasMaxLength(600);
        table.HasIndex(p => new { p.Actor, p.Route, p.Key }).IsUnique();
        table.HasIndex(p => p.At);
    }
}
