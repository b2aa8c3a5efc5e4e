namespace Amparo.Tests.Calendar;

/// <summary>Tijuana: 02:00 becomes 03:00 on 8 March 2026, and 02:00 becomes 01:00 on 1 November 2026 (both Sundays).</summary>
public sealed class ClockChangeTests
{
    private static readonly TimeZoneInfo Tijuana = TimeZoneInfo.FindSystemTimeZoneById("America/Tijuana");

    private static Opening At(string text, DateTimeOffset instant)
    {
        var hours = Schedules.Parse(text).Hours! with { OnHolidays = HolidayHours.Open };
        var slow = hours.At(instant, Tijuana, HolidayCalendar.None);
        Assert.Equal(slow, CompiledHours.From(hours).At(instant, Tijuana, HolidayCalendar.None));
        return slow;
    }

    private static DateTimeOffset Utc(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.Zero);

    [Fact]
    public void The_night_in_which_clocks_spring_forward_is_an_hour_shorter()
    {
        var opening = At("sábado 20:00-07:00", Utc(3, 8, 5));
        Assert.Equal(Utc(3, 8, 14), opening.OpenUntil);
        Assert.Equal(TimeSpan.FromHours(-7), opening.OpenUntil!.Value.Offset);
    }

    [Fact]
    public void The_night_in_which_clocks_fall_back_is_an_hour_longer() =>
        Assert.Equal(Utc(11, 1, 15), At("sábado 20:00-07:00", Utc(11, 1, 4)).OpenUntil);

    [Fact]
    public void An_opening_in_the_skipped_hour_happens_when_the_clock_has_jumped()
    {
        Assert.Equal(Utc(3, 8, 10), At("domingo 02:30-06:00", Utc(3, 8, 9)).OpensNext);
        Assert.Equal(OpeningState.Open, At("domingo 02:30-06:00", Utc(3, 8, 10)).State);
    }

    [Fact]
    public void Hours_that_lie_in_the_skipped_hour_do_not_happen_that_day() =>
        Assert.Equal(Utc(3, 15, 9, 10), At("domingo 02:10-02:50", Utc(3, 8, 9)).OpensNext);

    [Fact]
    public void A_break_in_the_skipped_hour_is_not_announced() =>
        Assert.Equal(Utc(3, 8, 13), At("domingo 01:00-02:10; domingo 02:50-06:00", Utc(3, 8, 9, 30)).OpenUntil);

    [Fact]
    public void In_the_repeated_hour_nothing_closes_or_opens_twice()
    {
        Assert.Equal(Utc(11, 1, 8, 30), At("domingo 00:00-01:30", Utc(11, 1, 8, 15)).OpenUntil);
        Assert.Equal(OpeningState.Closed, At("domingo 00:00-01:30", Utc(11, 1, 9, 15)).State);
        Assert.Equal(OpeningState.Open, At("domingo 01:30-04:00", Utc(11, 1, 9, 15)).State);
    }

    [Fact]
    public void The_same_hours_are_another_instant_across_the_border_town_and_the_capital()
    {
        var capital = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");
        var hours = Schedules.Parse("L-V 8-16").Hours!;
        var now = Utc(5, 4, 14, 30);
        Assert.Equal(OpeningState.Open, hours.At(now, capital, HolidayCalendar.None).State);
        Assert.Equal(Utc(5, 4, 15), hours.At(now, Tijuana, HolidayCalendar.None).OpensNext);
    }

    [Fact]
    public void Today_is_the_day_on_the_wall_of_the_place_not_of_Greenwich() =>
        Assert.Equal(new DateOnly(2026, 5, 3), LocalMoment.Of(Utc(5, 4, 3), Tijuana).Date);
}
