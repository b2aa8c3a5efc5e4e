using System.Globalization;
using Amparo.Protection.People;

namespace Amparo.Tests.Protection;

public sealed class BirthTests
{
    [Theory]
    [InlineData("2008-12-01", null, null, "2026-11-30", 17)]
    [InlineData("2008-12-01", null, null, "2026-12-01", 18)]
    // A leap day: on the first of March, not the day before.
    [InlineData("2008-02-29", null, null, "2026-02-28", 17)]
    [InlineData("2008-02-29", null, null, "2026-03-01", 18)]
    [InlineData("2008-02-29", null, null, "2028-02-29", 20)]
    // Of a year or a month alone the youngest that it allows: whoever may be a child is treated as one.
    [InlineData("2008", null, null, "2026-12-30", 17)]
    [InlineData("2008", null, null, "2026-12-31", 18)]
    [InlineData("2008-06", null, null, "2026-06-29", 17)]
    [InlineData("2008-06", null, null, "2026-06-30", 18)]
    // An age grows with the day on which it was said.
    [InlineData(null, 17, "2026-11-30", "2027-11-29", 17)]
    [InlineData(null, 17, "2026-11-30", "2027-11-30", 18)]
    [InlineData(null, 17, "2026-11-30", "2026-01-01", 17)]
    [InlineData(null, null, null, "2026-11-30", null)]
    [InlineData("2026-11-30", null, null, "2026-11-30", 0)]
    public void An_age_is_counted_as_an_office_counts_it(string? date, int? age, string? saidOn, string today, int? years) =>
        Assert.Equal(years, new Birth(date, age, saidOn).YearsOn(DateOnly.Parse(today, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-12-02", false), InlineData("2026-12-01", true), InlineData("1905-01-01", false), InlineData("2008-02-30", false), InlineData("2009-02-29", false), InlineData("2008-13", false), InlineData("0000", false), InlineData("2026", true)]
    public void A_date_that_cannot_be_is_refused(string date, bool isPossible) => Assert.Equal(isPossible, new Birth(date, null, null).IsPossible(new DateOnly(2026, 12, 1)));

    [Theory]
    [InlineData("GT", "2026-12-01T05:59:00Z", "2026-11-30"), InlineData("GT", "2026-12-01T06:00:00Z", "2026-12-01")]
    [InlineData("PA", "2026-12-01T04:59:00Z", "2026-11-30"), InlineData("PA", "2026-12-01T05:00:00Z", "2026-12-01")]
    [InlineData("MX", "2026-12-01T05:59:59Z", "2026-11-30"), InlineData("BZ", "2026-12-01T06:00:00Z", "2026-12-01"), InlineData("CR", "2026-12-01T05:30:00Z", "2026-11-30"), InlineData("HN", "2026-12-01T06:00:00Z", "2026-12-01")]
    [InlineData("NI", "2026-12-01T05:59:00Z", "2026-11-30"), InlineData("SV", "2026-12-01T06:00:00Z", "2026-12-01")]
    public void She_turns_eighteen_at_the_midnight_of_the_office(string country, string instant, string day)
    {
        var today = OfficeDay.Of(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), country);
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), today);
        Assert.Equal(day == "2026-12-01" ? 18 : 17, new Birth("2008-12-01", null, null).YearsOn(today));
    }

    [Fact]
    public void A_band_says_child_of_whoever_is_under_eighteen_or_of_no_known_age()
    {
        for (var years = 0; years <= 120; years++) Assert.Equal(years < 18, AgeBands.IsChild(AgeBands.Of(years)));
        Assert.True(AgeBands.IsChild(AgeBands.Of(null)));
        Assert.All(Enumerable.Range(0, 121), years => Assert.Contains(AgeBands.Of(years), AgeBands.All));
    }
}
