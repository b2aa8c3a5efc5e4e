using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Hiding;

/// <summary>
/// All places of an organisation, or of an area, out of readers' sight at once: whoever leaked a list, whoever comes to a town.
/// It is as dangerous as it is quick, since one stolen account could empty a region: so it ends by itself unless a second
/// person agrees, it ends again after three days, and a last resort always stays. To end it early shows places that are in danger,
/// and to show takes two, as everywhere: whoever stole one account, or was threatened into it, opens no door alone. While nobody
/// has seconded it, anybody but the one who began it is that second person and ends it at once; the one who began it waits for
/// another, an hour at the most.
/// </summary>
internal sealed class MassHiding : IVersioned
{
    /// <summary>How long it holds on one person's word.</summary>
    public static readonly TimeSpan Alone = TimeSpan.FromHours(1);

    /// <summary>How long it holds on two persons' word.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    /// <summary>How long somebody whose word nobody seconded may not say it again of the same places.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromHours(24);

    /// <summary>The codes are stored; their words stand under <c>places.desk.mass.because.CODE</c>.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["danger", "leaked", "false_numbers", "asked"];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its places; null where an area is hidden.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Of the area; of an organisation null means all countries.</summary>
    public string? Country { get; init; }
    public string? Admin1 { get; init; }
    public required string Reason { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset Until { get; private set; }
    public Guid? ConfirmedBy { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Who asks that it go on; it takes a second person again.</summary>
    public Guid? RenewalBy { get; private set; }

    /// <summary>Who asks that it end before its time; it takes a second person.</summary>
    public Guid? EndingBy { get; private set; }
    public Guid? EndedBy { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public static MassHiding Begin(Guid? organization, string? country, string? admin1, string? reason, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(reason is not null && Reasons.Contains(reason), "places.mass.why");
        RuleBroken.Unless(organization is not null ? admin1 is null : country is not null && admin1 is not null, "places.mass.what");
        return new() { OrganizationId = organization, Country = country, Admin1 = admin1, Reason = reason!, By = by, At = now, Until = now + Alone };
    }

    public bool IsActive(DateTimeOffset now) => Until > now;
    public bool WaitsForSecond(DateTimeOffset now) => IsActive(now) && (ConfirmedAt is null || RenewalBy is not null || EndingBy is not null);

    /// <summary>The account whose word waits for another's.</summary>
    public Guid FirstPerson => EndingBy ?? RenewalBy ?? By;

    public void Confirm(Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(IsActive(now), "places.mass.over");
        RuleBroken.Unless(WaitsForSecond(now), "places.mass.nothing_waits");
        RuleBroken.Unless(by != FirstPerson, "places.mass.same_person");
        if (EndingBy is not null)
        {
            End(by, now);
            return;
        }
        Until = RenewalBy is null ? At + Longest : now + Longest;
        (ConfirmedBy, ConfirmedAt, RenewalBy) = (by, now, null);
    }

    /// <summary>
    /// Somebody says no: an early end and a renewal that nobody seconded fall, and whoever asked may say it too; a hiding that nobody
    /// seconded ends at once, by another's word alone.
    /// </summary>
    public void Refuse(Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(WaitsForSecond(now), "places.mass.nothing_waits");
        if (EndingBy is not null) EndingBy = null;
        else if (RenewalBy is not null) RenewalBy = null;
        else
        {
            RuleBroken.Unless(by != By, "places.mass.same_person");
            End(by, now);
        }
    }

    public void AskToGoOn(Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(IsActive(now), "places.mass.over");
        RuleBroken.Unless(ConfirmedAt is not null && RenewalBy is null && EndingBy is null, "places.mass.waits_already");
        RenewalBy = by;
    }

    /// <returns>Whether it has ended; else it waits for a second person.</returns>
    public bool AskToEnd(Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(IsActive(now), "places.mass.over");
        RuleBroken.Unless(EndingBy is null, "places.mass.waits_already");
        if (ConfirmedAt is null && by != By) End(by, now);
        else EndingBy = by;
        return EndedBy is not null;
    }

    private void End(Guid by, DateTimeOffset now) => (Until, EndedBy, RenewalBy, EndingBy) = (now, by, null, null);

    public bool IsOfSame(Guid? organization, string? country, string? admin1) => (OrganizationId, Country, Admin1) == (organization, country, admin1);

    public void Saving(DateTimeOffset now) => (ChangedAt, Version) = (now, Version + 1);
}

internal sealed class MassHidingTable : IEntityTypeConfiguration<MassHiding>
{
    public const string Name = "places_mass_hiding";

    public void Configure(EntityTypeBuilder<MassHiding> table)
    {
        table.ToTable(Name);
        table.Property(h => h.Country).HasMaxLength(2);
        table.Property(h => h.Admin1).HasMaxLength(20);
        table.Property(h => h.Reason).HasMaxLength(20);
        table.Property(h => h.Version).IsConcurrencyToken();
        table.HasIndex(h => h.Until);
        table.HasIndex(h => h.ChangedAt);
        table.HasIndex(h => h.OrganizationId);
        table.HasIndex(h => new { h.Country, h.Admin1 });
        table.Ignore(h => h.FirstPerson);
    }
}
