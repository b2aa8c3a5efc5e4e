using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Proposing;

/// <summary>The part of an entry that its organisation may ask to change: what it is called, what it is, where it is, and what it says of itself.</summary>
/// <param name="Where">Null in what was asked before this could be asked: it stays as it is.</param>
internal sealed record Says(string Name, string Kind, PlaceProfile Profile, SaysWhere? Where = null)
{
    public static Says Of(Place place) => new(place.Name, place.Kind, place.Profile, SaysWhere.Of(place));
}

/// <summary>What an organisation wants its entry to say. It waits for a steward: a partner's account that was stolen changes nothing that readers see.</summary>
internal sealed class ProposedChange
{
    public const int LongestReason = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlaceId { get; init; }

    /// <summary>The account.</summary>
    public required Guid By { get; init; }
    public Guid? Organisation { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What the entry said when it was written: only what differs from it is asked for.</summary>
    public required Says Before { get; init; }
    public required Says After { get; init; }

    /// <summary>One of <see cref="ProposalStates"/>.</summary>
    public string State { get; private set; } = ProposalStates.Waits;

    /// <summary>Why it was declined, for whoever asked.</summary>
    public string? Reason { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>A newer one of the same entry stands in its place.</summary>
    public void Replace(DateTimeOffset now) => End(ProposalStates.Replaced, null, null, now);

    /// <returns>Whether telephones, mailbox or web address wait for a second look.</returns>
    public bool Accept(Place place, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(by != By, "places.change.same_person");
        End(ProposalStates.Accepted, null, by, now);
        return place.TakeChange(Before, After, By, now);
    }

    public void Decline(string? reason, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(reason?.Trim() is { Length: > 2 and <= LongestReason }, "places.change.reason");
        End(ProposalStates.Declined, reason!.Trim(), by, now);
    }

    private void End(string state, string? reason, Guid? by, DateTimeOffset now)
    {
        RuleBroken.Unless(State == ProposalStates.Waits, "places.change.decided");
        (State, Reason, DecidedBy, DecidedAt) = (state, reason, by, now);
    }
}

/// <summary>What became of a proposal. The words are stored; their texts stand under <c>places.desk.change.STATE</c>.</summary>
internal static class ProposalStates
{
    public const string Waits = "waits";
    public const string Accepted = "accepted";
    public const string Declined = "declined";
    public const string Replaced = "replaced";
}

internal sealed class ProposedChangeTable : IEntityTypeConfiguration<ProposedChange>
{
    public void Configure(EntityTypeBuilder<ProposedChange> table)
    {
        table.ToTable("places_proposed_change");
        table.Property(c => c.State).HasMaxLength(10).IsConcurrencyToken(); // decided once, also by two at once
        table.Property(c => c.Reason).HasMaxLength(ProposedChange.LongestReason);
        foreach (var says in new[] { nameof(ProposedChange.Before), nameof(ProposedChange.After) })
            table.Property<Says>(says).HasConversion(
                s => JsonSerializer.Serialize(s, CompactJson.Options), stored => JsonSerializer.Deserialize<Says>(stored, CompactJson.Options)!,
                new ValueComparer<Says>((a, b) => ReferenceEquals(a, b), s => s.GetHashCode(), s => s));
        table.HasIndex(c => new { c.PlaceId, c.State });
        table.HasIndex(c => new { c.State, c.At });
        table.HasIndex(c => c.By);
    }
}
