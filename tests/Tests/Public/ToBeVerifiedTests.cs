namespace Amparo.Tests.Public;

/// <summary>What we wrote down ourselves says so where a reader meets it.</summary>
public sealed class ToBeVerifiedTests(Readers readers) : IClassFixture<Readers>
{
    public static TheoryData<string> EachLanguage => new(Languages.All);

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task A_distance_from_a_border_place_of_our_own_says_that_the_place_is_to_be_verified(string language)
    {
        foreach (var path in new[] { "centres?near=el-amatillo-hn", "centres?near=La%20Hachadura", "centres?q=albergue%20en%20el%20guasaule" })
            Assert.Contains(Note(language, path.Contains("amatillo") ? "El Amatillo" : path.Contains("Hachadura") ? "La Hachadura" : "El Guasaule"), Readers.Said(await readers.Page($"/{language}/{path}")), StringComparison.Ordinal);
    }

    [Theory, InlineData("centres"), InlineData("centres?near=Tapachula"), InlineData("centres?q=albergue%20en%20tapachula"), InlineData("centres?near=14.90,-92.25")]
    public async Task A_place_of_the_gazetteer_is_not_doubted(string path)
    {
        var words = Note("es", "Tapachula")["Tapachula".Length..];
        Assert.DoesNotContain(words, Readers.Said(await readers.Page($"/es/{path}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_place_that_we_added_is_marked_and_no_other()
    {
        var gazetteer = readers.Services.GetRequiredService<Gazetteer>();
        Assert.Equal(gazetteer.All.Skip(gazetteer.FromSource), gazetteer.All.Where(p => p.IsAdded));
        Assert.Contains(gazetteer.All, p => p.IsAdded);
    }

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task The_page_for_institutions_names_the_sources_and_what_is_to_be_verified(string language)
    {
        var said = Readers.Said(await readers.Page($"/{language}/institutions"));
        Assert.Contains(Readers.Text(language, "public.institutions.sources"), said, StringComparison.Ordinal);
        Assert.All(["GeoNames", "Natural Earth"], source => Assert.Contains(source, said, StringComparison.Ordinal));
    }

    private static string Note(string language, string place) => Readers.Text(language, "public.near.to_be_verified").Replace("{place}", place, StringComparison.Ordinal);
}
