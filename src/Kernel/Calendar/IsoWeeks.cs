namespace Amparo.Kernel;

/// <summary>Weeks of the year as RFC 5545 counts them: the first has four days or more in the year.</summary>
internal static class IsoWeeks
{
    public static int StartOfWeek(DateOnly date, DayOfWeek first) => date.DayNumber - ((int)date.DayOfWeek - (int)first + 7) % 7;

    /// <summary>The number of the week and how many its year has.</summary>
    public static (int Number, int InYear) Of(DateOnly date, DayOfWeek first)
    {
        var start = StartOfWeek(date, first);
        var year = DateOnly.FromDayNumber(start + 3).Year;
        var begin = FirstWeek(year, first);
        return ((start - begin) / 7 + 1, (FirstWeek(year + 1, first) - begin) / 7);
    }

    private static int FirstWeek(int year, DayOfWeek first) => StartOfWeek(new DateOnly(year, 1, 4), first);
}
