using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.Consent;

/// <summary>
/// One line of the ledger of what somebody agreed to, refused or took back. A line is never changed: a withdrawal is another
/// one. Who witnessed it and in which words lies sealed.
/// </summary>
internal sealed class ConsentEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }

    /// <summary>From 1, in their order.</summary>
    public required int Number { get; init; }

    /// <summary>One of <see cref="ConsentKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>One of <see cref="Purposes"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>To whom it may go; null for the team that keeps the file.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>Kinds of sections, between spaces.</summary>
    public string Sections { get; init; } = "";

    /// <summary>In which the text was read to her; empty of a basis that is none of hers.</summary>
    public string Language { get; init; } = "";

    /// <summary>One of <see cref="ConsentMeans"/>; empty of a basis that is none of hers.</summary>
    public string Means { get; init; } = "";

    /// <summary>Of a child, one of <see cref="Assents"/>; empty of an adult.</summary>
    public string Assent { get; init; } = "";

    /// <summary>Which edition of the text on what is done with her words she heard.</summary>
    public string TextVersion { get; init; } = "";
    public DateTimeOffset? Until { get; init; }

    /// <summary>The line that this one takes back.</summary>
    public Guid? Withdraws { get; init; }

    /// <summary>The number of the sealed words that belong to it; null where there are none.</summary>
    public int? Words { get; set; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<string> SectionList => Sections.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it allows anything at all: what was refused or taken back never does.</summary>
    public bool Allows(DateTimeOffset now) => Kind is ConsentKinds.Given or ConsentKinds.Basis && (Until is null || Until > now);
}

/// <summary>What no reader but the team that keeps the file sees of a line.</summary>
internal sealed record ConsentWords(string Witness, string Reason);

/// <summary>The words are stored.</summary>
internal static class ConsentKinds
{
    public const string Given = "given", Refused = "refused", Withdrawn = "withdrawn";

    /// <summary>Another legal basis than hers: vital interest, the best interests of a child.</summary>
    public const string Basis = "basis";
}

/// <summary>The words are stored.</summary>
internal static class Purposes
{
    public const string Help = "help", Referral = "referral", Supervision = "supervision";

    public static IReadOnlyList<string> All { get; } = [Help, Referral, Supervision];
}

/// <summary>The words are stored.</summary>
internal static class ConsentMeans
{
    public static IReadOnlyList<string> Hers { get; } = ["signature", "thumb", "audio", "verbal"];
    public const string VitalInterest = "vital_interest", BestInterests = "best_interests";

    public static IReadOnlyList<string> Others { get; } = [VitalInterest, BestInterests];
}

/// <summary>What a child says beside the one who cares for it. The words are stored.</summary>
internal static class Assents
{
    public static IReadOnlyList<string> All { get; } = ["agrees", "too_young", "refuses"];
}

internal sealed class ConsentTable : IEntityTypeConfiguration<ConsentEntry>
{
    public const string Name = "protection_consent";

    public void Configure(EntityTypeBuilder<ConsentEntry> table)
    {
        table.ToTable(Name);
        table.Ignore(c => c.SectionList);
        table.Property(c => c.Kind).HasMaxLength(20);
        table.Property(c => c.Purpose).HasMaxLength(20);
        table.Property(c => c.Sections).HasMaxLength(200);
        table.Property(c => c.Language).HasMaxLength(10);
        table.Property(c => c.Means).HasMaxLength(20);
        table.Property(c => c.Assent).HasMaxLength(20);
        table.Property(c => c.TextVersion).HasMaxLength(20);
        table.HasIndex(c => new { c.PersonId, c.Number }).IsUnique();
        // What was taken back is taken back once.
        table.HasIndex(c => c.Withdraws).IsUnique();
        table.HasOne<People.Person>().WithMany().HasForeignKey(c => c.PersonId);
        table.HasOne<Teams.Team>().WithMany().HasForeignKey(c => c.TeamId);
    }
}
