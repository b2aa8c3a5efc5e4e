using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Importing;

/// <summary>One reading of one file, with what became of every row.</summary>
internal sealed class ImportRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string List { get; init; }
    public required string Profile { get; init; }
    public required string FileName { get; init; }
    public required string FileHash { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How many rows the file has, and when a batch of them was last stored: by these a desk sees that it moves.</summary>
    public long Of { get; init; }
    public DateTimeOffset BeatAt { get; set; }
    public bool Approved { get; init; }

    /// <summary>The organisation and the document that the approval counts as.</summary>
    public string? ApprovedAs { get; init; }
    public int Accepted { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public int Quarantined { get; set; }
    public int Rejected { get; set; }
}

/// <summary>What is to be said of one row: every line names the row, the field, the reason and what to do.</summary>
internal sealed class ImportFinding
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RunId { get; init; }
    public required string Row { get; init; }

    /// <summary>Its place in the report.</summary>
    public int Number { get; init; }
    public required string Outcome { get; init; }
    public string? Field { get; init; }

    /// <summary>The key of the reason in <c>Text/</c>: <c>places.import.reason.KEY</c> and <c>places.import.advice.KEY</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The value as it stood, cut at 200 characters, personal numbers masked.</summary>
    public string? Value { get; init; }

    /// <summary>The row as JSON where it is quarantined, so that a person can mend it here.</summary>
    public string? Record { get; init; }
}

/// <summary>Two entries that may be one. They are never merged by themselves.</summary>
internal sealed class DuplicateProposal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FirstId { get; init; }
    public required Guid SecondId { get; init; }

    /// <summary>Reason keys, comma-separated.</summary>
    public required string Reasons { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    /// <summary><c>merged</c> or <c>different</c>, once somebody looked; the pair is never proposed again.</summary>
    public string? Decision { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public const string Merged = "merged", Different = "different";

    public void Decide(string decision, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(Decision is null, "places.duplicates.already_decided");
        (Decision, DecidedBy, DecidedAt) = (decision, by, now);
    }

    /// <summary>The two were parted again: somebody knows now that they are not one.</summary>
    public void Part(Guid by, DateTimeOffset now) => (Decision, DecidedBy, DecidedAt) = (Different, by, now);
}

internal sealed class ImportRunTable : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> table)
    {
        table.ToTable("places_import_run");
        table.HasIndex(r => r.StartedAt);
    }
}

internal sealed class ImportFindingTable : IEntityTypeConfiguration<ImportFinding>
{
    public void Configure(EntityTypeBuilder<ImportFinding> table)
    {
        table.ToTable("places_import_finding");
        table.HasIndex(f => new { f.RunId, f.Number });
        table.HasIndex(f => new { f.RunId, f.Reason });
        table.HasOne<ImportRun>().WithMany().HasForeignKey(f => f.RunId);
    }
}

internal sealed class DuplicateProposalTable : IEntityTypeConfiguration<DuplicateProposal>
{
    public void Configure(EntityTypeBuilder<DuplicateProposal> table)
    {
        table.ToTable("places_duplicate_proposal");
        table.Property(d => d.Decision).HasMaxLength(10).IsConcurrencyToken();
        table.HasIndex(d => new { d.FirstId, d.SecondId }).IsUnique();
        table.HasIndex(d => d.SecondId);
        table.HasIndex(d => new { d.Decision, d.ProposedAt });
    }
}
