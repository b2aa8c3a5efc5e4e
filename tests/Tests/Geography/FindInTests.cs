using Amparo.Kernel;

namespace Amparo.Tests.Geography;

public class FindInTests
{
    private static readonly Gazetteer Gazetteer = Geodata.Gazetteer;

    [Theory]
    [InlineData("albergue en san pedro sula hn", "san-pedro-sula-hn", 2, 4)]
    [InlineData("donde dormir hoy en tapachula", "tapachula-mx", 4, 1)]
    [InlineData("shelter in Mexico City tonight", "mexico-city-mx", 2, 2)]
    [InlineData("hôpital à Ciudad Juárez", "ciudad-juarez-mx", 2, 2)]
    [InlineData("abrigo em Tenosique", "tenosique-mx", 2, 1)]
    [InlineData("avoka nan Tapachoula", "tapachula-mx", 2, 1)]
    [InlineData("médico en tapachula, chiapas", "tapachula-mx", 2, 2)]
    [InlineData("ciudad hidalgo chiapas", "ciudad-hidalgo-chiapas-mx", 0, 3)]
    [InlineData("corinto, nicaragua", "corinto-ni", 0, 2)]
    [InlineData("san josé costa rica", "san-jose-san-jose-cr", 0, 4)]
    [InlineData("albergue en la paz honduras", "la-paz-hn", 2, 3)]
    [InlineData("estoy en xela", "quetzaltenango-gt", 2, 1)]
    [InlineData("paso canoas albergue", "paso-canoas-cr", 0, 2)]
    [InlineData("albergue en gracias", "gracias-hn", 2, 1)]
    [InlineData("casa del migrante en nuevo laredo", "nuevo-laredo-mx", 4, 2)]
    [InlineData("consulado de honduras en tapachula", "tapachula-mx", 4, 1)]
    [InlineData("regreso a honduras desde monterrey", "monterrey-nuevo-leon-mx", 4, 1)]
    public void A_town_in_a_sentence_is_found_with_the_words_that_name_it(string query, string slug, int first, int count)
    {
        var mention = Assert.Single(Gazetteer.FindIn(query).Places);
        Assert.Equal(slug, mention.Candidates[0].Slug);
        Assert.Equal((first, count), (mention.FirstWord, mention.WordCount));
        Assert.True(mention.Certain);
    }

    [Theory]
    [InlineData("comida")]
    [InlineData("hospital")]
    [InlineData("refugio")]
    [InlineData("dormir en refugio")]
    [InlineData("médico")]
    [InlineData("doctora embarazada")]
    [InlineData("agua y comida gratis")]
    [InlineData("centro de salud")]
    [InlineData("albergue en la frontera")]
    [InlineData("cruz roja")]
    [InlineData("gracias")]
    [InlineData("no tengo papeles")]
    [InlineData("mi bebé tiene fiebre")]
    [InlineData("me llamo maria y busco a mi hermano")]
    [InlineData("menores no acompañados")]
    [InlineData("transporte")]
    [InlineData("protección")]
    [InlineData("mi mamá está enferma")]
    [InlineData("consulado cubano")]
    [InlineData("china")]
    [InlineData("i need a lawyer for my asylum case")]
    [InlineData("je cherche un avocat")]
    [InlineData("j'ai perdu mes papiers")]
    [InlineData("onde posso dormir")]
    [InlineData("preciso de um médico")]
    [InlineData("mwen bezwen manje")]
    [InlineData("kote pou m dòmi")]
    [InlineData("child protection system")]
    [InlineData("referral in progress")]
    [InlineData("¿cuántos años tiene? ¿tiene algún documento con su fecha de nacimiento?")]
    [InlineData("¿le cuesta ver, oír, caminar?")]
    [InlineData("quiero hablar en privado con alguien")]
    [InlineData("Guatemala, Honduras y México, en español")]
    [InlineData("")]
    public void An_ordinary_word_is_never_taken_for_a_town(string query) => Assert.Empty(Gazetteer.FindIn(query).Places);

    [Theory]
    [InlineData("hospital la paz")]
    [InlineData("victoria albergue")]
    [InlineData("centro de salud la unión")]
    public void A_word_that_may_be_a_town_is_told_as_uncertain(string query) => Assert.False(Assert.Single(Gazetteer.FindIn(query).Places).Certain);

    [Theory]
    [InlineData("tegusigalpa", "tegucigalpa-hn")]
    [InlineData("tijuna", "tijuana-mx")]
    [InlineData("ermosillo", "hermosillo-mx")]
    [InlineData("beracruz", "veracruz-veracruz-mx")]
    [InlineData("albergue en san pedro sulla", "san-pedro-sula-hn")]
    [InlineData("sanpedro sula", "san-pedro-sula-hn")]
    [InlineData("taapchula", "tapachula-mx")]
    public void One_typing_mistake_is_overlooked_and_told(string query, string slug)
    {
        var mention = Assert.Single(Gazetteer.FindIn(query).Places);
        Assert.Equal(slug, mention.Candidates[0].Slug);
        Assert.True(mention.Corrected);
    }

