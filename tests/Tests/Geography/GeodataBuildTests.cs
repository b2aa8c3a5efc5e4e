namespace Amparo.Tests.Geography;

public class GeodataBuildTests
{
    private static readonly string[] Files = ["LICENSES.txt", "added.tsv", "aliases.tsv", "areas.tsv", "countries.tsv", "gazetteer.tsv", "shapes.json", "words.tsv"];

    [Fact]
    public void The_same_packages_give_the_same_bytes()
    {
        var (first, second) = (Geodata.Build("geodata-first"), Geodata.Build("geodata-second"));
        Assert.Equal(Files, Directory.GetFiles(first).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var file in Files) Assert.Equal(File.ReadAllBytes(Path.Combine(first, file)), File.ReadAllBytes(Path.Combine(second, file)));
    }

    [Fact]
    public void The_attribution_that_the_licence_asks_for_is_the_first_line()
    {
        var first = File.ReadLines(Path.Combine(Geodata.Folder, "LICENSES.txt")).First();
        Assert.Contains("GeoNames", first, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", first, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void Every_place_of_the_reference_gazetteer_is_here_and_no_other()
    {
        var reference = File.ReadLines(SharedData.PathOf("gazetteer/geonames_cities1000_mesoamerica.csv")).Skip(1).Select(line => line.Split(',')).Select(row => Key(row[^2], row[^1]));
        var ours = Geodata.FromSource.Select(place => Key(place.Point.Latitude.ToString("R"), place.Point.Longitude.ToString("R")));
        Assert.Equal(10_876, Geodata.Gazetteer.FromSource);
        Assert.Equal(reference.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("BZ", "America/Belize")]
    [InlineData("CR", "America/Costa_Rica")]
    [InlineData("SV", "America/El_Salvador")]
    [InlineData("GT", "America/Guatemala")]
    [InlineData("HN", "America/Tegucigalpa")]
    [InlineData("NI", "America/Managua")]
    [InlineData("PA", "America/Panama")]
    public void A_country_with_one_zone_has_that_zone_up_to_its_last_border_town(string country, string zone) =>
        Assert.All(Geodata.Gazetteer.All.Where(place => place.Country == country), place => Assert.Equal(zone, place.Zone));

    [Theory]
    [InlineData("ciudad-juarez-mx", "America/Ciudad_Juarez")]
    [InlineData("ojinaga-mx", "America/Ojinaga")]
    [InlineData("chihuahua-chihuahua-mx", "America/Chihuahua")]
    [InlineData("piedras-negras-coahuila-mx", "America/Matamoros")]
    [InlineData("ciudad-acuna-mx", "America/Matamoros")]
    [InlineData("saltillo-coahuila-mx", "America/Monterrey")]
    [InlineData("reynosa-mx", "America/Matamoros")]
    [InlineData("ciudad-victoria-mx", "America/Monterrey")]
    [InlineData("tijuana-mx", "America/Tijuana")]
    [InlineData("los-algodones-mx", "America/Tijuana")]
    [InlineData("sasabe-mx", "America/Hermosillo")]
    [InlineData("nogales-sonora-mx", "America/Hermosillo")]
    [InlineData("tepic-mx", "America/Mazatlan")]
    [InlineData("bucerias-mx", "America/Bahia_Banderas")]
    [InlineData("chetumal-mx", "America/Cancun")]
    [InlineData("merida-yucatan-mx", "America/Merida")]
    [InlineData("tapachula-mx", "America/Mexico_City")]
    [InlineData("talisman-mx", "America/Mexico_City")]
    public void A_Mexican_town_has_the_hours_of_the_law_of_2022(string slug, string zone) =>
        Assert.Equal(zone, Geodata.Gazetteer.BySlug(slug)?.Zone);

    [Fact]
    public void This_machine_knows_every_zone() =>
        Assert.All(Geodata.Gazetteer.All.Select(place => place.Zone).Distinct(), zone => Assert.NotNull(TimeZoneInfo.FindSystemTimeZoneById(zone)));

    private static string Key(string latitude, string longitude) => FormattableString.Invariant($"{double.Parse(latitude):0.00000} {double.Parse(longitude):0.00000}");
}
