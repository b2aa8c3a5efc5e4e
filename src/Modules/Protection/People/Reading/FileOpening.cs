using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.People.Reading;

/// <summary>Somebody said why she opens a file. Until it is over its pages show themselves to this one session, and each time is in the audit with this reason.</summary>
internal sealed class FileOpening
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>One of <see cref="Reasons"/>.</summary>
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset Until { get; init; }

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <summary>The words are stored, in the audit too.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["help_now", "follow_up", "referral", "supervision", "she_asked", "correct"];
}

internal sealed class FileOpeningTable : IEntityTypeConfiguration<FileOpening>
{
    public void Configure(EntityTypeBuilder<FileOpening> table)
    {
        table.ToTable("protection_opening");
        table.Property(o => o.Reason).HasMaxLength(20);
        table.HasIndex(o => new { o.SessionId, o.PersonId, o.Until });
        table.HasIndex(o => new { o.AccountId, o.Until });
        table.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId);
    }
}
