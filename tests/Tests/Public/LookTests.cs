using AngleSharp.Dom;

namespace Amparo.Tests.Public;

/// <summary>For who reads with difficulty pictograms lead. The address alone remembers it, and only as far as somebody walks.</summary>
public sealed class LookTests(Readers readers) : IClassFixture<Readers>
{
    private static readonly string[] Pages = ["", "centres?kind=shelter", "centres?kind=shelter&near=Tapachula", "centres/albergue-puente-seguro"];

    public static TheoryData<string> All => new(Languages.All.SelectMany(l => Pages.Select(p => $"/{l}/{p}")));

    [Theory, MemberData(nameof(All))]
    public async Task The_first_page_a_list_and_a_place_lead_with_pictograms_where_somebody_asked_and_say_the_same_words(string path)
    {
        var plain = await readers.Page(path);
        var link = Assert.Single(plain.QuerySelectorAll("footer a[href*='look=']"));
        Assert.Equal(Readers.Text(path[1..3], "public.look.signs"), link.TextContent);
        var signs = await readers.Page(link.GetAttribute("href")!);

        Assert.Contains("signs", signs.QuerySelector("main")!.ClassList);
        Assert.DoesNotContain("signs", plain.QuerySelector("main")!.ClassList);
        Assert.Empty(plain.QuerySelectorAll(".row"));
        Assert.Equal(signs.QuerySelectorAll(".card").Length + (path.Contains("centres/", StringComparison.Ordinal) ? 1 : 0), signs.QuerySelectorAll(".row").Length);
        foreach (var use in signs.QuerySelectorAll("use")) Assert.NotNull(signs.QuerySelector(use.GetAttribute("href")!));
        Assert.All(signs.QuerySelectorAll(".row"), row => Assert.Equal("true", row.GetAttribute("aria-hidden")));
        var back = signs.QuerySelectorAll("footer a").Single(a => a.TextContent == Readers.Text(path[1..3], "public.look.words"));
        Assert.Equal(Uri.UnescapeDataString(path), Uri.UnescapeDataString(back.GetAttribute("href")!));
        Assert.Equal(Words(plain), Words(signs));
    }

    [Fact]
    public async Task Whoever_walks_from_the_first_page_to_a_place_keeps_the_look_and_a_shared_link_does_not_carry_it()
    {
        var home = await readers.Page("/es/?look=signs");
        var list = await readers.Page(home.QuerySelectorAll("a.tile").First(a => a.GetAttribute("href")!.Contains("kind=shelter", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("signs", list.QuerySelector("main")!.ClassList);
        Assert.All(list.QuerySelectorAll("main .chips a[href*='/centres']"), chip => Assert.Contains("look=signs", chip.GetAttribute("href")!, StringComparison.Ordinal));
        var centre = await readers.Page(list.QuerySelector(".card h3 a")!.GetAttribute("href")!);
        Assert.Contains("signs", centre.QuerySelector("main")!.ClassList);
        Assert.All(new[] { home, list }.SelectMany(p => p.QuerySelectorAll("main form")), form => Assert.NotNull(form.QuerySelector("input[name=look][value=signs]")));
        Assert.All(centre.QuerySelectorAll("details.lang a"), other => Assert.EndsWith("look=signs", other.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.DoesNotContain(centre.QuerySelectorAll("a[href$='/share'], a[href$='/print']"), a => a.GetAttribute("href")!.Contains("look", StringComparison.Ordinal));
        Assert.Equal(2, centre.QuerySelectorAll("a[href$='/share'], a[href$='/print']").Length);
    }

    [Fact]
    public async Task A_card_that_was_drawn_for_one_look_is_not_given_to_the_other()
    {
        foreach (var near in new[] { "14.90", "14.95", "15.00" })
        {
            Assert.Empty((await readers.Page($"/fr/centres?kind=shelter&near={near},-92.25")).QuerySelectorAll(".row, .card a[href*='look']"));
            Assert.All((await readers.Page($"/fr/centres?kind=shelter&near={near},-92.25&look=signs")).QuerySelectorAll(".card"), card => Assert.NotNull(card.QuerySelector(".row")));
        }
    }

    [Fact]
    public async Task No_other_page_and_no_other_word_changes_anything()
    {
        foreach (var path in new[] { "/es/danger", "/es/emergency", "/es/child" })
        {
            Assert.DoesNotContain("signs", (await readers.Page($"{path}?look=signs")).QuerySelector("main")!.ClassList);
            Assert.Empty((await readers.Page(path)).QuerySelectorAll("[href*='look=']"));
        }
        Assert.DoesNotContain("signs", (await readers.Page("/es/centres?look=%3Cscript%3E")).QuerySelector("main")!.ClassList);
        Assert.DoesNotContain("script%3E", (await readers.Page("/es/centres?look=%3Cscript%3E")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    private static string Words(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
