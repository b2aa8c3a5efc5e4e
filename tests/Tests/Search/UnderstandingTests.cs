using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Search;

public sealed class UnderstandingTests
{
    private static readonly QuestionReader Reader = new(Vocabulary.Current, Geodata.Gazetteer);

    private static SearchUnderstood Read(string text, string language = "es", string? country = null) =>
        Reader.Read(new() { Text = text, Language = language, Country = country, Now = GoldenRunner.Now }, _ => false).Told(null);

    [Theory]
    [InlineData("es", "alvergue", PlaceKinds.Shelter)]
    [InlineData("es", "ALBERGUES!!!", PlaceKinds.Shelter)]
    [InlineData("es", "albuerge", PlaceKinds.Shelter)]
    [InlineData("es", "busco ogar", PlaceKinds.Shelter)]
    [InlineData("es", "dnd puedo dormir x aki", PlaceKinds.Shelter)]
    [InlineData("es", "no puedo dormir", PlaceKinds.MentalHealth)]
    [InlineData("es", "no puedo volver a mi país", PlaceKinds.AsylumAuthority)]
    [InlineData("es", "quiero volver a mi país", PlaceKinds.ReturnReception)]
    [InlineData("es", "me quitaron mi pasaporte", PlaceKinds.TraffickingHotline)]
    [InlineData("es", "perdí mi pasaporte", PlaceKinds.Consular)]
    [InlineData("es", "bacunas", PlaceKinds.Health)]
    [InlineData("es", "holaaa nesesitooo comidaaa", PlaceKinds.Food)]
    [InlineData("pt", "casa de banho", PlaceKinds.HygieneClothing)]
    [InlineData("ht", "konsila", PlaceKinds.Consular)]
    [InlineData("es", "lopital", PlaceKinds.Health)]
    [InlineData("fr", "hopitaux", PlaceKinds.Health)]
    [InlineData("en", "shleter", PlaceKinds.Shelter)]
    [InlineData("ht", "kote m ka dòmi", PlaceKinds.Shelter)]
    public void Words_are_understood_as_people_write_them(string language, string text, string kind) => Assert.Equal(kind, Read(text, language).Kinds[0]);

    [Theory]
    [InlineData("albergue en Gracias", "HN", "Gracias")]
    [InlineData("clínica Flores Petén", null, "Flores")]
    [InlineData("homeless need roof in Agua Prieta", null, "Agua Prieta")]
    [InlineData("hospital san pedro", "HN", "San Pedro Sula")]
    [InlineData("comida cdmx", null, "Mexico City")]
    public void Towns_are_towns(string text, string? country, string town) => Assert.Equal(town, Read(text, "es", country).Place?.Name);

    [Theory]
    [InlineData("gracias")]
    [InlineData("perdí a mi hija en la selva")]
    [InlineData("necesito agua")]
    [InlineData("estación migratoria")]
    public void Words_are_words(string text) => Assert.Null(Read(text).Place);

    [Fact]
    public void Where_she_comes_from_is_not_where_she_searches()
    {
        Assert.Equal(0, Country("asilo político soy de Nicaragua"));
        Assert.Equal(0, Country("consulado de Honduras en Tapachula"));
        Assert.Equal(Codes.Country("HN"), Country("embajada de México en Honduras"));
        Assert.Equal(Codes.Country("CR"), Country("comida en Costa Rica"));
    }

    [Fact]
    public void Populations_and_modifiers_are_heard_beside_kinds()
    {
        var reading = Reader.Read(new() { Text = "albergue para mujeres abierto ahora sin papeles", Now = GoldenRunner.Now }, _ => false);
        Assert.Contains(Populations.Women, reading.Told(null).For);
        Assert.True(reading.OpenNow);
        Assert.True(reading.AsksNoPapers);
    }

    [Fact]
    public void A_mended_word_is_said_as_it_is_written() => Assert.Equal("albergue en Tapachula", Read("alvergue en Tapachula").Corrected);

    [Fact]
    public void A_village_within_the_name_of_an_entry_is_no_place_to_search_in()
    {
        var reading = Reader.Read(new() { Text = "casa del migrante San Juan Diego", Now = GoldenRunner.Now }, form => form == "diego");
        Assert.Null(reading.Place);
        Assert.Equal(["san", "juan", "diego"], reading.Names.Where(n => n.IsFree).Select(n => n.Form));
    }

    [Fact]
    public void What_was_written_right_is_not_corrected() => Assert.Null(Read("albergue para migrantes cerca de mí con mis hijos esta noche").Corrected);

    private static int Country(string text) => Reader.Read(new() { Text = text, Now = GoldenRunner.Now }, _ => false).Country;
}
