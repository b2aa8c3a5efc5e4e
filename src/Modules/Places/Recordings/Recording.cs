using Amparo.Contracts.Places;
using Amparo.Contracts.Recordings;
using Amparo.Places.Entries;
using Amparo.Places.Recordings.Sounds;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Recordings;

/// <summary>
/// A text of the readers' side as somebody speaks it, in one language. Who cannot read has nothing but the voice, so readers hear
/// it only while a second person has compared it with the very words that the page says now: when the words change, nobody hears
/// it until somebody has done so again. Anybody in charge takes it away at once.
/// </summary>
internal sealed class Recording : IVersioned
{
    public const int LongestSpeaker = 120;

    /// <summary>The codes are stored; their words stand under <c>places.recordings.because.CODE</c>.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["not_true", "danger", "consent", "sound"];

    /// <summary>For how many years a speaker can say yes: a voice is not given for ever.</summary>
    public static IReadOnlyList<int> Years { get; } = [1, 2, 3];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public short Shard { get => (short)Shards.Of(PlaceId ?? StableId.Of("page", Page ?? "")); private set { } }

    /// <summary>Of which place; null where it is of a page.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>A name of <see cref="RecordedPages"/>; null where it is of a place.</summary>
    public string? Page { get; init; }

    /// <summary>ISO 639-3.</summary>
    public required string Language { get; init; }
    public required string Sha256 { get; init; }
    public required string Type { get; init; }
    public required int Size { get; init; }
    public required int Seconds { get; init; }

    /// <summary>Of the words that it was last compared with.</summary>
    public required string TextHash { get; set; }

    /// <summary>Who speaks, for the people who work here. It reaches no reader and no edition.</summary>
    public required string Speaker { get; init; }

    /// <summary>Until when the speaker agreed that it is heard.</summary>
    public required DateTimeOffset ConsentUntil { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    public string State { get; private set; } = RecordingStates.Waits;
    public Guid? CheckedBy { get; private set; }
    public DateTimeOffset? CheckedAt { get; private set; }
    public string? WithdrawnBecause { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public string Text => PlaceId is { } id ? RecordedTexts.Centre + id : RecordedTexts.Page + Page;

    /// <summary>Readers may hear it, or could if the words were still the same.</summary>
    public bool IsOpen => State is RecordingStates.Waits or RecordingStates.Published;

    /// <summary>Whether it waits for somebody who compares it with the words of now.</summary>
    public bool IsDue(string words) => State == RecordingStates.Waits || (State == RecordingStates.Published && TextHash != words);

    public static Recording Of(SpokenText text, string? language, CleanSound sound, string sha256, RecordingSaid said, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(language is not null && SpokenLanguages.All.Contains(language), "places.record.which_language");
        RuleBroken.Unless(said.Speaker?.Trim() is { Length: > 1 and <= LongestSpeaker }, "places.record.who_speaks");
        RuleBroken.Unless(said.Consents, "places.record.no_consent");
        RuleBroken.Unless(Years.Contains(said.Years), "places.record.how_long");
        text.MayBeSaid(said.SaysDemonstration, said.SaysNoPlace);
        return new()
        {
            PlaceId = text.Place?.Id, Page = text.Page, Language = language!, Sha256 = sha256, Type = sound.Type, Size = sound.Bytes.Length, Seconds = sound.Seconds, TextHash = text.Hash,
            Speaker = said.Speaker!.Trim(), ConsentUntil = now.AddYears(said.Years), By = by, At = now,
        };
    }

    /// <summary>The second person has heard it beside these words.</summary>
    public void Publish(SpokenText text, Guid by, bool saysDemonstration, bool saysNoPlace, DateTimeOffset now)
    {
        RuleBroken.Unless(IsDue(text.Hash), "places.record.nothing_waits");
        RuleBroken.Unless(by != By, "places.record.same_person");
        RuleBroken.Unless(ConsentUntil > now, "places.record.consent_over");
        text.MayBeSaid(saysDemonstration, saysNoPlace);
        (State, TextHash, CheckedBy, CheckedAt) = (RecordingStates.Published, text.Hash, by, now);
    }

    public void Refuse(SpokenText text, Guid by, DateTimeOffset now)
    {
        RuleBroken.Unless(IsDue(text.Hash), "places.record.nothing_waits");
        (State, CheckedBy, CheckedAt) = (RecordingStates.Refused, by, now);
    }

    /// <summary>At once, by anybody in charge, who may be the one who brought it.</summary>
    public void Withdraw(string? because)
    {
        RuleBroken.Unless(IsOpen, "places.record.withdrawn_already");
        RuleBroken.Unless(because is not null && Reasons.Contains(because), "places.record.why_withdrawn");
        (State, WithdrawnBecause) = (RecordingStates.Withdrawn, because);
    }

    /// <summary>A newer one of the same words stands in its place.</summary>
    public void Replace() => State = RecordingStates.Replaced;

    public void Saving(DateTimeOffset now) => (ChangedAt, Version) = (now, Version + 1);
}

/// <summary>What whoever brings a recording says of it.</summary>
internal sealed record RecordingSaid(string? Speaker, bool Consents, int Years, bool SaysDemonstration, bool SaysNoPlace);

/// <summary>The words are stored; their texts stand under <c>places.recordings.state.STATE</c>.</summary>
internal static class RecordingStates
{
    public const string Waits = "waits", Published = "published", Refused = "refused", Withdrawn = "withdrawn", Replaced = "replaced";

    /// <summary>Published, and the words have changed since: not stored, seen by comparing.</summary>
    public const string Stale = "stale";
}

internal sealed class RecordingTable : IEntityTypeConfiguration<Recording>
{
    public const string Name = "places_recording";

    public void Configure(EntityTypeBuilder<Recording> table)
    {
        table.ToTable(Name);
        table.Property(r => r.Page).HasMaxLength(40);
        table.Property(r => r.Language).HasMaxLength(3);
        table.Property(r => r.Sha256).HasMaxLength(64);
        table.Property(r => r.Type).HasMaxLength(20);
        table.Property(r => r.TextHash).HasMaxLength(64);
        table.Property(r => r.Speaker).HasMaxLength(Recording.LongestSpeaker);
        table.Property(r => r.State).HasMaxLength(10);
        table.Property(r => r.WithdrawnBecause).HasMaxLength(20);
        table.Property(r => r.Version).IsConcurrencyToken();
        table.Ignore(r => r.Text);
        table.Ignore(r => r.IsOpen);
        table.HasIndex(r => new { r.PlaceId, r.Language });
        table.HasIndex(r => new { r.State, r.Shard });
        table.HasIndex(r => r.ChangedAt);
        table.HasIndex(r => r.Sha256);
    }
}
