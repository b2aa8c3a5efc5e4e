using Amparo.Contracts.Places;
using static Amparo.Tests.Search.ADirectory;

namespace Amparo.Tests.Search;

public sealed class DoNoHarmTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ayuda")]
    [InlineData("Tapachula")]
    [InlineData("albergue")]
    [InlineData("instituto nacional")]
    public void A_migration_office_is_never_found_by_who_did_not_ask_for_one(string text)
    {
        var directory = new ADirectory(Entry(PlaceKinds.MigrationAuthority, "Instituto Nacional de Migración"), Entry(PlaceKinds.Shelter, kilometres: 40), Entry(PlaceKinds.Hub, kilometres: 60));
        Assert.DoesNotContain("Instituto Nacional de Migración", directory.Names(text));
    }

    [Fact]
    public void Who_asks_for_a_migration_office_finds_it()
    {
        var directory = new ADirectory(Entry(PlaceKinds.MigrationAuthority, "INM"), Entry(PlaceKinds.Shelter));
        Assert.Equal("INM", directory.Names("oficina de migración")[0]);
        Assert.Equal(["INM"], directory.Names("", kinds: [PlaceKinds.MigrationAuthority]));
    }

    [Fact]
    public void A_migration_office_is_no_last_resort()
    {
        var directory = new ADirectory(Entry(PlaceKinds.MigrationAuthority), Entry(PlaceKinds.Consular));
        var answer = directory.Search("dentista");
        Assert.Empty(answer.Hits);
        Assert.Empty(answer.LastResort);
    }

    [Theory]
    [InlineData("es", "tengo 15 años y viajo solo")]
    [InlineData("es", "tengo 11 años y viajo solo")]
    [InlineData("es", "niño solo necesita albergue")]
    [InlineData("en", "unaccompanied minor needs shelter")]
    [InlineData("fr", "enfant seul cherche abri")]
    [InlineData("pt", "tenho 16 anos quero comida")]
    [InlineData("ht", "timoun pou kont li kote pou dòmi")]
    public void A_child_alone_is_first_shown_child_protection_however_far(string language, string text)
    {
        var directory = new ADirectory(Entry(PlaceKinds.Shelter, hours: OpeningHours.DayAndNight), Entry(PlaceKinds.MigrationAuthority), Entry(PlaceKinds.Consular), Entry(PlaceKinds.Food), Entry(PlaceKinds.ChildProtection, "here", kilometres: 180, days: null));
        Assert.Equal("here", directory.Names(text, language)[0]);
    }

    [Theory]
    [InlineData("es", "pedir asilo")]
    [InlineData("es", "no puedo volver a mi país")]
    [InlineData("es", "no quiero volver a mi país")]
    [InlineData("es", "tengo miedo de regresar a mi país")]
    [InlineData("es", "no quiero ser deportado")]
    [InlineData("en", "i dont want to go back to my country")]
    [InlineData("fr", "j'ai peur de rentrer chez moi")]
    [InlineData("pt", "não quero voltar para casa")]
    [InlineData("ht", "mwen pa vle tounen lakay mwen")]
    [InlineData("es", "consulado o pedir refugio")]
    [InlineData("es", "perdí mi pasaporte y me persiguen en mi país")]
    [InlineData("en", "i cannot go back to my country")]
    [InlineData("fr", "demander l'asile à l'ambassade")]
    [InlineData("pt", "não posso voltar para o meu país")]
    [InlineData("ht", "mwen pa ka tounen")]
    public void Who_flees_is_never_first_shown_a_consulate(string language, string text)
    {
        var directory = new ADirectory(Entry(PlaceKinds.Consular), Entry(PlaceKinds.MigrationAuthority), Entry(PlaceKinds.ReturnReception), Entry(PlaceKinds.Legal, "lawyer", kilometres: 300, days: null));
        Assert.Equal("lawyer", directory.Names(text, language)[0]);
    }

    [Theory]
    [InlineData("es", "quiero volver a mi país")]
    [InlineData("es", "ayuda pa regresar a mi país")]
    [InlineData("en", "i want to go back to my country")]
    [InlineData("ht", "mwen vle tounen lakay mwen")]
    public void Who_wants_to_return_is_shown_where_that_is_helped(string language, string text) =>
        Assert.Equal(PlaceKinds.ReturnReception, new ADirectory(Entry(PlaceKinds.Legal), Entry(PlaceKinds.AsylumAuthority), Entry(PlaceKinds.ReturnReception, kilometres: 60)).Names(text, language)[0]);

    [Fact]
    public void Who_flees_is_shown_no_consulate_even_where_there_is_nothing_else()
    {
        var consulates = Enumerable.Range(0, 90).Select(i => Entry(PlaceKinds.Consular, kilometres: 1 + i)).ToArray();
        var answer = new ADirectory([.. consulates, Entry(PlaceKinds.ReturnReception), Entry(PlaceKinds.Health, "hospital", kilometres: 400)]).Search("consulado o pedir asilo");
        Assert.Empty(answer.Hits);
        Assert.Equal("hospital", Assert.Single(answer.LastResort).Place.Name);
    }

    [Theory]
    [InlineData("es", "me pega mi marido")]
    [InlineData("es", "me violaron y perdí mi pasaporte")]
    [InlineData("es", "me quitaron mi pasaporte y no me dejan salir del trabajo")]
    [InlineData("en", "my husband beats me and took my passport")]
    [InlineData("fr", "j'ai été violée")]
    [InlineData("pt", "estou em perigo")]
    [InlineData("ht", "mwen an danje")]
    public void Who_is_hurt_or_in_danger_is_first_shown_who_cares_for_that(string language, string text)
    {
        var directory = new ADirectory(
            Entry(PlaceKinds.Consular, kilometres: 0.1), Entry(PlaceKinds.MigrationAuthority, kilometres: 0.1), Entry(PlaceKinds.Labour, kilometres: 0.1), Entry(PlaceKinds.Ombudsman, kilometres: 0.1), Entry(PlaceKinds.Shelter, kilometres: 0.1),
            Entry(PlaceKinds.Women, kilometres: 90, days: null), Entry(PlaceKinds.TraffickingHotline, kilometres: null));
        var names = directory.Names(text, language);
        Assert.Contains(names[0], (string[])[PlaceKinds.Women, PlaceKinds.TraffickingHotline]);
    }

    [Fact]
    public void Who_was_hurt_far_from_help_sees_a_line_to_call_beside_it()
    {
        var shelters = Enumerable.Range(0, 5).Select(i => Entry(PlaceKinds.Shelter, kilometres: 1 + i));
        var names = new ADirectory([.. shelters, Entry(PlaceKinds.Women, kilometres: 700), Entry(PlaceKinds.TraffickingHotline, kilometres: null)]).Names("me pega mi marido");
        Assert.Equal([PlaceKinds.TraffickingHotline, PlaceKinds.Women], names.Take(2).Order());
    }

    [Theory]
    [InlineData("en", "my husband hit me")]
    [InlineData("es", "mi ex me amenaza todos los dias")]
    [InlineData("fr", "mon copain me menace")]
    [InlineData("pt", "meu namorado me bateu ontem")]
    [InlineData("ht", "mari m ap bat mwen")]
    public void Who_says_by_whom_she_is_hurt_is_understood_in_any_order_of_words(string language, string text) =>
        Assert.Equal(PlaceKinds.Women, new ADirectory(Entry(PlaceKinds.Worship), Entry(PlaceKinds.Shelter), Entry(PlaceKinds.Health), Entry(PlaceKinds.Women, kilometres: 60, days: null)).Names(text, language)[0]);

    [Theory]
    [InlineData("es", "refugio", PlaceKinds.Shelter, PlaceKinds.AsylumAuthority)]
    [InlineData("es", "asilo", PlaceKinds.Shelter, PlaceKinds.AsylumAuthority)]
    [InlineData("es", "permiso", PlaceKinds.MigrationAuthority, PlaceKinds.Labour)]
    [InlineData("es", "cita", PlaceKinds.MigrationAuthority, PlaceKinds.Health)]
    [InlineData("ht", "azil", PlaceKinds.Shelter, PlaceKinds.AsylumAuthority)]
    public void Words_of_two_meanings_are_answered_with_both_side_by_side(string language, string text, string one, string other)
    {
        var many = Enumerable.Range(0, 30).Select(i => Entry(one, kilometres: 0.1 + i / 50.0, hours: OpeningHours.DayAndNight)).ToArray();
        var answer = new ADirectory([.. many, Entry(other, kilometres: 700, days: null)]).Search(text, language);
        Assert.Equal([one, other], answer.Hits.Take(2).Select(h => h.Place.Kind));
        Assert.True(answer.Understood.HasTwoMeanings);
    }

    [Fact]
    public void A_word_that_insults_is_understood_and_never_written()
    {
        var answer = new ADirectory(Entry(PlaceKinds.Lgbti, "here")).Search("mazisi bezwen èd", "ht");
        Assert.Equal("here", answer.Hits[0].Place.Name);
        Assert.DoesNotContain("masisi", answer.Understood.Corrected ?? "", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nobody_is_left_without_anything()
    {
        var answer = new ADirectory(Entry(PlaceKinds.Women, "line", kilometres: null), Entry(PlaceKinds.Worship)).Search("zzxqy");
        Assert.Empty(answer.Hits);
        Assert.Equal("line", Assert.Single(answer.LastResort).Place.Name);
    }
}
