namespace Amparo.Tests.Calendar;

/// <summary>Random hours for the property tests, always from a seed.</summary>
internal sealed class CalendarRandom(int seed)
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly string[] ZoneNames = ["America/Tijuana", "America/Guatemala", "America/Panama", "America/Mexico_City", "America/Ciudad_Juarez", "America/Havana", "Europe/Madrid"];
    private readonly Random _random = new(seed);

    public static int Cases(int usual) => Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? usual * 20 : usual;

    public TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(ZoneNames[_random.Next(ZoneNames.Length)]);

    public HolidayCalendar Holidays() => HolidayCalendar.For(HolidayCalendar.Countries[_random.Next(HolidayCalendar.Countries.Count)]);

    // Every fourth instant lies in the days around the clock changes of 2026, where mistakes live.
    public DateTimeOffset Instant()
    {
        DateTimeOffset[] changes = [new(2026, 3, 8, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 25, 0, 0, 0, TimeSpan.Zero)];
        return _random.Next(4) == 0
            ? changes[_random.Next(4)].AddSeconds(_random.Next(-86_400, 2 * 86_400))
            : new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(_random.Next(0, 2 * 365 * 86_400));
    }

    public OpeningHours Hours(bool weeklyOnly = false) => new()
    {
        AlwaysOpen = _random.Next(20) == 0,
        OnHolidays = (HolidayHours)_random.Next(3),
        Regular = [.. Enumerable.Range(0, _random.Next(weeklyOnly ? 1 : 0, 5)).Select(_ => weeklyOnly || _random.Next(3) > 0 ? Weekly() : Odd())],
        Exceptions = _random.Next(3) > 0 ? [] : [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Exception())],
    };

    public Schedule Weekly()
    {
        var bounded = _random.Next(5) == 0;
        return new Schedule
        {
            Freq = _random.Next(6) == 0 ? null : Frequency.Weekly,
            ByDay = string.Join(',', Codes.Where(_ => _random.Next(2) == 0).DefaultIfEmpty("WE")),
            OpensAt = Time(),
            ClosesAt = Closing(),
            ValidFrom = bounded ? Date() : null,
            ValidTo = bounded && _random.Next(2) == 0 ? Date().AddDays(200) : null,
            Until = bounded && _random.Next(2) == 0 ? Date().AddDays(200) : null,
        };
    }

    private Schedule Odd() => _random.Next(9) switch
    {
        0 => new Schedule { Description = "Mornings" },
        1 => Weekly() with { ClosesAt = null },
        2 => Weekly() with { Interval = 2, DtStart = _random.Next(3) == 0 ? null : Date() },
        3 => Weekly() with { Freq = Frequency.Monthly, ByDay = $"{_random.Next(1, 6)}{Codes[_random.Next(7)]},-1FR" },
        4 => Weekly() with { Freq = Frequency.Monthly, ByDay = null, ByMonthDay = "15,-1" },
        5 => Weekly() with { Freq = null, ByDay = null },
        6 => Weekly() with { ByDay = "XX" },
        7 => Weekly() with { DtStart = Date(), Count = _random.Next(1, 60) },
        _ => Weekly() with { ByWeekNo = "1,20,-1" },
    };

    private DayException Exception() => _random.Next(4) switch
    {
        0 => new DayException(Date(), true, Reason: "Fumigation"),
        1 => new DayException(Date(), false),
        _ => new DayException(Date(), false, Time(), Closing()),
    };

    private DateOnly Date() => new DateOnly(2025, 6, 1).AddDays(_random.Next(0, 2 * 365));

    // Half of all times are full hours, so that intervals touch; some fall into the hours that clock changes skip or repeat.
    private ClockTime Time() => _random.Next(2) == 0 ? ClockTime.At(_random.Next(24)) : ClockTime.At(_random.Next(4), _random.Next(60));

    private ClockTime Closing() => _random.Next(5) == 0 ? ClockTime.EndOfDay : Time();
}
