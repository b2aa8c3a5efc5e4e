using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Asking;

/// <summary>One question to one place: is all of this still true? It is asked once in each period, and answered once.</summary>
internal sealed class Ask
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(21);

    /// <summary>A link that a steward passes on by hand: there is no message of ours.</summary>
    public const string ByHand = "link";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlaceId { get; init; }

    /// <summary>See <see cref="AskPeriod"/>. With the place it is unique: that, and no lock, keeps anybody from being asked twice.</summary>
    public required string Period { get; init; }

    /// <summary>One of <see cref="Channels"/>, or <see cref="ByHand"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>To whom; null where a steward passes it on.</summary>
    public string? AddressHash { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The link is good until then.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When the place may be asked again at the earliest.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>The account that took the link; null where the round asked.</summary>
    public Guid? By { get; init; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>One of <c>PlaceAnswers</c>.</summary>
    public string? Answer { get; private set; }

    public bool IsOpen(DateTimeOffset now) => AnsweredAt is null && now < EndsAt;

    public void Take(string answer, DateTimeOffset now)
    {
        RuleBroken.Unless(IsOpen(now), "places.ask.over");
        (Answer, AnsweredAt) = (answer, now);
    }
}

internal sealed class AskTable : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> table)
    {
        table.ToTable("places_ask");
        table.Property(a => a.Period).HasMaxLength(40);
        table.Property(a => a.Channel).HasMaxLength(10);
        table.Property(a => a.AddressHash).HasMaxLength(64);
        table.Property(a => a.Language).HasMaxLength(2);
        // Answered once, also by two at once.
        table.Property(a => a.Answer).HasMaxLength(1).IsConcurrencyToken();
        table.HasIndex(a => new { a.PlaceId, a.Period }).IsUnique();
        table.HasIndex(a => new { a.PlaceId, a.NextAt });
        table.HasIndex(a => new { a.AddressHash, a.EndsAt });
        table.HasIndex(a => a.AskedAt);
    }
}
