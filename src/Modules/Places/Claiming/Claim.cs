using Amparo.Contracts.Places;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Claiming;

/// <summary>
/// Somebody says that they work at a place and asks to keep its entry. Two people make sure in two ways before anybody gets a link:
/// whoever takes over the entry of a shelter sends its people where they like.
/// </summary>
internal sealed class Claim
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlaceId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Organisation { get; init; }

    /// <summary>Forgotten when it is decided.</summary>
    public string? Name { get; private set; }
    public string? Email { get; private set; }
    public string? Words { get; private set; }
    public required string Language { get; init; }

    /// <summary>One of <see cref="ClaimStates"/>.</summary>
    public string State { get; private set; } = ClaimStates.Waits;
    public Guid? FirstBy { get; private set; }
    public DateTimeOffset? FirstAt { get; private set; }

    /// <summary>How the first made sure: one of <see cref="Ways"/>.</summary>
    public string? FirstHow { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>By calling the number that is published, never one that the claim names; by a document; by a visit.</summary>
    public static IReadOnlyList<string> Ways { get; } = [AssuranceMeans.Call, AssuranceMeans.Document, AssuranceMeans.Visit];

    /// <param name="id">Of the message in the inbox: one message is one claim, also to two servers that take it at once.</param>
    public static Claim From(Guid id, PlaceClaim said, DateTimeOffset at) => new()
    {
        Id = id, PlaceId = said.Place, At = at, Organisation = said.Organisation, Name = said.Name, Email = said.Email, Words = said.Words, Language = ConsolePage.Languages.Contains(said.Language) ? said.Language : Languages.Base,
    };

    /// <returns>Whether it is confirmed now.</returns>
    public bool Check(string how, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(State is ClaimStates.Waits or ClaimStates.First, "places.claim.decided");
        RuleBroken.Unless(Ways.Contains(how), "places.assure.unknown_means");
        if (State == ClaimStates.Waits)
        {
            (State, FirstBy, FirstHow, FirstAt) = (ClaimStates.First, by, how, now);
            return false;
        }
        RuleBroken.Unless(by != FirstBy, "places.claim.same_person");
        RuleBroken.Unless(how != FirstHow, "places.claim.same_way");
        End(ClaimStates.Confirmed, by, now);
        return true;
    }

    public void Decline(Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(State is ClaimStates.Waits or ClaimStates.First, "places.claim.decided");
        End(ClaimStates.Declined, by, now);
    }

    private void End(string state, Guid by, DateTimeOffset now) => (State, DecidedBy, DecidedAt, Name, Email, Words) = (state, by, now, null, null, null);
}

/// <summary>What became of a claim. The words are stored.</summary>
internal static class ClaimStates
{
    public const string Waits = "waits";
    public const string First = "first";
    public const string Confirmed = "confirmed";
    public const string Declined = "declined";
}

internal sealed class ClaimTable : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> table)
    {
        table.ToTable("places_claim");
        table.Property(c => c.Organisation).HasMaxLength(300);
        table.Property(c => c.Name).HasMaxLength(Account.LongestName);
        table.Property(c => c.Email).HasMaxLength(Account.LongestEmail);
        table.Property(c => c.Words).HasMaxLength(1000);
        table.Property(c => c.Language).HasMaxLength(2);
        table.Property(c => c.FirstHow).HasMaxLength(20);
        table.Property(c => c.State).HasMaxLength(10).IsConcurrencyToken(); // two who check at once do not pass each other unseen
        table.HasIndex(c => new { c.PlaceId, c.State });
        table.HasIndex(c => new { c.State, c.At });
    }
}
