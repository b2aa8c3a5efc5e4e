using System.Text.Json.Serialization;

namespace Amparo.Kernel;

/// <summary>
/// When a place is open: regular schedules, single days on top, and what holds on holidays. An open interval belongs to the day
/// on which it begins. Compared by content, so that an import can say "unchanged".
/// </summary>
public sealed record OpeningHours
{
    /// <summary>How far <see cref="At"/> looks ahead for the next change, in days.</summary>
    public const int LookAheadDays = 400;

    /// <summary>Nothing is known.</summary>
    public static OpeningHours NotKnown { get; } = new();

    /// <summary>Day and night, also on holidays.</summary>
    public static OpeningHours DayAndNight { get; } = new() { AlwaysOpen = true };

    /// <summary>The schedules; open where any of them is open.</summary>
    public IReadOnlyList<Schedule> Regular { get; init; } = [];

    /// <summary>Single days that differ.</summary>
    public IReadOnlyList<DayException> Exceptions { get; init; } = [];

    /// <summary>Open day and night; holidays included unless <see cref="OnHolidays"/> says closed. The schedules are then not looked at.</summary>
    public bool AlwaysOpen { get; init; }

    /// <summary>What is known about holidays.</summary>
    public HolidayHours OnHolidays { get; init; }

    /// <summary>Whether nothing at all is said.</summary>
    [JsonIgnore]
    public bool IsEmpty => !AlwaysOpen && Regular.Count == 0 && Exceptions.Count == 0;

    /// <summary>
    /// Open, closed or unknown at this instant on the wall clock of <paramref name="zone"/>, and what comes next within
    /// <see cref="LookAheadDays"/>. For many places or many instants keep a <see cref="CompiledHours"/>, which answers the same.
    /// </summary>
    public Opening At(DateTimeOffset instant, TimeZoneInfo zone, HolidayCalendar holidays) =>
        new Timeline(new Days(this), holidays).At(LocalMoment.Of(instant, zone));

    /// <inheritdoc/>
    public bool Equals(OpeningHours? other) =>
        other is not null && AlwaysOpen == other.AlwaysOpen && OnHolidays == other.OnHolidays
        && Regular.SequenceEqual(other.Regular) && Exceptions.SequenceEqual(other.Exceptions);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(AlwaysOpen);
        hash.Add(OnHolidays);
        foreach (var schedule in Regular) hash.Add(schedule);
        foreach (var day in Exceptions) hash.Add(day);
        return hash.ToHashCode();
    }
}
