namespace Amparo.Kernel;

/// <summary>What became of a text of hours: either hours, or the problem; never both and never neither.</summary>
/// <param name="Hours">The hours, without exceptions. A text that names no days gives a schedule without days, which counts as unknown.</param>
/// <param name="Problem">Why it was refused.</param>
public sealed record HoursReading(OpeningHours? Hours, HoursProblem? Problem);

/// <summary>Why a text of hours was refused.</summary>
/// <param name="Key">One of the constants; stable, the key of a text for stewards.</param>
/// <param name="Value">The offending piece of the text, 40 characters at most.</param>
public sealed record HoursProblem(string Key, string Value)
{
    /// <summary>A time that no clock shows (<c>13:00pm</c>, <c>25:00</c>, <c>8:60</c>), or closing at the minute of opening.</summary>
    public const string ImpossibleTime = "impossible_time";

    /// <summary>Morning or afternoon cannot be told (<c>8 a 5</c>).</summary>
    public const string AmbiguousHours = "ambiguous_hours";

    /// <summary>Two parts say different things about the same day.</summary>
    public const string ContradictoryHours = "contradictory_hours";

    /// <summary>A word, a date or an order that is not understood: nothing of the text is taken.</summary>
    public const string UnreadableHours = "unreadable_hours";

    internal static HoursProblem Of(string key, string value) => new(key, value.Length <= 40 ? value : value[..40]);
}

/// <summary>Unwinds a reading to its one catch; never leaves <see cref="Schedules"/>.</summary>
internal sealed class HoursRefused(string key, string value) : Exception(key)
{
    public HoursProblem Problem { get; } = HoursProblem.Of(key, value);
}
