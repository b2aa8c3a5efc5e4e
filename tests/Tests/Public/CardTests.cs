using Amparo.Contracts.Places;
using AngleSharp.Dom;

namespace Amparo.Tests.Public;

/// <summary>A card is drawn once for many readers: it must carry nothing of the one before, and nothing that is no longer true.</summary>
public sealed class CardTests : IDisposable
{
    private readonly Readers _readers = new();

    [Fact]
    public async Task The_distance_on_a_card_is_ones_own()
    {
        var first = await Card("/es/centres?q=puente+seguro&near=14.90,-92.25");
        var far = await Card("/es/centres?q=puente+seguro&near=15.90,-92.25");
        var nowhere = await Card("/es/centres?q=puente+seguro&country=MX");
        Assert.Contains("a menos de 5 km", first, StringComparison.Ordinal);
        Assert.Matches(@"\d{2,3} km", far);
        Assert.DoesNotContain("km", nowhere, StringComparison.Ordinal);
        Assert.DoesNotContain('\uE000', first + far + nowhere);
    }

    [Fact]
    public async Task A_card_is_in_the_language_of_its_reader_and_brings_its_pictogram_along()
    {
        foreach (var language in new[] { "es", "ht", "es", "ht" })
        {
            var page = await _readers.Page($"/{language}/centres?q=posada+camino&near=14.95,-92.20");
            var card = page.QuerySelectorAll(".card").Single(c => c.TextContent.Contains("Posada del Camino", StringComparison.Ordinal));
            Assert.Contains(Readers.Text(language, "public.trust.never"), card.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector(card.QuerySelector("use")!.GetAttribute("href")!));
        }
    }

    [Fact]
    public async Task A_card_is_drawn_anew_when_the_door_closes_and_when_an_edition_says_something_else()
    {
        Assert.Contains("17:00", await Card("/es/centres?q=abogados&near=14.90,-92.25", "Abogados"), StringComparison.Ordinal);
        _readers.Clock.Now += TimeSpan.FromHours(8);
        Assert.DoesNotContain("17:00", await Card("/es/centres?q=abogados&near=14.90,-92.25", "Abogados"), StringComparison.Ordinal);

        var places = ReaderPlaces.All().Select(p => p.Slug.StartsWith("abogados", StringComparison.Ordinal) ? p with { Locality = "Arriaga" } : p);
        _readers.Show(ReaderPlaces.Edition(places: places, version: 2));
        Assert.Contains("Arriaga", await Card("/es/centres?q=abogados&near=14.90,-92.25", "Abogados"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_written_as_text_whatever_it_holds()
    {
        var places = ReaderPlaces.All().Select(p => p.Slug.StartsWith("abogados", StringComparison.Ordinal) ? p with { Name = "Abogados \uE000<b>del</b> Sur" } : p);
        _readers.Show(ReaderPlaces.Edition(places: places, version: 2));
        for (var i = 0; i < 2; i++)
        {
            var page = await _readers.Page($"/es/centres?q=abogados&near=14.9{i},-92.25".Replace("14.91", "14.95", StringComparison.Ordinal));
            var card = page.QuerySelectorAll(".card").Single(c => c.TextContent.Contains("Abogados", StringComparison.Ordinal));
            Assert.Equal("Abogados \uE000<b>del</b> Sur", card.QuerySelector("h3")!.TextContent);
            Assert.DoesNotContain('\uE000', card.QuerySelector(".meta:last-of-type, .meta + .meta")!.TextContent);
        }
    }

    private async Task<string> Card(string path, string name = "Puente Seguro") =>
        (await _readers.Page(path)).QuerySelectorAll(".card").Single(c => c.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;

    public void Dispose() => _readers.Dispose();
}
