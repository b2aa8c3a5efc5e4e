using Amparo.Contracts.Places;
using AngleSharp.Dom;

namespace Amparo.Tests.Public;

public sealed class ServiceLinesTests : IDisposable
{
    private readonly Readers _readers = new();

    public ServiceLinesTests() => _readers.Show(ReaderPlaces.Edition(places:
    [
        ReaderPlaces.Place("casa", "Casa", PlaceKinds.Shelter, profile: new()
        {
            TextLanguage = "es",
            Services =
            [
                ReaderPlaces.Service("Comida", PlaceKinds.Food), ReaderPlaces.Service("Dormir", PlaceKinds.Shelter), ReaderPlaces.Service("Atención de salud", PlaceKinds.Health),
                ReaderPlaces.Service("Partería", PlaceKinds.Health), ReaderPlaces.Service("Ducha y ropa", PlaceKinds.HygieneClothing, "Martes y jueves"),
            ],
        }),
    ]));

    [Theory, InlineData("es"), InlineData("en"), InlineData("fr"), InlineData("pt"), InlineData("ht")]
    public async Task What_a_place_offers_is_said_once_and_in_the_readers_language(string language)
    {
        var list = await Offers(language);
        string Kind(string kind) => Readers.Text(language, $"places.kind.{kind}");

        Assert.Equal([Kind("food"), Kind("shelter")], list.QuerySelectorAll("dd:not([lang])").Select(d => d.TextContent.Trim()));
        Assert.Equal([Kind("health"), Kind("hygiene_clothing")], list.QuerySelectorAll("dt").Skip(1).Select(d => d.TextContent.Trim()));
        Assert.Equal(["Partería", "Martes y jueves"], list.QuerySelectorAll("dd[lang=es]").Select(d => d.TextContent.Trim()));
    }

    [Theory, InlineData("es"), InlineData("ht")]
    public async Task A_place_that_lists_no_service_says_what_kind_of_help_it_is(string language)
    {
        _readers.Show(ReaderPlaces.Edition(places: [ReaderPlaces.Place("casa", "Casa", PlaceKinds.Legal)]));
        Assert.Equal([Readers.Text(language, "places.kind.legal")], (await Offers(language)).QuerySelectorAll("dd").Select(d => d.TextContent.Trim()));
    }

    private async Task<IElement> Offers(string language) => (await _readers.Page($"/{language}/centres/casa")).QuerySelectorAll("h2").Single(h => h.TextContent == Readers.Text(language, "public.show.offers")).ParentElement!.QuerySelector("dl")!;

    public void Dispose() => _readers.Dispose();
}
