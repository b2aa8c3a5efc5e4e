using Amparo.Places.Entries;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Importing;

/// <summary>What one row of an import did to one entry, or would do where it waits: so that it can be decided, and taken back.</summary>
internal sealed class ImportChange
{
    public const string Added = "added", Changed = "changed", Waits = "waits";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RunId { get; init; }
    public required Guid PlaceId { get; init; }
    public required string Row { get; init; }

    /// <summary>Its place in the order of the file: identifiers of one millisecond have none.</summary>
    public int Number { get; init; }
    public required string What { get; init; }

    /// <summary>A <see cref="PlaceContent"/> as JSON: what was there, or what the list would write.</summary>
    public string? Content { get; set; }

    /// <summary>How much was known of where it is, where the row made it less.</summary>
    public string? DisclosureBefore { get; init; }

    /// <summary>Whether readers could see the entry when the row came.</summary>
    public bool WasApproved { get; init; }

    /// <summary>The imprint of the entry as the row left it: another one now means that somebody changed it since.</summary>
    public required string After { get; init; }

    /// <summary>One of <see cref="ChangeOutcomes"/>; null: nothing was decided.</summary>
    public string? Outcome { get; set; }

    /// <summary>Why it was left, a key under <c>places.desk.imports.left</c>.</summary>
    public string? LeftBecause { get; set; }

    public void Decide(string outcome, string? because = null) => (Outcome, LeftBecause) = (outcome, because);
}

/// <summary>The words are stored.</summary>
internal static class ChangeOutcomes
{
    public const string Applied = "applied", Declined = "declined", Undone = "undone", Left = "left";
}

internal sealed class ImportChangeTable : IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportChange> table)
    {
        table.ToTable("places_import_change");
        table.Property(c => c.What).HasMaxLength(10);
        table.Property(c => c.DisclosureBefore).HasMaxLength(10);
        table.Property(c => c.After).HasMaxLength(64);
        table.Property(c => c.Outcome).HasMaxLength(10).IsConcurrencyToken();
        table.Property(c => c.LeftBecause).HasMaxLength(20);
        table.HasIndex(c => new { c.RunId, c.Number });
        table.HasIndex(c => c.PlaceId);
        table.HasOne<ImportRun>().WithMany().HasForeignKey(c => c.RunId);
    }
}

internal static class VisibleChanges
{
    /// <summary>What an import did to entries that this very act of this person reaches.</summary>
    public static IQueryable<ImportChange> ChangesFor(this Database db, CurrentUser user, string act, Guid? run)
    {
        var places = db.PlacesFor(user, act);
        return db.Set<ImportChange>().Where(c => c.RunId == run && places.Any(p => p.Id == c.PlaceId));
    }
}
