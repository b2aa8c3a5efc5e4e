using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Importing;

/// <summary>How the columns of a list become our fields, kept under a name for the next issue of the list.</summary>
internal sealed class SavedProfile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is; null: the region's.</summary>
    public string? Country { get; init; }
    public required string Name { get; init; }
    public required string Json { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}

internal sealed class SavedProfileTable : IEntityTypeConfiguration<SavedProfile>
{
    public const int LongestName = 80;
    public const int LongestJson = 40_000;

    public void Configure(EntityTypeBuilder<SavedProfile> table)
    {
        table.ToTable("places_import_profile");
        table.Property(p => p.Country).HasMaxLength(2);
        table.Property(p => p.Name).HasMaxLength(LongestName);
        table.HasIndex(p => new { p.Country, p.Name });
    }
}

internal static class VisibleProfiles
{
    private static readonly ScopeOf<SavedProfile> Where = new(p => p.Country);

    public static IQueryable<SavedProfile> ProfilesFor(this Database db, CurrentUser user, string act) => db.Set<SavedProfile>().For(user, act, Where);
}
