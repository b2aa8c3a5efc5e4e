using System.Globalization;
using System.Text.Json.Serialization;

namespace Amparo.Kernel;

/// <summary>
/// A time on the wall clock of a place, from 00:00 to 24:00 in whole minutes. 24:00 is the end of the day,
/// which <see cref="TimeOnly"/> cannot say; without it "open until midnight" and "opens at midnight" look alike.
/// </summary>
[JsonConverter(typeof(ClockTimeJson))]
public readonly record struct ClockTime : IComparable<ClockTime>
{
    private ClockTime(int minutes) => Minutes = minutes;

    /// <summary>24:00, the end of the day.</summary>
    public static ClockTime EndOfDay { get; } = new(1440);

    /// <summary>Minutes since 00:00, from 0 to 1440.</summary>
    public int Minutes { get; }

    /// <summary>A time of the day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time does not exist on a clock of 24 hours.</exception>
    public static ClockTime At(int hour, int minute = 0) =>
        Exists(hour, minute) ? new(hour * 60 + minute) : throw new ArgumentOutOfRangeException(nameof(hour), $"{hour}:{minute:00}");

    /// <summary>Reads <c>HH:MM</c> or <c>HH:MM:SS</c> as it stands in files; seconds are dropped. Free text goes to <see cref="Schedules.Parse(string)"/>.</summary>
    public static bool TryParse(string? text, out ClockTime time)
    {
        time = default;
        if (text is not { Length: 5 or 8 } || text[2] != ':' || (text.Length == 8 && text[5] != ':')) return false;
        var seconds = 0;
        if (!Digits(text, 0, out var hour) || !Digits(text, 3, out var minute)) return false;
        if (text.Length == 8 && (!Digits(text, 6, out seconds) || seconds > 59 || (hour == 24 && seconds > 0))) return false;
        if (!Exists(hour, minute)) return false;
        time = new(hour * 60 + minute);
        return true;
    }

    /// <summary>The same time of the day; seconds are dropped.</summary>
    public static implicit operator ClockTime(TimeOnly time) => FromTimeOnly(time);

    /// <summary>The same time of the day; seconds are dropped.</summary>
    public static ClockTime FromTimeOnly(TimeOnly time) => new(time.Hour * 60 + time.Minute);

    /// <inheritdoc/>
    public int CompareTo(ClockTime other) => Minutes.CompareTo(other.Minutes);

    /// <summary>Whether the left time comes first.</summary>
    public static bool operator <(ClockTime left, ClockTime right) => left.Minutes < right.Minutes;

    /// <summary>Whether the left time comes last.</summary>
    public static bool operator >(ClockTime left, ClockTime right) => left.Minutes > right.Minutes;

    /// <summary>Whether the left time is not after the right one.</summary>
    public static bool operator <=(ClockTime left, ClockTime right) => left.Minutes <= right.Minutes;

    /// <summary>Whether the left time is not before the right one.</summary>
    public static bool operator >=(ClockTime left, ClockTime right) => left.Minutes >= right.Minutes;

    /// <summary>The time as <c>HH:MM</c>, the form of files and of the HTML time input.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes / 60:00}:{Minutes % 60:00}");

    internal static bool Exists(int hour, int minute) =>
        hour is >= 0 and <= 24 && minute is >= 0 and <= 59 && (hour < 24 || minute == 0);

    internal static ClockTime OfMinutes(int minutes) => new(minutes);

    private static bool Digits(string text, int at, out int number)
    {
        number = (text[at] - '0') * 10 + text[at + 1] - '0';
        return char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]);
    }
}
