using Amparo.Contracts.Places;
using static Amparo.Tests.Search.ADirectory;

namespace Amparo.Tests.Search;

/// <summary>What an entry offers and tells is found, in whatever language it is asked for.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("en", "dentist")]
    [InlineData("es", "me duele una muela")]
    [InlineData("fr", "mal de dents")]
    [InlineData("pt", "dor de dente")]
    [InlineData("ht", "dantis")]
    public void A_service_is_found_before_others_of_its_kind(string language, string text)
    {
        var directory = new ADirectory(Entry(PlaceKinds.Health, "hospital"), Offering(PlaceKinds.Health, "clinic", "Dental Clinic"), Entry(PlaceKinds.Health, "other", days: 1));
        Assert.Equal("clinic", directory.Names(text, language)[0]);
    }

    [Fact]
    public void An_entry_of_another_kind_that_offers_the_very_thing_is_found() =>
        Assert.Equal("library", new ADirectory(Entry(PlaceKinds.Health), Offering(PlaceKinds.Other, "library", "Rape Crisis Hotline")).Names("rape crisis hotline", "en").First(n => n != PlaceKinds.Health));

    [Fact]
    public void A_service_far_away_does_not_hide_the_nearest_bed()
    {
        var far = Offering(PlaceKinds.Shelter, "far", "Albergue", kilometres: 120);
        Assert.Equal("near", new ADirectory(far, Entry(PlaceKinds.Shelter, "near", kilometres: 2)).Names("albergue")[0]);
    }

    [Fact]
    public void A_service_that_is_no_longer_given_is_not_found()
    {
        var place = Offering(PlaceKinds.Health, "clinic", "Dental Clinic");
        var ended = place with { Profile = place.Profile with { Services = [.. place.Profile.Services.Select(s => s with { Status = "defunct" })] } };
        Assert.Equal("hospital", new ADirectory(ended, Entry(PlaceKinds.Health, "hospital", kilometres: 0.5)).Names("dentist", "en")[0]);
    }

    [Theory]
    [InlineData("en", "german embassy", "DE")]
    [InlineData("en", "us embassy", "US")]
    [InlineData("en", "british high commission", "GB")]
    [InlineData("fr", "ambassade cote d'ivoire", "CI")]
    [InlineData("es", "embajada de Países Bajos", "NL")]
    [InlineData("es", "consulado ghanes", "GH")]
    [InlineData("pt", "embaixada da Eslovênia", "SI")]
    [InlineData("ht", "anbasad kamewoun", "CM")]
    [InlineData("en", "camerunian embassy", "CM")]
    public void The_consulate_of_any_country_of_the_world_is_found(string language, string text, string country)
    {
        var others = new[] { "IT", "FR", "HN", "JP", "PL" }.Select(n => Entry(PlaceKinds.Consular, n, nationals: [n]));
        Assert.Equal(country, new ADirectory([.. others, Entry(PlaceKinds.Consular, country, kilometres: 30, days: null, nationals: [country])]).Names(text, language)[0]);
    }

    [Theory]
    [InlineData("en", "help us find food", PlaceKinds.Food)]
    [InlineData("en", "english classes", PlaceKinds.Education)]
    public void What_is_a_country_in_an_embassys_name_is_a_word_elsewhere(string language, string text, string kind) =>
        Assert.Contains(kind, new ADirectory(Entry(kind)).Search(text, language).Understood.Kinds);

    private static PublicPlace Offering(string kind, string name, string service, double kilometres = 2)
    {
        var place = Entry(kind, name, kilometres, services: [kind]);
        return place with { Profile = place.Profile with { Services = [.. place.Profile.Services.Select(s => s with { Name = service })] } };
    }
}
