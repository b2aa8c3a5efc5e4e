using Amparo.Places.Impostors;

namespace Amparo.Tests.Places.Impostors;

public sealed class LookalikeTests
{
    [Theory]
    [InlineData("Casa del Migrante", "Cаsа del Migrаnte"), InlineData("Casa del Migrante", "Casa deI Migrante"), InlineData("Albergue Belén", "Αlbergue Belén"), InlineData("Hogar Norte", "H0gar Norte")]
    [InlineData("Comedor", "Cornedor"), InlineData("CASA SUR", "СASA SUR"), InlineData("Casa Sur", "Casa\u200B Ѕur"), InlineData("Casa Sur", "Ｃasa Ѕur"), InlineData("Villa", "VilIa")]
    public void What_reads_the_same_and_is_written_otherwise_looks_alike(string one, string other)
    {
        Assert.Equal(Lookalike.Skeleton(one), Lookalike.Skeleton(other));
        Assert.True(Lookalike.Is(one, other));
    }

    [Theory]
    [InlineData("Casa del Migrante", "Casa del Migrante"), InlineData("CASA DEL MIGRANTE", "casa del migrante"), InlineData("Albergue Belén", "Albergue Belen"), InlineData("Casa Norte", "Casa Sur"), InlineData("Comedor Uno", "Comedor Dos")]
    public void What_is_the_same_but_for_capitals_and_accents_or_reads_otherwise_does_not(string one, string other) => Assert.False(Lookalike.Is(one, other));

    [Theory]
    [InlineData("Cаsa del Migrante", true), InlineData("Αlbergue", true), InlineData("Casa del Migrante", false), InlineData("Дом", false), InlineData("Casa Дом", false), InlineData("K'iche' winaq ʼ", false), InlineData("Lakou Ayisyen èòà", false)]
    public void Letters_of_two_scripts_in_one_word_are_seen(string name, bool mixed) => Assert.Equal(mixed, Lookalike.MixesScripts(name));

    [Theory]
    [InlineData("https://www.Casa.example/x", "casa.example"), InlineData("http://www.xn--csa-5cd.example", "аcsa.example"), InlineData("javascript:alert(1)", null), InlineData(null, null), InlineData("nada", null)]
    public void A_site_is_read_as_people_read_it(string? url, string? site) => Assert.Equal(site, WebDomain.Of(url));

    [Fact]
    public void A_part_of_a_site_belongs_to_it_and_a_name_that_ends_alike_does_not()
    {
        Assert.True(WebDomain.Belongs("a.casa.example", "casa.example"));
        Assert.False(WebDomain.Belongs("otracasa.example", "casa.example"));
    }
}
