namespace Amparo.Kernel;

/// <summary>Whether a place is open.</summary>
public enum OpeningState
{
    /// <summary>Not known, and said so.</summary>
    Unknown,

    /// <summary>Open.</summary>
    Open,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>The answer to "open now, opens next". All instants carry the offset of the place's wall clock.</summary>
public readonly record struct Opening
{
    /// <summary>Open, closed or unknown.</summary>
    public OpeningState State { get; init; }

    /// <summary>
    /// The first instant at which this answer no longer holds (another state, or another reason for it): a page that shows it is good
    /// until then. Null where nothing changes within <see cref="OpeningHours.LookAheadDays"/>.
    /// </summary>
    public DateTimeOffset? NextChange { get; init; }

    /// <summary>Where not open: the next opening that is known. Null where none is.</summary>
    public DateTimeOffset? OpensNext { get; init; }

    /// <summary>Open without a break until 06:00 of the coming morning at least.</summary>
    public bool AllNight { get; init; }

    /// <summary>Why it is unknown, or closed out of turn: one of <see cref="OpeningReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The holiday that <see cref="Reason"/> speaks of.</summary>
    public Holiday? Holiday { get; init; }

    /// <summary>The words of the <see cref="DayException"/> that made it so.</summary>
    public string? Note { get; init; }

    /// <summary>The first instant that is not known to be open any more; null where it is not open or has no end in sight.</summary>
    public DateTimeOffset? OpenUntil => State == OpeningState.Open ? NextChange : null;

    /// <summary>Open with no end within the look-ahead.</summary>
    public bool Always => State == OpeningState.Open && NextChange is null;
}

/// <summary>The keys of <see cref="Opening.Reason"/>; stable, the key of a text for readers.</summary>
public static class OpeningReasons
{
    /// <summary>No hours are recorded.</summary>
    public const string NoHours = "no_hours";

    /// <summary>The recorded hours do not speak of this day (<c>valid_from</c>, <c>valid_to</c>).</summary>
    public const string NotValidNow = "hours_not_valid_now";

    /// <summary>The hours are recorded in words only.</summary>
    public const string WordsOnly = "hours_in_words_only";

    /// <summary>The times are known, the days are not.</summary>
    public const string DaysUnknown = "days_unknown";

    /// <summary>The day is known, the times are not.</summary>
    public const string TimesUnknown = "times_unknown";

    /// <summary>It has opened; when it closes is not known.</summary>
    public const string ClosingUnknown = "closing_unknown";

    /// <summary>It will close; when it opens is not known.</summary>
    public const string OpeningUnknown = "opening_unknown";

    /// <summary>Every second week or month, and nobody said from which one on.</summary>
    public const string StartUnknown = "start_unknown";

    /// <summary>The rule cannot be read, or contradicts itself.</summary>
    public const string Unreadable = "hours_unreadable";

    /// <summary>A public holiday.</summary>
    public const string Holiday = "holiday";

    /// <summary>An exception for this day.</summary>
    public const string Exception = "day_exception";
}
