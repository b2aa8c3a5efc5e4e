using Amparo.Kernel;

namespace Amparo.Tests.Geography;

public class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = Geodata.Gazetteer;

    [Fact]
    public void Every_place_has_a_slug_of_its_own_and_is_found_by_it()
    {
        Assert.Equal(Gazetteer.All.Count, Gazetteer.All.Select(place => place.Slug).Distinct().Count());
        Assert.All(Gazetteer.All, place => Assert.Same(place, Gazetteer.BySlug(place.Slug)));
        Assert.All(Gazetteer.All, place => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*-(bz|cr|sv|gt|hn|mx|ni|pa)(-[0-9])?$", place.Slug));
        Assert.Null(Gazetteer.BySlug("nowhere-mx"));
    }

    [Fact]
    public void Of_two_places_of_one_name_neither_takes_the_short_slug()
    {
        Assert.Null(Gazetteer.BySlug("ciudad-hidalgo-mx"));
        Assert.Equal("MX.05", Gazetteer.BySlug("ciudad-hidalgo-chiapas-mx")?.Admin1Code);
        Assert.Equal("MX.16", Gazetteer.BySlug("ciudad-hidalgo-michoacan-mx")?.Admin1Code);
    }

    [Fact]
    public void The_nearest_places_are_those_that_measuring_all_of_them_finds()
    {
        foreach (var place in Geodata.Sample(60, 3))
        {
            var point = new GeoPoint(place.Point.Latitude + 0.13, place.Point.Longitude - 0.17);
            var slow = Gazetteer.All.Select(p => p.Point.KilometresTo(point)).Order().Take(9);
            Assert.All(slow.Zip(Gazetteer.Nearest(point, 9)), pair => Assert.Equal(pair.First, pair.Second.Kilometres, 3));
            var around = Gazetteer.Within(point, 30);
            Assert.Equal(Gazetteer.All.Count(p => p.Point.KilometresTo(point) <= 30), around.Count);
            Assert.Equal(around.OrderBy(near => near.Kilometres), around);
        }
    }

    [Theory]
    [InlineData("MX")]
    [InlineData("BZ")]
    public void The_nearest_places_of_a_country_are_of_that_country_only(string country)
    {
        var near = Gazetteer.Nearest(new(17.8, -88.9), 5, country);
        Assert.Equal(5, near.Count);
        Assert.All(near, n => Assert.Equal(country, n.Place.Country));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(100, 0)]
    public void A_point_off_the_globe_is_near_nothing(double latitude, double longitude)
    {
        Assert.Empty(Gazetteer.Nearest(new(latitude, longitude), 3));
        Assert.Empty(Gazetteer.Within(new(latitude, longitude), 100));
        Assert.Null(Gazetteer.Admin1Vote(new(latitude, longitude), "MX"));
        Assert.Null(Gazetteer.ZoneAt(new(latitude, longitude)));
    }

    [Theory]
    [InlineData("Tapachula de Córdova y Ordóñez", "tapachula-mx")]
    [InlineData("TAPACHULA", "tapachula-mx")]
    [InlineData("tecun uman", "ciudad-tecun-uman-gt")]
    [InlineData("Xela", "quetzaltenango-gt")]
    [InlineData("Tegus", "tegucigalpa-hn")]
    [InlineData("SPS", "san-pedro-sula-hn")]
    [InlineData("TJ", "tijuana-mx")]
    [InlineData("CDMX", "mexico-city-mx")]
    [InlineData("D.F.", "mexico-city-mx")]
    [InlineData("Ville de Mexico", "mexico-city-mx")]
    [InlineData("Cidade do México", "mexico-city-mx")]
    [InlineData("Matamoros", "heroica-matamoros-mx")]
    [InlineData("Ciudad de Guatemala", "guatemala-city-gt")]
    [InlineData("Peñas Blancas", "penas-blancas-cr")]
    [InlineData("paso canoas", "paso-canoas-cr")]
    [InlineData("El Ceibo", "el-ceibo-gt")]
    [InlineData("Benque Viejo", "benque-viejo-el-carmen-bz")]
    [InlineData("Bilwi", "puerto-cabezas-ni")]
    [InlineData("Naucalpan", "naucalpan-de-juarez-mx")]
    [InlineData("Corinto", "corinto-ni")]
    [InlineData("Nogales", "nogales-sonora-mx")]
    [InlineData("La Paz", "la-paz-hn")]
    [InlineData("San José", "san-jose-san-jose-cr")]
    public void The_name_that_people_say_gives_first_the_place_that_they_mean(string said, string slug) =>
        Assert.Equal(slug, Gazetteer.Named(said)[0].Slug);

    [Fact]
    public void A_name_of_several_places_gives_them_all_and_a_country_chooses()
    {
        var all = Gazetteer.Named("corinto");
        Assert.Equal(["NI", "HN", "SV"], all.Select(place => place.Country));
        Assert.Equal("HN", Assert.Single(Gazetteer.Named("Corinto", "HN")).Country);
        Assert.Empty(Gazetteer.Named("Corinto", "BZ"));
    }

    [Fact]
    public void Every_place_is_found_by_its_own_name() =>
        Assert.All(Gazetteer.All, place => Assert.Contains(place, Gazetteer.Named(place.Name)));

    [Fact]
    public void At_least_120_places_have_other_names_and_every_capital_is_known()
    {
        var rows = File.ReadLines(Path.Combine(Geodata.Folder, "aliases.tsv")).Select(line => line.Split('\t')).ToList();
        Assert.True(rows.Where(row => row[0] == "alias").Select(row => row[2]).Distinct().Count() >= 120);
        Assert.Equal(8, Gazetteer.All.Count(place => place.Prominence == 3));
        Assert.Equal(8, Gazetteer.All.Where(place => place.Prominence == 3).Select(place => place.Country).Distinct().Count());
    }

    [Theory]
    [InlineData("tapa", "tapachula-mx")]
    [InlineData("San Pe", "san-pedro-sula-hn")]
    [InlineData("teg", "tegucigalpa-hn")]
    [InlineData("mexico c", "mexico-city-mx")]
    public void A_beginning_suggests_the_best_known_place_first(string prefix, string slug)
    {
        var suggested = Gazetteer.Suggest(prefix, 5);
        Assert.Equal(slug, suggested[0].Slug);
        Assert.InRange(suggested.Count, 1, 5);
        Assert.Equal(suggested.Count, suggested.Distinct().Count());
    }

    [Fact]
    public void Nothing_typed_suggests_nothing()
    {
        Assert.Empty(Gazetteer.Suggest(" ", 5));
        Assert.Empty(Gazetteer.Suggest("tapa", 0));
        Assert.Empty(Gazetteer.Suggest("zzzzzz", 5));
    }

    [Fact]
    public void The_area_that_the_neighbours_vote_for_is_right_for_nineteen_places_in_twenty()
    {
        var votes = Geodata.Sample(1500, 4).Select(place => (place, Vote: Gazetteer.Admin1Vote(place.Point, place.Country, without: place)!.Value)).ToList();
        Assert.True(votes.Average(v => v.Vote.Admin1Code == v.place.Admin1Code ? 1.0 : 0) >= 0.94);
        Assert.True(votes.Where(v => v.Vote.Confidence >= 0.9).Average(v => v.Vote.Admin1Code == v.place.Admin1Code ? 1.0 : 0) >= 0.985);
    }

    [Fact]
    public void At_a_border_the_zone_is_that_of_the_named_country()
    {
        var bridge = new GeoPoint(31.7475, -106.4870);
        Assert.Equal("America/Ciudad_Juarez", Gazetteer.ZoneAt(bridge, "MX"));
        Assert.Equal("America/Guatemala", Gazetteer.ZoneAt(new(14.68, -92.145), "GT"));
        Assert.Equal("America/Mexico_City", Gazetteer.ZoneAt(new(14.68, -92.145), "MX"));
        Assert.Null(Gazetteer.ZoneAt(new(40.4, -3.7)));
    }

    [Theory]
    [InlineData("Cortés", "HN", "HN.06")]
    [InlineData("Departamento de Cortés", "HN", "HN.06")]
    [InlineData("Depto. Cortes", "HN", "HN.06")]
    [InlineData("Islas de la Bahía", "HN", "HN.11")]
    [InlineData("Estado de México", "MX", "MX.15")]
    [InlineData("Ciudad de México", "MX", "MX.09")]
    [InlineData("Distrito Federal", "MX", "MX.09")]
    [InlineData("Coahuila de Zaragoza", "MX", "MX.07")]
    [InlineData("Suchitepéquez", "GT", "GT.20")]
    [InlineData("Provincia de Guanacaste", "CR", "CR.03")]
    [InlineData("RACCN", "NI", "NI.17")]
    [InlineData("Stann Creek", "BZ", "BZ.05")]
    [InlineData("La Paz", "HN", "HN.12")]
    [InlineData("La Paz", "SV", "SV.06")]
    [InlineData("Chiapas", "HN", null)]
    [InlineData("", "HN", null)]
    public void A_first_level_area_is_known_under_the_names_that_lists_use(string name, string country, string? code) =>
        Assert.Equal(code, Gazetteer.Areas.CodeOf(name, country));
}
