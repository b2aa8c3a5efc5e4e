using System.Text.Json.Serialization;

namespace Amparo.Kernel;

/// <summary>
/// One schedule of Open Referral HSDS 3.0 (<c>schedule</c>, the recurrence rules of RFC 5545), with its names on the way
/// out to JSON. Times are those of the wall clock of the place. A rule that cannot be read is kept as it came and counts as unknown.
/// </summary>
public sealed record Schedule
{
    /// <summary>First day on which this information holds; before it nothing is known.</summary>
    [JsonPropertyName("valid_from"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which this information holds; after it nothing is known.</summary>
    [JsonPropertyName("valid_to"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ValidTo { get; init; }

    /// <summary>Day of the first occurrence; an <see cref="Interval"/> above 1 counts from it.</summary>
    [JsonPropertyName("dtstart"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DtStart { get; init; }

    /// <summary>Last day on which it may occur; after it the place is closed.</summary>
    [JsonPropertyName("until"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Until { get; init; }

    /// <summary>How many times it occurs from <see cref="DtStart"/>.</summary>
    [JsonPropertyName("count"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }

    /// <summary>How often it repeats; where absent it follows from the other parts (<c>byday</c> alone repeats weekly).</summary>
    [JsonPropertyName("freq"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Frequency? Freq { get; init; }

    /// <summary>Every how many weeks, months or days; 2 with a weekly rule is fortnightly.</summary>
    [JsonPropertyName("interval"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Interval { get; init; }

    /// <summary>Days as <c>MO,TU</c>; in a monthly rule also <c>1MO</c> (first Monday) and <c>-1FR</c> (last Friday).</summary>
    [JsonPropertyName("byday"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ByDay { get; init; }

    /// <summary>Days of the month, from 1 to 31 or from -1 (the last) to -31, with commas.</summary>
    [JsonPropertyName("bymonthday"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ByMonthDay { get; init; }

    /// <summary>Weeks of the year, from 1 to 53 or from -1 (the last) to -53, with commas.</summary>
    [JsonPropertyName("byweekno"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ByWeekNo { get; init; }

    /// <summary>Days of the year, from 1 to 366 or from -1 (the last) to -366, with commas.</summary>
    [JsonPropertyName("byyearday"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ByYearDay { get; init; }

    /// <summary>The day on which a week starts, as <c>MO</c>; Monday where absent.</summary>
    [JsonPropertyName("wkst"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WkSt { get; init; }

    /// <summary>Opening time; where absent the hours of that day are unknown.</summary>
    [JsonPropertyName("opens_at"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClockTime? OpensAt { get; init; }

    /// <summary>Closing time; before the opening time it lies on the next day; where absent the closing is unknown.</summary>
    [JsonPropertyName("closes_at"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClockTime? ClosesAt { get; init; }

    /// <summary>The hours in words. A schedule that has only words counts as unknown: words are shown, never interpreted.</summary>
    [JsonPropertyName("description"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>How one attends, in words.</summary>
    [JsonPropertyName("attending_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AttendingType { get; init; }

    /// <summary>Remarks in words.</summary>
    [JsonPropertyName("notes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Notes { get; init; }
}
