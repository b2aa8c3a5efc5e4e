using System.Text.Json.Serialization;

namespace Amparo.Kernel;

/// <summary>
/// What one day has instead of its regular hours; it stands above holidays too. Several on one day that are all open add up.
/// An open day without times is a day of unknown hours. What began the evening before still ends when it would have ended.
/// </summary>
/// <param name="Date">The day in the time zone of the place.</param>
/// <param name="Closed">Closed all day; the times then say nothing.</param>
/// <param name="OpensAt">Opening time of that day.</param>
/// <param name="ClosesAt">Closing time; before the opening time it lies on the next day.</param>
/// <param name="Reason">Why, in words for readers.</param>
public sealed record DayException(
    DateOnly Date,
    bool Closed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ClockTime? OpensAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ClockTime? ClosesAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
