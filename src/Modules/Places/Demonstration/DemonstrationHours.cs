namespace Amparo.Places.Demonstration;

/// <summary>Invented opening hours of the shapes that real lists have, "nobody said" among them.</summary>
internal static class DemonstrationHours
{
    private const string Week = "MO,TU,WE,TH,FR";
    private const string EveryDay = "MO,TU,WE,TH,FR,SA,SU";

    public static OpeningHours Of(string shape, Random dice) => dice.Next(12) == 0 ? OpeningHours.NotKnown : shape switch
    {
        "always" => OpeningHours.DayAndNight,
        "night" => dice.Next(3) switch { 0 => OpeningHours.DayAndNight, 1 => Hours(OnHoliday.Open, (EveryDay, 16, 8)), _ => Hours(OnHoliday.Open, (EveryDay, 7, 21)) },
        "meals" => Hours(OnHoliday.Unknown, (dice.Next(2) == 0 ? EveryDay : "MO,TU,WE,TH,FR,SA", 7, 9), (Week, 12, 14)),
        "clinic" => dice.Next(3) == 0 ? OpeningHours.DayAndNight : Hours(OnHoliday.Closed, (Week, 7, 15), ("SA", 7, 12)),
        "shop" => Hours(OnHoliday.Unknown, ("MO,TU,WE,TH,FR,SA", 8, 18), ("SU", 9, 13)),
        "early" => Hours(OnHoliday.Open, (EveryDay, 4, 22)),
        "day" => Hours(OnHoliday.Unknown, (EveryDay, 7, 18)),
        _ => dice.Next(3) == 0 ? Hours(OnHoliday.Closed, (Week, 8, 12), (Week, 13, 16)) : Hours(OnHoliday.Closed, (Week, 8, 16)),
    };

    private enum OnHoliday { Unknown, Open, Closed }

    private static OpeningHours Hours(OnHoliday holidays, params (string Days, int Opens, int Closes)[] spans) => new()
    {
        Regular = [.. spans.Select(s => new Schedule { Freq = Frequency.Weekly, ByDay = s.Days, OpensAt = ClockTime.At(s.Opens), ClosesAt = ClockTime.At(s.Closes) })],
        OnHolidays = holidays switch { OnHoliday.Open => HolidayHours.Open, OnHoliday.Closed => HolidayHours.Closed, _ => HolidayHours.Unknown },
    };
}
