using System.Globalization;
using System.Text.RegularExpressions;

namespace Amparo.Kernel;

/// <summary>One written time, with the half of the day where it was said.</summary>
internal static class TimeReading
{
    public static WrittenTime Of(Match match)
    {
        var hour = Number(match, "h");
        var minute = Number(match, "m");
        var part = match.Groups["p"].Value.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        // Years, days of a month, house and telephone numbers are not times gone wrong.
        var isAnyNumber = match.Groups["military"].Success || (part.Length == 0 && !match.Groups["m"].Success);
        if (isAnyNumber && !ClockTime.Exists(hour, minute)) throw new HoursRefused(HoursProblem.UnreadableHours, match.Value.Trim());
        Require(ClockTime.Exists(hour, minute) && Number(match, "s") <= 59, match);
        if (part.Length > 0)
        {
            Require(hour is >= 1 and <= 12, match);
            var (clockHour, half) = OnClock(hour, part, match);
            return new WrittenTime(clockHour, minute, half, match.Value) { HasMinutes = true };
        }
        return new WrittenTime(hour, minute, Half.Unsaid, match.Value)
        {
            HasMinutes = match.Groups["m"].Success,
            IsPadded = match.Groups["h"].Value is ['0', _],
            IsFourDigits = match.Groups["military"].Success && !match.Groups["x"].Success,
        };
    }

    private static (int Hour, Half Half) OnClock(int hour, string part, Match match)
    {
        var am = (hour % 12, Half.Morning);
        var pm = (hour % 12 + 12, Half.Afternoon);
        switch (part)
        {
            case "am": return am;
            case "pm": return pm;
            // "12 m." and "12 md" are noon in the region.
            case "m" or "md": Require(hour == 12, match); return pm;
            case var p when p.EndsWith("madrugada", StringComparison.Ordinal): Require(hour is 12 or <= 6, match); return am;
            case var p when p.EndsWith("manana", StringComparison.Ordinal) || p.EndsWith("morning", StringComparison.Ordinal):
                return hour < 12 ? am : throw Doubt(match);
            case var p when p.EndsWith("tarde", StringComparison.Ordinal) || p.EndsWith("afternoon", StringComparison.Ordinal):
                Require(hour is 12 or <= 8, match); return pm;
            default: return hour == 12 ? am : hour >= 6 ? pm : throw Doubt(match);
        }
    }

    private static HoursRefused Doubt(Match match) => new(HoursProblem.AmbiguousHours, match.Value.Trim());

    private static void Require(bool possible, Match match)
    {
        if (!possible) throw new HoursRefused(HoursProblem.ImpossibleTime, match.Value.Trim());
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
}
