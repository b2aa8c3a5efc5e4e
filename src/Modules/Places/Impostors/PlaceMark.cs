using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Impostors;

/// <summary>One thing by which an entry is recognised, written so that an index finds who else has it.</summary>
internal sealed class PlaceMark
{
    public const string Phone = "phone", Name = "name", Site = "site", SiteLook = "site_look", Account = "account";
    private const int ShortestNumber = 7;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlaceId { get; init; }
    public required string Kind { get; init; }
    public required string Value { get; init; }

    /// <summary>Of the entry as it is and of what waits in it for a second person: that is when somebody must be warned.</summary>
    public static IEnumerable<(string Kind, string Value)> Of(Place place)
    {
        if (place.Status == PlaceStatus.Withdrawn) return [];
        var phones = place.Profile.Phones.Concat(place.ProposedContacts?.Phones ?? []).Select(p => NumberOf(p, place.Country)).Where(n => n.Length >= ShortestNumber);
        var sites = new[] { place.Profile.Url, place.ProposedContacts?.Url }.Select(WebDomain.Of).OfType<string>().ToList();
        return phones.Select(n => (Phone, n)).Append((Name, Lookalike.Skeleton(place.Name))).Concat(sites.Select(s => (Site, s))).Concat(sites.Select(s => (SiteLook, Lookalike.Skeleton(s)))).Concat(BankAccounts.In(place.Profile).Select(a => (Account, a)))
            .Where(m => m.Item2.Length > 0).Select(m => (m.Item1, m.Item2.Length > PlaceMarkTable.Longest ? m.Item2[..PlaceMarkTable.Longest] : m.Item2)).Distinct();
    }

    /// <summary>Its digits. Typed with or without the code of the country it is the same number.</summary>
    public static string NumberOf(PlacePhone phone, string country) => string.Concat((Phones.Read(phone.Number, country).Number ?? phone.Number).Where(char.IsAsciiDigit));
}

internal sealed class PlaceMarkTable : IEntityTypeConfiguration<PlaceMark>
{
    public const int Longest = 200;

    public void Configure(EntityTypeBuilder<PlaceMark> table)
    {
        table.ToTable("places_mark");
        table.Property(m => m.Kind).HasMaxLength(10);
        table.Property(m => m.Value).HasMaxLength(Longest);
        table.HasIndex(m => new { m.Kind, m.Value });
        table.HasIndex(m => m.PlaceId);
    }
}

/// <summary>How far the watch has come: entries that changed until then were looked at.</summary>
internal sealed class WatchedUntil
{
    /// <summary>The number rises with what is looked for, so that entries which nobody touches are looked at once more.</summary>
    public const string Impostors = "impostors.2";

    public required string Name { get; init; }
    public required DateTimeOffset At { get; set; }
}

internal sealed class WatchedUntilTable : IEntityTypeConfiguration<WatchedUntil>
{
    public void Configure(EntityTypeBuilder<WatchedUntil> table)
    {
        table.ToTable("places_watched").HasKey(w => w.Name);
        table.Property(w => w.Name).HasMaxLength(20);
    }
}
