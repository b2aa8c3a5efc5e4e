using System.Text.Json;

namespace Amparo.Tests.Calendar;

public sealed class OpeningTests
{
    private static readonly TimeZoneInfo Guatemala = TimeZoneInfo.FindSystemTimeZoneById("America/Guatemala");
    private static readonly HolidayCalendar Gt = HolidayCalendar.For("GT");

    // Monday 4 May 2026 is an ordinary week in Guatemala.
    private static DateTimeOffset Gua(int day, int hour, int minute = 0, int month = 5) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(-6));

    private static OpeningHours Hours(string text) => Schedules.Parse(text).Hours!;

    private static Opening At(OpeningHours hours, DateTimeOffset instant)
    {
        var slow = hours.At(instant, Guatemala, Gt);
        Assert.Equal(slow, CompiledHours.From(hours).At(instant, Guatemala, Gt));
        return slow;
    }

    private static void IsOpen(DateTimeOffset? until, Opening opening)
    {
        Assert.Equal(OpeningState.Open, opening.State);
        Assert.Equal(until, opening.OpenUntil);
    }

    private static void IsClosed(DateTimeOffset? opens, Opening opening)
    {
        Assert.Equal(OpeningState.Closed, opening.State);
        Assert.Equal(opens, opening.OpensNext);
    }

    private static void IsUnknown(string reason, Opening opening)
    {
        Assert.Equal(OpeningState.Unknown, opening.State);
        Assert.Equal(reason, opening.Reason);
    }

    [Fact]
    public void Within_its_hours_it_is_open_until_it_closes() => IsOpen(Gua(4, 17), At(Hours("L-V 8-17"), Gua(4, 10)));

    [Fact]
    public void The_minute_of_opening_is_open_and_the_minute_of_closing_is_closed()
    {
        IsOpen(Gua(4, 17), At(Hours("L-V 8-17"), Gua(4, 8)));
        IsClosed(Gua(5, 8), At(Hours("L-V 8-17"), Gua(4, 17)));
        IsOpen(Gua(4, 17), At(Hours("L-V 8-17"), Gua(4, 17).AddSeconds(-1)));
    }

    [Fact]
    public void After_Friday_it_opens_next_on_Monday() => IsClosed(Gua(11, 8), At(Hours("L-V 8-17"), Gua(8, 18)));

    [Fact]
    public void Hours_that_touch_are_one() => IsOpen(Gua(4, 18), At(Hours("lunes 08:00-12:00; lunes 12:00-18:00"), Gua(4, 9)));

    [Fact]
    public void A_night_that_ends_in_the_morning_is_open_after_midnight_and_all_night()
    {
        var night = Hours("lunes 20:00-07:00");
        IsOpen(Gua(5, 7), At(night, Gua(5, 3)));
        Assert.True(At(night, Gua(4, 22)).AllNight);
        Assert.True(At(night, Gua(5, 3)).AllNight);
        Assert.False(At(night, Gua(5, 6, 30)).AllNight);
        IsClosed(Gua(11, 20), At(night, Gua(5, 7)));
    }

    [Fact]
    public void The_night_from_Sunday_to_Monday_crosses_the_week() => IsOpen(Gua(11, 6), At(Hours("domingo 22:00-06:00"), Gua(11, 2)));

    [Fact]
    public void Days_that_end_at_midnight_run_into_the_next() =>
        IsOpen(Gua(6, 0), At(Hours("lunes 00:00-24:00; martes 00:00-24:00"), Gua(4, 12)));

    [Fact]
    public void A_last_minute_of_23_59_is_the_end_of_the_day()
    {
        var hours = new OpeningHours { Regular = [Weekly("MO,TU", ClockTime.At(0), ClockTime.At(23, 59))] };
        IsOpen(Gua(6, 0), At(hours, Gua(4, 12)));
    }

    [Fact]
    public void Day_and_night_never_changes_not_even_on_a_holiday()
    {
        var opening = At(OpeningHours.DayAndNight, Gua(1, 12));
        Assert.True(opening.Always && opening.AllNight);
        Assert.Null(opening.NextChange);
    }

    [Fact]
    public void Without_hours_it_is_unknown_and_says_so()
    {
        IsUnknown(OpeningReasons.NoHours, At(OpeningHours.NotKnown, Gua(4, 10)));
        Assert.Null(At(OpeningHours.NotKnown, Gua(4, 10)).NextChange);
    }

    [Fact]
    public void Words_are_never_taken_for_hours() =>
        IsUnknown(OpeningReasons.WordsOnly, At(new OpeningHours { Regular = [new Schedule { Description = "Mornings, ask the guard" }] }, Gua(4, 10)));

    [Fact]
    public void Words_beside_hours_leave_the_other_times_unknown_not_closed()
    {
        var hours = new OpeningHours { Regular = [Weekly("MO", ClockTime.At(8), ClockTime.At(12)), new Schedule { Notes = "Evenings by appointment" }] };
        IsOpen(Gua(4, 12), At(hours, Gua(4, 9)));
        IsUnknown(OpeningReasons.WordsOnly, At(hours, Gua(4, 20)));
        Assert.Equal(Gua(11, 8), At(hours, Gua(4, 20)).OpensNext);
    }

    [Fact]
    public void Days_without_times_are_unknown_and_the_other_days_closed()
    {
        var hours = Hours("lunes y martes");
        IsUnknown(OpeningReasons.TimesUnknown, At(hours, Gua(4, 10)));
        IsClosed(null, At(hours, Gua(6, 10)));
        Assert.Equal(Gua(11, 0), At(hours, Gua(6, 10)).NextChange);
    }

    [Fact]
    public void Times_without_days_are_unknown_within_and_closed_outside()
    {
        IsUnknown(OpeningReasons.DaysUnknown, At(Hours("8:00-17:00"), Gua(4, 10)));
        IsClosed(null, At(Hours("8:00-17:00"), Gua(4, 3)));
    }

    [Fact]
    public void An_unknown_closing_is_unknown_from_the_opening_on()
    {
        var hours = new OpeningHours { Regular = [Weekly("MO", ClockTime.At(8), null)] };
        Assert.Equal(OpeningState.Closed, At(hours, Gua(4, 7)).State);
        IsUnknown(OpeningReasons.ClosingUnknown, At(hours, Gua(4, 9)));
        IsUnknown(OpeningReasons.ClosingUnknown, At(new OpeningHours { Regular = [Weekly("MO", ClockTime.At(0), null)] }, Gua(4, 9)));
        IsUnknown(OpeningReasons.OpeningUnknown, At(new OpeningHours { Regular = [Weekly("MO", null, ClockTime.At(12))] }, Gua(4, 9)));
    }

    [Fact]
    public void Closing_at_the_minute_of_opening_is_unknown() =>
        IsUnknown(OpeningReasons.Unreadable, At(new OpeningHours { Regular = [Weekly("MO", ClockTime.At(8), ClockTime.At(8))] }, Gua(4, 9)));

    [Fact]
    public void Outside_its_validity_nothing_is_known()
    {
        var hours = new OpeningHours { Regular = [Weekly("MO,TU,WE", ClockTime.At(8), ClockTime.At(17)) with { ValidFrom = new(2026, 5, 5), ValidTo = new(2026, 5, 5) }] };
        IsUnknown(OpeningReasons.NotValidNow, At(hours, Gua(4, 10)));
        Assert.Equal(Gua(5, 8), At(hours, Gua(4, 10)).OpensNext);
        IsOpen(Gua(5, 17), At(hours, Gua(5, 10)));
        IsUnknown(OpeningReasons.NotValidNow, At(hours, Gua(6, 10)));
    }

    [Fact]
    public void After_its_last_occurrence_it_is_closed_with_no_known_next()
    {
        var hours = new OpeningHours { Regular = [Weekly("MO", ClockTime.At(8), ClockTime.At(17)) with { Until = new(2026, 5, 4) }] };
        IsOpen(Gua(4, 17), At(hours, Gua(4, 10)));
        IsClosed(null, At(hours, Gua(5, 10)));
    }

    [Fact]
    public void An_exception_stands_above_the_week()
    {
        var hours = Hours("L-V 8-17") with { Exceptions = [new(new(2026, 5, 4), true, Reason: "Fumigación"), new(new(2026, 5, 5), false, ClockTime.At(10), ClockTime.At(12)), new(new(2026, 5, 6), false)] };
        IsClosed(Gua(5, 10), At(hours, Gua(4, 10)));
        Assert.Equal((OpeningReasons.Exception, "Fumigación"), (At(hours, Gua(4, 10)).Reason, At(hours, Gua(4, 10)).Note));
        IsOpen(Gua(5, 12), At(hours, Gua(5, 11)));
        IsUnknown(OpeningReasons.TimesUnknown, At(hours, Gua(6, 11)));
        IsOpen(Gua(7, 17), At(hours, Gua(7, 11)));
    }

    [Fact]
    public void A_closed_day_does_not_end_the_night_that_began_before_it()
    {
        var hours = Hours("todos los días 20:00-07:00") with { Exceptions = [new(new(2026, 5, 5), true)] };
        IsOpen(Gua(5, 7), At(hours, Gua(5, 3)));
        IsClosed(Gua(6, 20), At(hours, Gua(5, 21)));
    }

    [Fact]
    public void An_exception_that_says_open_and_closed_is_unknown()
    {
        var hours = Hours("L-V 8-17") with { Exceptions = [new(new(2026, 5, 4), true), new(new(2026, 5, 4), false, ClockTime.At(8), ClockTime.At(9))] };
        IsUnknown(OpeningReasons.Unreadable, At(hours, Gua(4, 10)));
    }

    [Fact]
    public void On_a_holiday_nobody_spoke_of_the_usual_hours_are_unknown_with_the_holiday_named()
    {
        var opening = At(Hours("L-V 8-17"), Gua(1, 10));
        IsUnknown(OpeningReasons.Holiday, opening);
        Assert.Equal("Día del Trabajo", opening.Holiday!.Es);
        Assert.Equal(Gua(4, 8), opening.OpensNext);
        Assert.Equal(OpeningState.Closed, At(Hours("L-V 8-17"), Gua(1, 20)).State);
    }

    [Fact]
    public void On_a_holiday_it_is_closed_or_open_where_that_is_known()
    {
        IsClosed(Gua(4, 8), At(Hours("L-V 8-17; PH off"), Gua(1, 10)));
        Assert.Equal(OpeningReasons.Holiday, At(Hours("L-V 8-17; PH off"), Gua(1, 10)).Reason);
        IsOpen(Gua(1, 17), At(Hours("L-V 8-17") with { OnHolidays = HolidayHours.Open }, Gua(1, 10)));
        IsClosed(Gua(2, 0), At(OpeningHours.DayAndNight with { OnHolidays = HolidayHours.Closed }, Gua(1, 10)));
    }

    [Fact]
    public void A_holiday_of_some_places_only_is_unknown_where_holidays_are_closed()
    {
        var hours = Hours("lunes a domingo 8-17; PH off");
        IsUnknown(OpeningReasons.Holiday, At(hours, Gua(15, 10, month: 8)));
    }

    [Fact]
    public void An_exception_stands_above_a_holiday() =>
        IsOpen(Gua(1, 11), At(Hours("L-V 8-17; PH off") with { Exceptions = [new(new(2026, 5, 1), false, ClockTime.At(9), ClockTime.At(11))] }, Gua(1, 10)));

    [Fact]
    public void Nothing_is_looked_for_beyond_the_look_ahead()
    {
        var far = new OpeningHours { Regular = [Weekly("MO", ClockTime.At(8), ClockTime.At(17)) with { DtStart = new(2028, 1, 3) }], OnHolidays = HolidayHours.Open };
        IsClosed(null, At(far, Gua(4, 10)));
        Assert.Null(At(far, Gua(4, 10)).NextChange);
    }

    [Fact]
    public void Hours_survive_json_and_are_equal_by_content()
    {
        var hours = Hours("Mo-Fr 08:00-24:00; Sa[2] 09:00-13:00; PH off") with { Exceptions = [new(new(2026, 5, 4), true, Reason: "x")] };
        var json = JsonSerializer.Serialize(hours, JsonSerializerOptions.Web);
        Assert.Equal(hours, JsonSerializer.Deserialize<OpeningHours>(json, JsonSerializerOptions.Web));
        Assert.Contains("\"freq\":\"WEEKLY\",\"byday\":\"MO,TU,WE,TH,FR\",\"opens_at\":\"08:00\",\"closes_at\":\"24:00\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.NotEqual(hours, hours with { OnHolidays = HolidayHours.Open });
    }

    internal static Schedule Weekly(string days, ClockTime? opens, ClockTime? closes) => new() { Freq = Frequency.Weekly, ByDay = days, OpensAt = opens, ClosesAt = closes };
}
