namespace Amparo.Kernel;

/// <summary>Two written times as an interval. Where the half of the day is not said it is taken only if one reading alone makes sense.</summary>
internal static class TimeRanges
{
    private const int Noon = 720;
    private const int LongestElliptic = 15 * 60;

    public static (ClockTime Opens, ClockTime Closes) Read(WrittenTime opens, WrittenTime closes, bool clockOf24)
    {
        var text = $"{opens.Text.Trim()} - {closes.Text.Trim()}";
        if (opens.IsFourDigits != closes.IsFourDigits || (opens.IsFourDigits && !LooksLikeTimes(opens, closes)))
            throw new HoursRefused(HoursProblem.UnreadableHours, text);
        var (from, to) = Minutes(opens, closes, clockOf24) ?? throw new HoursRefused(HoursProblem.AmbiguousHours, text);
        if (to == 0 && from > 0) to = WallClock.Day;
        if (from == to || from == WallClock.Day) throw new HoursRefused(HoursProblem.ImpossibleTime, text);
        return (ClockTime.OfMinutes(from), ClockTime.OfMinutes(to == WallClock.Day - 1 ? WallClock.Day : to));
    }

    private static (int From, int To)? Minutes(WrittenTime opens, WrittenTime closes, bool clockOf24)
    {
        var asWritten = (opens.Minutes, closes.Minutes);
        return (opens.IsBare, closes.IsBare) switch
        {
            (false, false) => asWritten,
            (true, true) => BothBare(opens, closes, clockOf24) ? asWritten : null,
            (true, false) when closes.IsOf24 => asWritten,
            (false, true) when opens.IsOf24 => opens.Hour == 0 || IsNight(opens, closes) ? asWritten : null,
            (true, false) => Only(Halves(opens).Where(o => o is < 60 or >= 300).Select(o => (o, closes.Minutes))),
            (false, true) => Only(Halves(closes).Select(c => (opens.Minutes, c))),
        };
    }

    // "8 a 12" is a morning; "2 a 6" hardly a night; "8 a 5" could be either, and so could "10:00-02:00" unless the text counts to 24.
    private static bool BothBare(WrittenTime opens, WrittenTime closes, bool clockOf24)
    {
        if (opens.Minutes < closes.Minutes) return opens.Hour >= 7 || opens.IsPadded || (clockOf24 && opens.Hour >= 5);
        return opens.Minutes > closes.Minutes && clockOf24 && opens.HasMinutes && closes.HasMinutes;
    }

    // "18:00 a 7:00" is a night; "13:00 a 5:00" is an afternoon written carelessly, or a night, and nobody can tell.
    private static bool IsNight(WrittenTime opens, WrittenTime closes) =>
        closes.Hour < 12 && (closes.Minutes + Noon < opens.Minutes + 120 || (closes.IsPadded && opens.Hour >= 17));

    private static (int From, int To)? Only(IEnumerable<(int From, int To)> readings)
    {
        var plausible = readings.Where(r => Length(r) is > 0 and < LongestElliptic).Take(2).ToList();
        return plausible.Count == 1 ? plausible[0] : null;
    }

    private static int Length((int From, int To) reading) => (reading.To - reading.From + WallClock.Day) % WallClock.Day;

    private static int[] Halves(WrittenTime time) => [time.Minutes % Noon, time.Minutes % Noon + Noon];

    // Years, telephone numbers and prices have four digits too.
    private static bool LooksLikeTimes(WrittenTime opens, WrittenTime closes) =>
        opens.Minute % 15 == 0 && closes.Minute % 15 == 0 && (opens.Hour < 10 || closes.Hour < 10 || opens.Hour < 19);
}
