using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Proposing;

/// <summary>
/// An invitation that would show somebody where hidden places are: it waits for a second steward. One mistyped address, or one
/// steward who was deceived, would otherwise be enough to find a refuge. It goes when it is decided, and with it name and address.
/// </summary>
internal sealed class AskedInvitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlaceId { get; init; }
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
    public static async Task<bool> IsAny(Database db, Place place, CancellationToken stop)
    {
        var organisation = place.OrganizationId;
        return place.Disclosure != Disclosures.Exact
            || (organisation is not null && await db.Set<Place>().AnyAsync(p => p.OrganizationId == organisation && p.Disclosure != Disclosures.Exact, stop));
    }

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
