using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.Granting;

/// <summary>What a team is told of a file: that it was given to it, or that its access ended. A code, and not a word of the file.</summary>
internal sealed class Notice
{
    public const string FileGiven = "given";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeamId { get; init; }
    public required string Code { get; init; }

    /// <summary><see cref="FileGiven"/> or one of <see cref="GrantEnds"/>.</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? SeenAt { get; private set; }
    public Guid? SeenBy { get; private set; }

    public void See(Guid by, DateTimeOffset now) => (SeenAt, SeenBy) = (SeenAt ?? now, SeenBy ?? by);
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.ToTable("protection_notice");
        table.Property(n => n.Code).HasMaxLength(8);
        table.Property(n => n.Kind).HasMaxLength(20);
        table.HasIndex(n => new { n.TeamId, n.SeenAt, n.At });
        table.HasOne<Teams.Team>().WithMany().HasForeignKey(n => n.TeamId);
    }
}