    [Fact]
    public void A_mistyped_name_behind_a_preposition_finds_its_place()
    {
        var random = new Random(5);
        var names = Geodata.Sample(400, 6).Where(place => place.Name.All(char.IsLetter) && place.Name.Length >= 7).ToList();
        var found = names.Count(place =>
        {
            var at = random.Next(2, place.Name.Length - 1);
            return Gazetteer.FindIn($"albergue en {place.Name.Remove(at, 1)}").Places.Any(m => m.Candidates.Any(c => c.Name == place.Name));
        });
        Assert.True(names.Count > 60);
        Assert.True(found >= names.Count * 0.9, $"{found} of {names.Count}");
    }

    [Theory]
    [InlineData("albergue chiapas", "MX.05")]
    [InlineData("médico en el petén", "GT.12")]
    [InlineData("nuevo león", "MX.19")]
    [InlineData("agua en la libertad", "SV.05")]
    public void A_state_or_department_is_told_as_an_area(string query, string code)
    {
        var found = Gazetteer.FindIn(query);
        Assert.Empty(found.Places);
        Assert.Equal(code, Assert.Single(found.Areas).Candidates[0].Code);
    }

    [Theory]
    [InlineData("soy de cuba y estoy en david", "CU", CountryWord.Name)]
    [InlineData("hondureño en tijuana", "HN", CountryWord.People)]
    [InlineData("albergue en tegucigalpa hn", "HN", CountryWord.Code)]
    [InlineData("pasaporte haitiano", "HT", CountryWord.People)]
    [InlineData("konsila ayisyen", "HT", CountryWord.People)]
    [InlineData("consulat des États-Unis", "US", CountryWord.Name)]
    [InlineData("refugiados en costa rica", "CR", CountryWord.Name)]
    public void A_country_is_told_apart_from_its_people(string query, string country, CountryWord kind)
    {
        var mention = Assert.Single(Gazetteer.FindIn(query).Countries);
        Assert.Equal((country, kind), (mention.Country, mention.Kind));
    }

    [Fact]
    public void A_village_that_has_the_name_of_a_country_needs_its_state()
    {
        Assert.Equal("CN", Assert.Single(Gazetteer.FindIn("soy de china").Countries).Country);
        var village = Gazetteer.FindIn("albergue en china nuevo leon");
        Assert.Equal("china-nuevo-leon-mx", Assert.Single(village.Places).Candidates.Single().Slug);
        Assert.Empty(village.Countries);
    }

    [Fact]
    public void Mentions_never_overlap_and_lie_within_the_text()
    {
        foreach (var (one, other) in Geodata.Sample(300, 7).Zip(Geodata.Sample(300, 8)))
        {
            var found = Gazetteer.FindIn($"de {one.Name} a {other.Name}, {other.Country}");
            var covered = found.Places.SelectMany(m => Enumerable.Range(m.FirstWord, m.WordCount))
                .Concat(found.Areas.SelectMany(a => Enumerable.Range(a.FirstWord, a.WordCount))).ToList();
            Assert.Equal(covered.Count, covered.Distinct().Count());
            Assert.All(covered, word => Assert.InRange(word, 0, found.Text.Words.Count - 1));
        }
    }

    [Fact]
    public void Hostile_text_is_read_without_harm()
    {
        var random = new Random(9);
        for (var i = 0; i < 500; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(600)).Select(_ => (char)random.Next(1, 0xFFFF))]);
            Assert.True(Gazetteer.FindIn(text).Text.Words.Count <= 24);
        }
        Assert.Empty(Gazetteer.FindIn(new string('a', 100_000)).Places);
        Assert.NotNull(Gazetteer.FindIn(string.Concat(Enumerable.Repeat("san pedro ", 5_000))));
    }

    [Theory]
    [InlineData("Ayiti", "HT")]
    [InlineData("venezolana", "VE")]
    [InlineData("Ghanaian", "GH")]
    [InlineData("Équateur", "EC")]
    [InlineData("brasileiras", "BR")]
    [InlineData("États-Unis", "US")]
    [InlineData("camerounaise", "CM")]
    [InlineData("Ouzbékistan", "UZ")]
    [InlineData("catracho", "HN")]
    [InlineData("RDC", "CD")]
    [InlineData("in", "IN")]
    [InlineData("nowhere", null)]
    public void Countries_and_their_people_are_known_in_five_languages(string said, string? code) => Assert.Equal(code, Gazetteer.Countries.CodeOf(said));

    [Theory]
    [InlineData("Ñandú  CAFÉ,té", "nandu cafe te")]
    [InlineData("Te\u0301cun\u200b Uma\u0301n", "tecun uman")]
    [InlineData("l'hôpital", "l hopital")]
    [InlineData("Œuvre ſtraße", "oeuvre strasse")]
    [InlineData("日本 Ángel", "日本 angel")]
    public void Folding_takes_accents_and_signs_away(string text, string folded) => Assert.Equal(folded, FoldedText.Fold(text));
}
