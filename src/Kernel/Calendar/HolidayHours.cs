using System.Text.Json.Serialization;

namespace Amparo.Kernel;

/// <summary>What is known about opening on public holidays.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HolidayHours>))]
public enum HolidayHours
{
    /// <summary>Nobody said; the hours of a holiday are then unknown, never guessed.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>The regular hours hold.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>Closed on public holidays.</summary>
    [JsonStringEnumMemberName("closed")] Closed,
}
