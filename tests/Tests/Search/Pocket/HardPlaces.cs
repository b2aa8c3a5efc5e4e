using Amparo.Contracts.Places;

namespace Amparo.Tests.Search.Pocket;

/// <summary>The invented directory, with everything that hours, texts and instants of real lists hold besides.</summary>
internal static class HardPlaces
{
    private static readonly string[] Offered = ["Dental Clinic", "Ropero y cobijas", "Diaper bank", "Clases de inglés", "Regaderas", "Rape Crisis Hotline", "Prenatal care", "Despensa", "Intérprete", "Duchas"];

    private static readonly OpeningHours[] Patterns =
    [
        Of(new() { ByDay = "1MO,-1FR", OpensAt = At(9), ClosesAt = At(13) }),
        Of(new() { Freq = Frequency.Weekly, Interval = 2, DtStart = Day(2026, 11, 4), ByDay = "WE", OpensAt = At(8), ClosesAt = At(12) }),
        Of(new() { Freq = Frequency.Weekly, Interval = 2, ByDay = "WE", OpensAt = At(8), ClosesAt = At(12) }),
        Of(new() { Freq = Frequency.Monthly, ByMonthDay = "1,15,-1", OpensAt = At(7), ClosesAt = At(19) }),
        Of(new() { Freq = Frequency.Yearly, ByYearDay = "-45,-44", OpensAt = At(7), ClosesAt = At(19) }),
        Of(new() { Freq = Frequency.Weekly, ByWeekNo = "46,47", ByDay = "MO,TU,WE,TH,FR", OpensAt = At(7), ClosesAt = At(19) }),
        Of(new() { Freq = Frequency.Weekly, ByDay = "MO,TU,WE,TH,FR", ValidFrom = Day(2026, 11, 10), ValidTo = Day(2026, 11, 25), OpensAt = At(8), ClosesAt = At(16) }),
        Of(new() { Freq = Frequency.Daily, DtStart = Day(2026, 11, 1), Count = 20, OpensAt = At(6), ClosesAt = At(22) }),
        Of(new() { Freq = Frequency.Daily, Interval = 3, DtStart = Day(2026, 11, 1), Until = Day(2026, 12, 1), OpensAt = At(20), ClosesAt = At(6) }),
        Of(new() { Freq = Frequency.Monthly, DtStart = Day(2026, 1, 18), OpensAt = At(20), ClosesAt = At(6) }),
        Of(new() { ByDay = "SA,SU", OpensAt = At(10) }), Of(new() { ByDay = "MO,TU", ClosesAt = At(15) }), Of(new() { OpensAt = At(9), ClosesAt = At(17) }),
        Of(new() { Description = "mañanas" }), Of(new() { ByDay = "XX", OpensAt = At(9), ClosesAt = At(17) }), Of(new() { ByDay = "1MO", Freq = Frequency.Weekly, OpensAt = At(9), ClosesAt = At(17) }),
        Of(new() { Freq = Frequency.Weekly, ByDay = "MO,TU,WE,TH,FR", OpensAt = At(8), ClosesAt = At(12) }, new Schedule { Freq = Frequency.Weekly, ByDay = "MO,TU,WE,TH,FR", OpensAt = At(14), ClosesAt = At(18) }),
        Of(new() { Freq = Frequency.Weekly, ByDay = "MO,TU,WE,TH,FR,SA,SU", OpensAt = At(1), ClosesAt = At(2) }) with { OnHolidays = HolidayHours.Closed },
        Of(new() { Freq = Frequency.Weekly, ByDay = "MO,TU,WE,TH,FR,SA,SU", OpensAt = At(0), ClosesAt = ClockTime.EndOfDay }) with { OnHolidays = HolidayHours.Open },
        Of(new() { Freq = Frequency.Weekly, ByDay = "MO,TU,WE,TH,FR,SA,SU", OpensAt = At(7), ClosesAt = At(20) }) with { OnHolidays = HolidayHours.Closed },
        OpeningHours.DayAndNight with { OnHolidays = HolidayHours.Closed },
        Of(new() { Freq = Frequency.Weekly, ByDay = "MO,TU,WE,TH,FR", OpensAt = At(8), ClosesAt = At(16) }) with { Exceptions = [new(Day(2026, 11, 18), true), new(Day(2026, 11, 19), false, At(20), At(4)), new(Day(2026, 11, 20), false)] },
        OpeningHours.DayAndNight with { Exceptions = [new(Day(2026, 11, 17), false, At(8), At(12)), new(Day(2026, 11, 17), true), new(Day(2026, 11, 22), true)] },
        OpeningHours.NotKnown with { Exceptions = [new(Day(2026, 11, 18), false, At(8), At(12))] },
    ];

    private static readonly string[] Zones = ["America/Tijuana", "America/Ciudad_Juarez", "America/Matamoros", "America/New_York", "Asia/Amman", "Nowhere/AtAll"];

    public static List<PublicPlace> Take(int count, int seed) => [.. new InventedPlaces(Geodata.Gazetteer, seed).Take(count).Select(Harder)];

    private static PublicPlace Harder(PublicPlace place, int number)
    {
        var told = number % 2 == 0 ? place.Profile : place.Profile with
        {
            Description = $"Atención a familias, {Offered[number / 7 % Offered.Length]}", AlternateName = number % 9 == 1 ? $"Ñandú {number % 31} Œuvre" : null,
            Services = [.. place.Profile.Services.Select(s => s with { Name = Offered[number % Offered.Length], Description = Offered[number / 3 % Offered.Length], Hours = number % 11 == 1 ? Patterns[number % Patterns.Length] : null })],
        };
        return place with
        {
            TimeZone = number % 13 == 0 ? Zones[number / 13 % Zones.Length] : place.TimeZone,
            ExpiresAt = number % 17 == 0 ? place.ModifiedAt.AddDays(number % 40).AddMilliseconds(number) : null,
            MayBeClosedSince = number % 29 == 0 ? place.ModifiedAt : null,
            Profile = told with { Hours = number % 3 == 0 ? Patterns[number / 3 % Patterns.Length] : number % 11 == 1 ? OpeningHours.NotKnown : told.Hours, Nationals = number % 7 == 0 ? [] : told.Nationals },
        };
    }

    private static OpeningHours Of(Schedule one, params Schedule[] more) => new() { Regular = [one, .. more] };

    private static ClockTime At(int hour) => ClockTime.At(hour);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
