namespace Amparo.Tests.Calendar;

public sealed class HoursTextTests
{
    public static TheoryData<string, string> Golden()
    {
        var data = new TheoryData<string, string>();
        foreach (var (text, expected) in HoursTextCases.All) data.Add(text, expected);
        return data;
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void A_text_of_hours_becomes_what_its_writer_meant_or_is_refused(string text, string expected) =>
        Assert.Equal(expected, Said(Schedules.Parse(text)));

    [Theory]
    [InlineData("Monday - Friday", "8:30AM", "5:00PM", "MO,TU,WE,TH,FR 08:30-17:00")]
    [InlineData("Second Saturday", "9:00AM", "1:00PM", "2SA 09:00-13:00")]
    [InlineData("Friday,Saturday", "9:00AM", "5:00PM", "FR,SA 09:00-17:00")]
    [InlineData("", "9:00AM", "5:00PM", "? 09:00-17:00")]
    [InlineData("Monday", "9:00AM", null, "MO 09:00-?")]
    [InlineData("Monday-Friday", "24 Hours", "", "MO,TU,WE,TH,FR 00:00-24:00")]
    [InlineData(null, "24 hours", null, "always")]
    [InlineData("Monday", null, null, "MO ?-?")]
    [InlineData("Monday", null, "5:00PM", "! unreadable_hours")]
    [InlineData("Sun-Thurs", "8:30am", "16:00pm", "! impossible_time")]
    [InlineData("Monday", "8:30", "5:00", "! ambiguous_hours")]
    [InlineData(null, null, null, "! unreadable_hours")]
    public void Hours_in_columns_are_read_as_the_line_they_would_make(string? days, string? opens, string? closes, string expected) =>
        Assert.Equal(expected, Said(Schedules.Parse(days, opens, closes)));

    [Fact]
    public void A_refusal_names_the_piece_that_was_not_understood()
    {
        Assert.Equal("25:00", Schedules.Parse("Lunes 8:00-25:00").Problem!.Value);
        Assert.Equal("cita", Schedules.Parse("cita lunes 8-12").Problem!.Value);
        Assert.Equal("8 - 5", Schedules.Parse("L-V 8 a 5").Problem!.Value);
        Assert.InRange(Schedules.Parse(new string('q', 5000)).Problem!.Value.Length, 1, 40);
    }

    [Fact]
    public void An_impossible_time_is_named_even_beside_words_that_are_not_known() =>
        Assert.Equal(HoursProblem.ImpossibleTime, Schedules.Parse("Office hours 13:00pm").Problem!.Key);

    [Fact]
    public void No_text_whatever_breaks_the_reader()
    {
        var random = new Random(7);
        string[] pieces = ["lunes", "L", "-", " a ", "8", "8:00", "24", "h", "pm", "a.m.", ";", ",", "y", "cerrado", "PH", "[2]", "primer", "cada", "excepto", "de la tarde", "24/7", "abierto", "2000", "\n", ".", "incluye", "del mes", "día 15 de cada mes", "é", "\0", "🏠", "M", "("];
        for (var i = 0; i < CalendarRandom.Cases(5_000); i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var reading = Schedules.Parse(text);
            Assert.True(reading.Hours is null != reading.Problem is null, text);
            Assert.True(reading.Hours is null or { AlwaysOpen: true } or { Regular.Count: > 0 }, text);
        }
    }

    [Fact]
    public void What_is_read_keeps_its_meaning_when_it_is_written_as_a_week_again()
    {
        var random = new Random(11);
        string[] names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        for (var i = 0; i < 500; i++)
        {
            var days = Enumerable.Range(0, 7).Where(_ => random.Next(2) == 0).DefaultIfEmpty(3).ToList();
            var (opens, closes) = (13 * 60 + random.Next(0, 300), 18 * 60 + random.Next(1, 360));
            var text = $"{string.Join(',', days.Select(d => names[d]))} {ClockTime.At(opens / 60, opens % 60)}-{(closes >= 1440 ? ClockTime.EndOfDay : ClockTime.At(closes / 60, closes % 60))}";
            var grid = WeeklyGrid.Of(Schedules.Parse(text).Hours!, new DateOnly(2026, 5, 4))!;
            for (var day = 0; day < 7; day++)
                Assert.Equal(days.Contains(day) ? 1 : 0, grid.Days[day].Count);
            Assert.Equal(opens, grid.Days[days[0]][0].Opens.Minutes);
        }
    }

    internal static string Said(HoursReading reading)
    {
        if (reading.Problem is { } problem) return $"! {problem.Key}";
        var hours = reading.Hours!;
        var parts = hours.AlwaysOpen ? ["always"] : hours.Regular.Select(Said).ToList();
        if (hours.OnHolidays != HolidayHours.Unknown) parts.Add(hours.OnHolidays == HolidayHours.Closed ? "PH closed" : "PH open");
        return string.Join("; ", parts);
    }

    private static string Said(Schedule s)
    {
        var days = s.ByDay ?? (s.ByMonthDay is { } d ? $"day{d}" : "?");
        return $"{days} {s.OpensAt?.ToString() ?? "?"}-{s.ClosesAt?.ToString() ?? "?"}";
    }
}
