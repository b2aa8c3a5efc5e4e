using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Figures;

/// <summary>How fresh the published entries of one country and kind were on one day. Hidden ones are counted apart: only who may see them may count them.</summary>
internal sealed class PlaceFigure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateOnly Day { get; init; }
    public required string Country { get; init; }
    public required string Kind { get; init; }
    public required bool IsHidden { get; init; }
    public required int Assured { get; init; }
    public required int Due { get; init; }
    public required int Stale { get; init; }
    public required int Never { get; init; }
}

internal sealed class PlaceFigureTable : IEntityTypeConfiguration<PlaceFigure>
{
    public void Configure(EntityTypeBuilder<PlaceFigure> table)
    {
        table.ToTable("places_figure");
        table.Property(f => f.Country).HasMaxLength(2);
        table.Property(f => f.Kind).HasMaxLength(40);
        table.HasIndex(f => new { f.Day, f.Country, f.Kind, f.IsHidden }).IsUnique();
        table.HasIndex(f => new { f.Country, f.Day });
    }
}

internal static class VisibleFigures
{
    private static readonly ScopeOf<PlaceFigure> Where = new(f => f.Country);

    /// <summary>Of the countries that this very act of this person reaches; hidden entries are among them for who may see entries at all.</summary>
    public static IQueryable<PlaceFigure> FiguresFor(this Database db, CurrentUser user, string act)
    {
        var figures = db.Set<PlaceFigure>().For(user, act, Where);
        return user.Holds(PlacesPermissions.View) ? figures : figures.Where(f => !f.IsHidden);
    }
}
