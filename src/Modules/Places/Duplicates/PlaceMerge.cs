using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Entries;

/// <summary>A merge, with all that is needed to part the two again.</summary>
internal sealed class PlaceMerge
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SurvivorId { get; init; }
    public required Guid MergedId { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The survivor as it was, as JSON, and its imprint as the merge left it. The first is shown to nobody.</summary>
    public required string SurvivorBefore { get; init; }
    public required string SurvivorAfter { get; set; }
    public required bool MergedWasApproved { get; init; }
    public required string MergedImprint { get; init; }
    public required string Disclosure { get; init; }

    /// <summary>Reports that followed to the survivor, and entries that had been merged into the other before.</summary>
    public List<Guid> Reports { get; init; } = [];
    public List<Guid> Followers { get; init; } = [];
    public DateTimeOffset? UndoneAt { get; private set; }
    public Guid? UndoneBy { get; private set; }

    /// <summary>Whether the survivor went back to what it was, or somebody had changed it since.</summary>
    public bool SurvivorWentBack { get; set; }

    public void Undo(Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(UndoneAt is null, "places.unmerge.not_merged");
        (UndoneAt, UndoneBy) = (now, by);
    }
}

internal sealed class PlaceMergeTable : IEntityTypeConfiguration<PlaceMerge>
{
    public void Configure(EntityTypeBuilder<PlaceMerge> table)
    {
        table.ToTable("places_merge");
        table.Property(m => m.SurvivorAfter).HasMaxLength(64);
        table.Property(m => m.MergedImprint).HasMaxLength(64);
        table.Property(m => m.Disclosure).HasMaxLength(10);
        table.Property(m => m.UndoneAt).IsConcurrencyToken();
        table.HasIndex(m => m.SurvivorId);
        table.HasIndex(m => m.MergedId);
        table.HasIndex(m => m.At);
    }
}

internal static class VisibleDuplicates
{
    /// <summary>Pairs of which this very act of this person reaches both: half a pair would tell of the other half.</summary>
    public static IQueryable<Importing.DuplicateProposal> DuplicatesFor(this Database db, CurrentUser user, string act)
    {
        var places = db.PlacesFor(user, act);
        return db.Set<Importing.DuplicateProposal>().Where(d => places.Any(p => p.Id == d.FirstId) && places.Any(p => p.Id == d.SecondId));
    }

    public static IQueryable<PlaceMerge> MergesFor(this Database db, CurrentUser user, string act)
    {
        var places = db.PlacesFor(user, act);
        return db.Set<PlaceMerge>().Where(m => places.Any(p => p.Id == m.SurvivorId) && places.Any(p => p.Id == m.MergedId));
    }
}
