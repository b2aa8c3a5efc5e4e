namespace Amparo.Tests.Geography;

public class CountryShapesTests
{
    [Theory]
    [InlineData(19.43, -99.13, "MX")]
    [InlineData(14.64, -90.51, "GT")]
    [InlineData(29.42, -98.49, "US")]
    [InlineData(4.71, -74.07, "CO")]
    [InlineData(12.58, -81.70, "CO")]
    [InlineData(16.3155, -86.5397, "HN")]
    [InlineData(20.51, -86.95, "MX")]
    [InlineData(12.17, -83.04, "NI")]
    [InlineData(17.74, -88.02, "BZ")]
    [InlineData(8.66632, -77.41922, "PA")]
    public void A_point_on_land_or_island_lies_in_its_country(double latitude, double longitude, string country) =>
        Assert.Equal(country, Geodata.Shapes.CountryAt(new(latitude, longitude)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(15, -100)]
    [InlineData(23.11, -82.36)]
    [InlineData(18.0, -76.8)]
    [InlineData(-14.9, 92.25)]
    [InlineData(40.4, -3.7)]
    [InlineData(double.NaN, 0)]
    public void The_sea_and_elsewhere_are_in_none(double latitude, double longitude) => Assert.Null(Geodata.Shapes.CountryAt(new(latitude, longitude)));

    [Fact]
    public void Nearly_every_place_lies_in_its_country_and_all_within_five_kilometres_of_it()
    {
        var places = Geodata.FromSource.ToList();
        Assert.True(places.Count(place => Geodata.Shapes.CountryAt(place.Point) == place.Country) >= places.Count * 0.998);
        Assert.All(places, place => Assert.True(Geodata.Shapes.IsWithin(place.Point, place.Country), place.Slug));
    }

    [Fact]
    public void Far_from_a_border_no_place_counts_as_the_neighbours()
    {
        Assert.False(Geodata.Shapes.IsWithin(new(14.64, -90.51), "MX"));
        Assert.False(Geodata.Shapes.IsWithin(new(19.43, -99.13), "HT"));
        Assert.True(Geodata.Shapes.IsWithin(new(14.68018, -92.15195), "GT"));
    }
}
