using AngleSharp.Dom;
using Amparo.Contracts.Places;
using Amparo.Places.Desk.Maps;
using Amparo.Places.Entries;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class MapTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task The_map_counts_what_the_list_shows_and_each_circle_opens_its_rows()
    {
        await _platform.Given(Some.Place("Casa Norte", country: "MX"), Some.Place("Casa Sur", country: "MX", kind: PlaceKinds.Legal), At("Casa Lejos", "MX", 25.6866, -100.3161), At("Ajena", "GT", 14.6349, -90.5069));
        using var desk = await _platform.As("country_steward", Scope.Country("MX"));
        var page = await desk.Page("/console/places/map");
        Assert.Equal(["2", "1"], page.QuerySelectorAll("svg.map a text").Select(t => t.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll("svg.map path.land"));
        Assert.Contains(page.QuerySelectorAll("main tbody tr"), r => r.TextContent.Contains("Chiapas", StringComparison.Ordinal));
        Assert.Equal(page.QuerySelectorAll("svg.map a").Select(a => a.GetAttribute("href")), page.QuerySelectorAll("main tbody td a:first-child").Select(a => a.GetAttribute("href")));
        var rows = await desk.Page(page.QuerySelector("svg.map a")!.GetAttribute("href")!);
        Assert.Equal(["Casa Norte", "Casa Sur"], rows.QuerySelectorAll("main tbody a").Select(a => a.TextContent));
        Assert.Equal(["1"], (await desk.Page("/console/places/map?kind=legal")).QuerySelectorAll("svg.map a text").Select(t => t.TextContent));
        Assert.Empty((await desk.Page("/console/places/map?country=GT&q=ajena")).QuerySelectorAll("svg.map a"));
        // Nearer and nearer, the two stay one until the finest square.
        var closer = page.QuerySelector("main tbody a[href*='at=']")!.GetAttribute("href")!;
        var near = await desk.Page(closer);
        Assert.Equal(["2"], near.QuerySelectorAll("svg.map a text").Select(t => t.TextContent));
    }

    [Fact]
    public async Task A_hidden_place_lies_at_its_area_on_the_map_and_nothing_of_the_page_tells_where_it_is()
    {
        // Its area is Tapachula; the house is a hundred kilometres away.
        var place = At("Casa Segura", "MX", 15.8, -92.9);
        place.HideTo(Disclosures.Officers);
        await _platform.Given(place);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var page = await desk.Page("/console/places/map?country=MX");
        var link = Assert.Single(page.QuerySelectorAll("svg.map a")).GetAttribute("href")!;
        var area = MapCell.Read(link.Split("cell=")[1])!;
        Assert.True(Math.Abs((area.Row + 0.5) * area.Step - 14.9) <= area.Step && Math.Abs((area.Column + 0.5) * area.Step + 92.25) <= area.Step);
        var (row, column, level) = ((int)Math.Floor(15.8 / 0.1), (int)Math.Floor(-92.9 / 0.1), MapCell.Steps.ToList().IndexOf(0.1));
        Assert.Empty((await desk.Page($"/console/places?cell={row}.{column}.{level}")).QuerySelectorAll("main tbody a"));
        Assert.Single((await desk.Page($"/console/places?cell=149.-923.{level}")).QuerySelectorAll("main tbody a"));
        // A file of one square would say where a hidden place lies: it leaves it out.
        using var file = await desk.Get($"/console/places/export?cell=149.-923.{level}");
        Assert.DoesNotContain("Casa Segura", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_the_map_is_asked_of_another_machine()
    {
        await _platform.Given(Some.Place());
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var page = await desk.Page("/console/places/map");
        foreach (var address in page.QuerySelectorAll("[src], [href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!)) Assert.True(address.StartsWith('/') || address.StartsWith('#'), address);
        Assert.Empty(page.QuerySelectorAll("image, img, use, style, [style]"));
    }

    [Theory, InlineData("x"), InlineData("1.2"), InlineData("1.2.99"), InlineData("999999.1.1"), InlineData("1.1.1.1"), InlineData("1e5.2.3"), InlineData("")]
    public async Task A_square_that_cannot_be_is_no_square(string cell)
    {
        Assert.Null(MapCell.Read(cell));
        await _platform.Given(Some.Place());
        using var desk = await _platform.As("regional_steward", Scope.Region);
        Assert.Single((await desk.Page($"/console/places?cell={cell}")).QuerySelectorAll("main tbody a"));
        Assert.Single((await desk.Page($"/console/places/map?at={cell}")).QuerySelectorAll("svg.map a"));
    }

    [Fact]
    public void A_frame_keeps_what_it_was_asked_to_show()
    {
        foreach (var (west, south, east, north) in new[] { (-118.0, 7.0, -77.0, 33.0), (-92.3, 14.8, -92.2, 15.9), (-92.3, 14.8, -88.0, 14.9), (-92.3, 14.8, -92.3, 14.8) })
        {
            var frame = new MapFrame(west, south, east, north);
            Assert.True(frame.Holds(new(south, west)) && frame.Holds(new(north, east)));
            Assert.InRange(frame.Height, 230, 530);
            Assert.Equal(MapFrame.Width, frame.X(frame.East), 3);
            Assert.InRange((frame.East - frame.West) / MapCell.Steps[MapCell.LevelFor(frame)], 0, 10);
        }
    }

    private static Place At(string name, string country, double latitude, double longitude)
    {
        var place = Some.Place(name, country: country);
        (place.Whereabouts.Latitude, place.Whereabouts.Longitude) = (latitude, longitude);
        return place;
    }

    public void Dispose() => _platform.Dispose();
}
