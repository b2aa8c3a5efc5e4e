namespace Amparo.Tests.Calendar;

public sealed class RecurrenceTests
{
    private static readonly Schedule EightToFive = new() { OpensAt = ClockTime.At(8), ClosesAt = ClockTime.At(17) };

    private static string Dates(Schedule schedule, DateOnly from, int days)
    {
        var hours = new OpeningHours { Regular = [schedule], OnHolidays = HolidayHours.Open };
        var open = Enumerable.Range(0, days).Select(from.AddDays).Where(d => hours.At(new DateTimeOffset(d, new TimeOnly(9, 0), TimeSpan.Zero), TimeZoneInfo.Utc, HolidayCalendar.None).State == OpeningState.Open);
        return string.Join(' ', open.Select(d => d.ToString("MM-dd")));
    }

    private static OpeningState State(Schedule schedule, DateOnly on) =>
        new OpeningHours { Regular = [schedule] }.At(new DateTimeOffset(on, new TimeOnly(9, 0), TimeSpan.Zero), TimeZoneInfo.Utc, HolidayCalendar.None).State;

    [Theory]
    [InlineData("1MO", "05-04 06-01")]
    [InlineData("-1FR", "05-29 06-26")]
    [InlineData("2SA,4SA", "05-09 05-23 06-13 06-27")]
    [InlineData("5SU", "05-31")]
    public void A_weekday_of_the_month_is_found_from_either_end(string byDay, string expected) =>
        Assert.Equal(expected, Dates(EightToFive with { Freq = Frequency.Monthly, ByDay = byDay }, new(2026, 5, 1), 61));

    [Theory]
    [InlineData("15", "05-15 06-15")]
    [InlineData("-1", "05-31 06-30")]
    [InlineData("31", "05-31")]
    public void A_day_of_the_month_is_skipped_where_the_month_has_none(string byMonthDay, string expected) =>
        Assert.Equal(expected, Dates(EightToFive with { Freq = Frequency.Monthly, ByMonthDay = byMonthDay }, new(2026, 5, 1), 61));

    [Fact]
    public void Every_second_week_counts_from_its_start() =>
        Assert.Equal("05-05 05-19 06-02", Dates(EightToFive with { Freq = Frequency.Weekly, Interval = 2, ByDay = "TU", DtStart = new(2026, 5, 5) }, new(2026, 4, 1), 70));

    [Fact]
    public void The_start_of_the_week_decides_which_Sunday_belongs_to_it()
    {
        var fortnightly = EightToFive with { Freq = Frequency.Weekly, Interval = 2, ByDay = "TU,SU", DtStart = new(1997, 8, 5), Count = 4 };
        Assert.Equal("08-05 08-10 08-19 08-24", Dates(fortnightly with { WkSt = "MO" }, new(1997, 8, 1), 60));
        Assert.Equal("08-05 08-17 08-19 08-31", Dates(fortnightly with { WkSt = "SU" }, new(1997, 8, 1), 60));
    }

    [Fact]
    public void Every_second_week_without_a_start_is_unknown_on_its_days_and_closed_on_others()
    {
        var schedule = EightToFive with { Freq = Frequency.Weekly, Interval = 2, ByDay = "TU" };
        Assert.Equal(OpeningState.Unknown, State(schedule, new(2026, 5, 5)));
        Assert.Equal(OpeningState.Closed, State(schedule, new(2026, 5, 6)));
    }

    [Fact]
    public void Every_third_month_counts_from_its_start() =>
        Assert.Equal("01-15 04-15 07-15", Dates(EightToFive with { Freq = Frequency.Monthly, Interval = 3, ByMonthDay = "15", DtStart = new(2026, 1, 15) }, new(2025, 12, 1), 250));

    [Fact]
    public void A_count_ends_it() =>
        Assert.Equal("05-04 05-06 05-11", Dates(EightToFive with { ByDay = "MO,WE", DtStart = new(2026, 5, 4), Count = 3 }, new(2026, 4, 1), 90));

    [Fact]
    public void An_end_is_the_last_day() =>
        Assert.Equal("05-04 05-11", Dates(EightToFive with { ByDay = "MO", Until = new(2026, 5, 11) }, new(2026, 5, 1), 40));

    [Fact]
    public void Every_third_day_counts_from_its_start() =>
        Assert.Equal("05-04 05-07 05-10", Dates(EightToFive with { Freq = Frequency.Daily, Interval = 3, DtStart = new(2026, 5, 4) }, new(2026, 5, 1), 12));

    [Fact]
    public void Without_days_a_weekly_rule_takes_the_weekday_of_its_start() =>
        Assert.Equal("05-06 05-13", Dates(EightToFive with { Freq = Frequency.Weekly, DtStart = new(2026, 5, 6) }, new(2026, 5, 1), 14));

    [Fact]
    public void Weeks_of_the_year_count_as_ISO_weeks()
    {
        Assert.Equal("12-28 01-04", Dates(EightToFive with { Freq = Frequency.Weekly, ByDay = "MO", ByWeekNo = "1,53" }, new(2026, 12, 1), 45));
        Assert.Equal("12-28", Dates(EightToFive with { Freq = Frequency.Weekly, ByDay = "MO", ByWeekNo = "-1" }, new(2026, 12, 1), 45));
    }

    [Fact]
    public void Days_of_the_year_count_from_either_end() =>
        Assert.Equal("12-31 01-01", Dates(EightToFive with { ByYearDay = "1,-1" }, new(2026, 12, 1), 45));

    public static TheoryData<Schedule> Broken() =>
    [
        EightToFive with { ByDay = "XX" },
        EightToFive with { ByDay = "Monday" },
        EightToFive with { Freq = Frequency.Weekly, ByDay = "1MO" },
        EightToFive with { ByDay = "9MO" },
        EightToFive with { ByMonthDay = "32" },
        EightToFive with { ByMonthDay = "first" },
        EightToFive with { ByDay = "MO", Interval = 0 },
        EightToFive with { ByDay = "MO", Count = -1, DtStart = new(2026, 1, 1) },
        EightToFive with { ByDay = "MO", WkSt = "??" },
        EightToFive with { ByDay = "MO", ValidFrom = new(2026, 1, 1), ValidTo = new(2025, 1, 1) },
        new Schedule { ByDay = "MO", OpensAt = ClockTime.EndOfDay, ClosesAt = ClockTime.At(8) },
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_rule_that_cannot_be_read_is_unknown_and_breaks_nothing(Schedule schedule) =>
        Assert.Equal(OpeningState.Unknown, State(schedule, new(2026, 5, 4)));

    [Fact]
    public void An_enormous_count_does_not_hang() =>
        Assert.Equal(OpeningState.Open, State(EightToFive with { ByDay = "MO", DtStart = new(2020, 1, 6), Count = int.MaxValue }, new(2026, 5, 4)));
}
