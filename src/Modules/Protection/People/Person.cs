using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.People;

/// <summary>
/// Somebody whose file is kept. This row says that there is one, under a code, and what a list needs; who she is lies in
/// sealed sections.
/// </summary>
internal sealed class Person : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>By which people speak of her: eight letters and digits without look-alikes, of chance.</summary>
    public required string Code { get; init; }

    /// <summary>The team that keeps the file.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>Of the team, for lists and figures.</summary>
    public required string Country { get; init; }

    /// <summary>One of <see cref="AgeBands"/>: unknown is treated as a child's.</summary>
    public required string AgeBand { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public void Saving(DateTimeOffset now) => (ChangedAt, Version) = (now, Version + 1);

    public static string NewCode() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8);

    /// <summary>As it is said and written down: in two halves.</summary>
    public static string Said(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>What somebody typed, as codes are stored.</summary>
    public static string Typed(string? text) => new([.. (text ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}

/// <summary>The words are stored.</summary>
internal static class AgeBands
{
    public const string Unknown = "unknown";

    public static IReadOnlyList<string> All { get; } = ["0_4", "5_11", "12_17", "18_29", "30_59", "60", Unknown];

    /// <param name="years">Null where nobody knows: then she is treated as a child.</param>
    public static string Of(int? years) => years switch { null => Unknown, < 5 => "0_4", < 12 => "5_11", < 18 => "12_17", < 30 => "18_29", < 60 => "30_59", _ => "60" };

    public static bool IsChild(string band) => band is "0_4" or "5_11" or "12_17" or Unknown;
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public const string Name = "protection_person";

    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable(Name);
        table.Property(p => p.Code).HasMaxLength(8);
        table.Property(p => p.Country).HasMaxLength(2);
        table.Property(p => p.AgeBand).HasMaxLength(10);
        table.Property(p => p.Version).IsConcurrencyToken();
        table.HasIndex(p => p.Code).IsUnique();
        table.HasOne<Teams.Team>().WithMany().HasForeignKey(p => p.TeamId);
    }
}
