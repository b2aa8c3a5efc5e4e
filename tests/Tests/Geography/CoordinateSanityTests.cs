using Amparo.Kernel;

namespace Amparo.Tests.Geography;

public class CoordinateSanityTests
{
    private const int Sampled = 500;
    private static readonly CoordinateSanity Sanity = Geodata.Sanity;

    [Fact]
    public void A_right_coordinate_near_a_town_is_left_in_peace()
    {
        var random = new Random(21);
        var odd = Geodata.Sample(Sampled, 20).Count(place =>
        {
            var (angle, degrees) = (random.NextDouble() * 2 * Math.PI, random.NextDouble() * 4 / 111);
            var point = new GeoPoint(place.Point.Latitude + degrees * Math.Sin(angle), place.Point.Longitude + degrees * Math.Cos(angle));
            return Sanity.Check(point, place.Country, place.Admin1Name, swappedPossible: true).Count > 0;
        });
        Assert.True(odd <= 2, $"{odd} of {Sampled}");
    }

    [Fact]
    public void Latitude_and_longitude_in_each_others_place_are_always_found_and_turned_back() =>
        FindsAll(CoordinateSanity.Swapped, point => new(point.Longitude, point.Latitude));

    [Fact]
    public void A_lost_minus_is_always_found_and_given_back() => FindsAll(CoordinateSanity.SignLost, point => new(point.Latitude, -point.Longitude));

    [Fact]
    public void Swapped_and_without_its_minus_is_told_as_both()
    {
        FindsAll(CoordinateSanity.Swapped, point => new(-point.Longitude, point.Latitude));
        FindsAll(CoordinateSanity.SignLost, point => new(-point.Longitude, point.Latitude));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Minutes_written_as_decimals_are_found_where_they_move_the_point_out_of_its_area(bool withSeconds)
    {
        var (left, found, wrong) = (0, 0, 0);
        foreach (var place in Geodata.Sample(Sampled, 23))
        {
            var slipped = new GeoPoint(Slip(place.Point.Latitude, withSeconds), Slip(place.Point.Longitude, withSeconds));
            var hits = Sanity.Check(slipped, place.Country, place.Admin1Name, true).Where(f => f.Key == CoordinateSanity.DmsSlip).ToList();
            if (hits.Count > 0 && !hits.Exists(hit => hit.Proposed!.Value.KilometresTo(place.Point) < 3)) wrong++;
            if (Geodata.Gazetteer.Within(slipped, 8).Any(near => near.Place.Admin1Code == place.Admin1Code)
                || Geodata.Gazetteer.Nearest(slipped, 1)[0].Place.Admin1Code == place.Admin1Code) continue;
            left++;
            if (hits.Count > 0) found++;
        }
        Assert.True(left > 50);
        Assert.True(wrong <= 2, $"{wrong} proposals lead elsewhere");
        Assert.True(found >= left * 0.85, $"{found} of {left}");
    }

    [Fact]
    public void A_place_said_to_lie_in_a_far_area_is_found()
    {
        var finding = Assert.Single(Sanity.Check(new(14.90541, -92.25891), "MX", "Sonora", true));
        Assert.Equal(CoordinateSanity.OutsideAdmin1, finding.Key);
        Assert.Equal(("MX.26", "MX.05"), (finding.Values["declared"], finding.Values["voted"]));
    }

    [Theory]
    [InlineData("Chiapas")]
    [InlineData("CHIAPAS")]
    [InlineData("Estado de Chiapas")]
    [InlineData(null)]
    [InlineData(" ")]
    public void The_same_area_in_other_words_is_no_finding(string? area) => Assert.Empty(Sanity.Check(new(14.90541, -92.25891), "MX", area, true));

    [Fact]
    public void An_area_that_nobody_knows_is_told_and_not_guessed() =>
        Assert.Equal(CoordinateSanity.Admin1Unknown, Assert.Single(Sanity.Check(new(14.90541, -92.25891), "MX", "Soconusco", true)).Key);

    [Fact]
    public void A_point_in_another_country_says_in_which()
    {
        var finding = Assert.Single(Sanity.Check(new(14.64, -90.51), "HN", null, true));
        Assert.Equal((CoordinateSanity.OutsideCountry, "GT"), (finding.Key, finding.Values["lies_in"]));
    }

    [Fact]
    public void A_town_at_the_bridge_is_not_moved_to_the_other_side() =>
        Assert.All(Geodata.Gazetteer.All.Where(place => place.Name is "Ciudad Hidalgo" or "Talismán" or "Paso Canoas" or "Puerto Palomas de Villa" or "Contadora"),
            place => Assert.Empty(Sanity.Check(place.Point, place.Country, place.Admin1Name, true)));

    [Fact]
    public void Where_swapping_cannot_be_it_is_not_proposed() =>
        Assert.DoesNotContain(Sanity.Check(new(-92.25891 + 10, 14.90541), "PA", null, swappedPossible: false), finding => finding.Proposed is not null);

    [Fact]
    public void Zero_whole_degrees_and_impossible_numbers_are_told()
    {
        Assert.Equal(CoordinateSanity.ZeroZero, Assert.Single(Sanity.Check(new(0, 0), "MX", "Chiapas", true)).Key);
        Assert.Contains(Sanity.Check(new(15, -92), "MX", null, true), finding => finding.Key == CoordinateSanity.TooCoarse);
        Assert.Equal([CoordinateSanity.OutOfRange], Sanity.Check(new(double.NaN, -92), "MX", "Chiapas", true).Select(finding => finding.Key));
        Assert.Equal([CoordinateSanity.OutOfRange], Sanity.Check(new(1490541, -9225891), "MX", null, true).Select(finding => finding.Key));
    }

    [Fact]
    public void A_country_whose_borders_are_not_known_is_not_judged() => Assert.Empty(Sanity.Check(new(18.54, -72.34), "HT", "Ouest", true));

    private static void FindsAll(string key, Func<GeoPoint, GeoPoint> slip) =>
        Assert.All(Geodata.Sample(Sampled, 22), place =>
        {
            var finding = Assert.Single(Sanity.Check(slip(place.Point), place.Country, place.Admin1Name, true), f => f.Key == key);
            Assert.True(finding.Proposed!.Value.KilometresTo(place.Point) < 0.01);
        });

    // 14.9054 is 14 degrees 54 minutes 19 seconds, and a hurried hand writes 14.5419.
    private static double Slip(double value, bool withSeconds)
    {
        var seconds = Math.Round(Math.Abs(value) * 3600);
        var (degrees, minutes, rest) = (Math.Floor(seconds / 3600), Math.Floor(seconds / 60) % 60, seconds % 60);
        return Math.Sign(value) * (withSeconds ? degrees + minutes / 100 + rest / 10_000 : degrees + (minutes + rest / 60) / 100);
    }
}
