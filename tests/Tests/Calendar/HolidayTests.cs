namespace Amparo.Tests.Calendar;

public sealed class HolidayTests
{
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2019, 4, 21)]
    [InlineData(2023, 4, 9)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_where_it_is_known_to_fall(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), Easter.Sunday(year));

    [Fact]
    public void Easter_is_always_a_Sunday_from_22_March_to_25_April()
    {
        for (var year = 1583; year <= 4099; year++)
        {
            var sunday = Easter.Sunday(year);
            Assert.Equal(DayOfWeek.Sunday, sunday.DayOfWeek);
            Assert.InRange(sunday, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData("MX", "2026-02-02", "Día de la Constitución")]
    [InlineData("MX", "2026-03-16", "Natalicio de Benito Juárez")]
    [InlineData("MX", "2026-11-16", "Día de la Revolución")]
    [InlineData("MX", "2024-10-01", "Transmisión del Poder Ejecutivo Federal")]
    [InlineData("MX", "2030-10-01", "Transmisión del Poder Ejecutivo Federal")]
    [InlineData("MX", "2026-10-01", null)]
    [InlineData("MX", "2026-02-05", null)]
    [InlineData("GT", "2026-04-03", "Viernes Santo")]
    [InlineData("GT", "2022-07-04", "Día del Ejército")]
    [InlineData("GT", "2020-06-29", "Día del Ejército")]
    [InlineData("GT", "2020-06-30", null)]
    [InlineData("SV", "2026-08-06", "Divino Salvador del Mundo")]
    [InlineData("HN", "2024-10-02", "Semana Morazánica")]
    [InlineData("HN", "2024-10-05", "Semana Morazánica")]
    [InlineData("HN", "2024-10-06", null)]
    [InlineData("NI", "2026-07-19", "Día de la Revolución")]
    [InlineData("CR", "2026-04-11", "Día de Juan Santamaría")]
    [InlineData("PA", "2026-02-17", "Martes de Carnaval")]
    [InlineData("PA", "2024-11-11", "Grito de Independencia de la Villa de Los Santos")]
    [InlineData("PA", "2024-11-10", "Grito de Independencia de la Villa de Los Santos")]
    [InlineData("BZ", "2023-03-06", "Día de los Héroes y Benefactores Nacionales")]
    [InlineData("BZ", "2026-04-06", "Lunes de Pascua")]
    [InlineData("bz", "2026-12-26", "Día de San Esteban")]
    public void A_day_is_the_holiday_that_its_country_keeps(string country, string date, string? name) =>
        Assert.Equal(name, HolidayCalendar.For(country).On(DateOnly.Parse(date))?.Es);

    [Fact]
    public void Every_country_has_a_calendar_that_says_that_it_is_to_be_verified()
    {
        foreach (var country in HolidayCalendar.Countries)
        {
            var calendar = HolidayCalendar.For(country);
            Assert.True(calendar.IsKnown);
            Assert.False(string.IsNullOrWhiteSpace(calendar.Source));
            Assert.Equal("to be verified", calendar.Checked);
            Assert.InRange(calendar.In(2026).Count(h => h.Holiday.Everywhere), 7, 20);
            Assert.All(calendar.In(2026), h => Assert.False(string.IsNullOrWhiteSpace(h.Holiday.Es) || string.IsNullOrWhiteSpace(h.Holiday.En)));
            Assert.Equal("Navidad", calendar.On(new(2026, 12, 25))!.Es);
        }
    }

    [Fact]
    public void A_country_without_a_file_has_no_holidays_and_says_that_it_does_not_know()
    {
        Assert.False(HolidayCalendar.For("FR").IsKnown);
        Assert.False(HolidayCalendar.For(null).IsKnown);
        Assert.Null(HolidayCalendar.For("FR").On(new(2026, 12, 25)));
    }

    [Fact]
    public void A_holiday_moved_over_the_new_year_is_found_in_its_new_year()
    {
        var calendar = HolidayCalendar.Read("""{"country":"XX","source":"s","checked":"c","holidays":[{"es":"a","en":"a","month":12,"day":31,"moves":{"TH":4}},{"es":"b","en":"b","month":1,"day":4,"everywhere":false}]}""");
        Assert.Null(calendar.On(new(2026, 12, 31)));
        Assert.Equal("a", calendar.On(new(2027, 1, 4))!.Es);
    }

    [Fact]
    public void A_word_in_a_file_that_nobody_knows_is_refused() =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => HolidayCalendar.Read("""{"country":"XX","source":"s","checked":"c","holidays":[{"es":"a","en":"a","mouth":1,"day":1}]}"""));
}
