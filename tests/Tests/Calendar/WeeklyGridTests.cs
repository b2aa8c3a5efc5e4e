namespace Amparo.Tests.Calendar;

public sealed class WeeklyGridTests
{
    private static readonly DateOnly Monday = new(2026, 5, 4);

    private static string? Table(OpeningHours hours) => WeeklyGrid.Of(hours, Monday) is not { } grid ? null
        : string.Join(" | ", grid.Days.Select(day => string.Join(",", day.Select(i => $"{i.Opens}-{i.Closes}"))));

    private static string? Table(string text) => Table(Schedules.Parse(text).Hours!);

    [Fact]
    public void A_week_is_seven_lists_from_Monday_in_order_of_the_day() =>
        Assert.Equal("08:00-12:00,14:00-18:00 |  |  |  |  | 09:00-13:00 | ", Table("lunes 14-18; lunes 8-12; sábado 9-13"));

    [Fact]
    public void Intervals_that_touch_or_overlap_are_one_line() =>
        Assert.Equal("08:00-18:00 |  |  |  |  |  | ", Table("lunes 08:00-12:00; lunes 12:00-18:00"));

    [Fact]
    public void A_night_stays_with_the_day_on_which_it_begins() =>
        Assert.Equal(" |  |  |  | 20:00-06:00 |  | ", Table("viernes 20:00-06:00"));

    [Fact]
    public void Day_and_night_is_seven_full_days() => Assert.Equal(7, Table("24/7")!.Split('|').Count(d => d.Trim() == "00:00-24:00"));

    [Theory]
    [InlineData("primer lunes de cada mes 9-12")]
    [InlineData("lunes")]
    [InlineData("8:00-17:00")]
    public void What_is_not_the_same_each_week_has_no_table(string text) => Assert.Null(Table(text));

    [Fact]
    public void Without_schedules_valid_today_there_is_no_table()
    {
        Assert.Null(Table(OpeningHours.NotKnown));
        var summer = OpeningTests.Weekly("MO", ClockTime.At(8), ClockTime.At(12)) with { ValidFrom = new(2026, 6, 1) };
        Assert.Null(Table(new OpeningHours { Regular = [summer] }));
        Assert.Equal("09:00-10:00 |  |  |  |  |  | ", Table(new OpeningHours { Regular = [summer, OpeningTests.Weekly("MO", ClockTime.At(9), ClockTime.At(10))] }));
    }
}
