namespace Amparo.Kernel;

/// <summary>Easter Sunday of the Gregorian calendar, on which Holy Week and Carnival hang.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year from 1583 on (the computus of the Gregorian reform).</summary>
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var moonShift = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
        var (leaps, yearRest) = Math.DivRem(inCentury, 4);
        var toSunday = (32 + 2 * centuryRest + 2 * leaps - epact - yearRest) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - 7 * late + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
