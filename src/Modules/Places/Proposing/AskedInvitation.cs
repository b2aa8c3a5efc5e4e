using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Proposing;

/// <summary>
/// An invitation that would show somebody where hidden places are: it waits for a steward who is not the one who asked. One mistyped
/// address, or one person who was deceived, would otherwise be enough to find a refuge. It goes when it is decided, and with it name and address.
/// </summary>
internal sealed class AskedInvitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlaceId { get; init; }

    /// <summary>The organisation into which it leads, by name; where the place belonged to nobody, as it was typed. Another one by now is not the one that was asked for.</summary>
    public required string RunBy { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal static class HiddenOfOrganisation
{
    /// <summary>Whether a partner of who runs this entry would learn where something hidden is.</summary>
    public static async Task<bool> IsAny(Database db, Place place, CancellationToken stop) =>
        place.Disclosure != Disclosures.Exact || (place.OrganizationId is { } organisation && await Of(db, organisation).AnyAsync(stop));

    public static IQueryable<Place> Of(Database db, Guid organisation) => db.Set<Place>().Where(p => p.OrganizationId == organisation && p.Disclosure != Disclosures.Exact);

    /// <summary>Those of entries that this act of this person reaches.</summary>
    public static IQueryable<AskedInvitation> AskedInvitationsFor(this Database db, CurrentUser user, string act)
    {
        var places = db.PlacesFor(user, act);
        return db.Set<AskedInvitation>().Where(i => places.Any(p => p.Id == i.PlaceId));
    }
}

internal sealed class AskedInvitationTable : IEntityTypeConfiguration<AskedInvitation>
{
    public void Configure(EntityTypeBuilder<AskedInvitation> table)
    {
        table.ToTable("places_asked_invitation");
        table.Property(i => i.RunBy).HasMaxLength(300);
        table.Property(i => i.Email).HasMaxLength(Account.LongestEmail);
        table.Property(i => i.Name).HasMaxLength(Account.LongestName);
        table.Property(i => i.Language).HasMaxLength(2);
        // One at a time: a second would hide the first from who is to look at it.
        table.HasIndex(i => i.PlaceId).IsUnique();
    }
}
