using System.Globalization;
using Amparo.Kernel;

namespace Amparo.Tests.Geography;

public class CellTests
{
    [Theory]
    [InlineData("14.90,-92.25", "14.90,-92.25", false)]
    [InlineData("14.9,-92.25", "14.90,-92.25", false)]
    [InlineData(" 14.90 , -92.25 ", "14.90,-92.25", false)]
    [InlineData("14.90541,-92.25891", "14.90,-92.25", true)]
    [InlineData("14.91,-92.25", "14.90,-92.25", true)]
    [InlineData("14.9000001,-92.25", "14.90,-92.25", true)]
    [InlineData("-0.01,0.02", "0.00,0.00", true)]
    [InlineData("0,180", "0.00,-180.00", false)]
    public void A_position_finer_than_its_cell_is_told_and_becomes_the_cell(string sent, string cell, bool finer)
    {
        Assert.True(Cell.TryParse(sent, out var read, out var wasFiner));
        Assert.Equal(cell, read.ToString());
        Assert.Equal(finer, wasFiner);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tapachula")]
    [InlineData("14.90")]
    [InlineData("14,90,-92,25")]
    [InlineData("91,0")]
    [InlineData("0,181")]
    [InlineData("NaN,0")]
    [InlineData("1e1,0")]
    [InlineData("Infinity,0")]
    [InlineData("14.9;-92.25")]
    [InlineData("14.900000000000000000000000000000000000000000000000000000000000000,0")]
    public void What_is_no_position_is_refused(string? sent) => Assert.False(Cell.TryParse(sent, out _, out _));

    [Fact]
    public void Every_point_lies_within_four_kilometres_of_the_centre_of_its_cell()
    {
        Assert.All(Geodata.Sample(500, 1), place => Assert.InRange(place.Point.KilometresTo(Cell.Of(place.Point).Centre), 0, 4));
    }

    [Fact]
    public void The_centre_of_a_cell_is_in_that_cell_and_its_text_reads_back()
    {
        foreach (var place in Geodata.Sample(500, 2))
        {
            var cell = Cell.Of(place.Point);
            Assert.Equal(cell, Cell.Of(cell.Centre));
            Assert.True(Cell.TryParse(cell.ToString(), out var read, out var finer));
            Assert.Equal((cell, false), (read, finer));
        }
    }

    [Fact]
    public void The_text_is_the_same_where_people_write_a_comma_for_a_point()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("es");
        try { Assert.Equal("14.90,-92.25", Cell.Of(new(14.90541, -92.25891)).ToString()); }
        finally { CultureInfo.CurrentCulture = before; }
    }

    [Fact]
    public void A_point_that_slips_into_a_log_shows_its_cell_only()
    {
        Assert.Equal("near 14.90,-92.25", $"{new GeoPoint(14.90541, -92.25891)}");
        Assert.DoesNotContain("0541", new { Where = new GeoPoint(14.90541, -92.25891) }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_off_the_globe_has_no_cell() => Assert.Throws<ArgumentOutOfRangeException>(() => Cell.Of(new(double.NaN, 0)));

    [Fact]
    public void Tapachula_is_as_far_from_Tijuana_as_the_globe_says() =>
        Assert.InRange(new GeoPoint(14.90541, -92.25891).KilometresTo(new(32.5027, -117.00371)), 3_165, 3_185);
}
