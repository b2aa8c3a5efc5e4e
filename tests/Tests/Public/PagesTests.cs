using System.Net;
using AngleSharp.Dom;

namespace Amparo.Tests.Public;

public sealed class PagesTests(Readers readers) : IClassFixture<Readers>
{
    private static readonly string[] Paths =
    [
        "/", "/danger", "/danger?country=MX", "/child", "/child?country=MX", "/centres", "/centres?kind=shelter&near=Tapachula", "/centres?q=refugio", "/map", "/map?kind=shelter&near=Tapachula",
        "/centres?q=xyzzy", "/centres/albergue-puente-seguro", "/centres/hogar-rio-suchiate", "/centres/casa-de-las-mujeres-ceiba", "/centres/oficina-de-migracion-tapachula",
        "/centres/consulado-de-honduras-tapachula", "/centres/albergue-puente-seguro/print", "/centres/albergue-puente-seguro/share", "/centres/albergue-puente-seguro/report",
        "/report", "/consulates", "/consulates?from=HN&in=MX", "/consulates?from=NP&in=GT", "/emergency", "/complaint", "/privacy", "/institutions", "/exit",
    ];

    public static TheoryData<string> All => new(Languages.All.SelectMany(l => Paths.Select(p => $"/{l}{p}")));

    [Theory, MemberData(nameof(All))]
    public async Task Every_page_is_whole_in_every_language(string path)
    {
        var page = await readers.Page(path);

        Assert.Equal(path[1..3], page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Length > 0 || !s.GetAttribute("src")!.StartsWith("/assets/", StringComparison.Ordinal));
        Assert.DoesNotContain("public.", Readers.Said(page), StringComparison.Ordinal);
        Assert.DoesNotContain("places.", Readers.Said(page), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\w+\}", Readers.Said(page));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Every_page_offers_the_way_out_the_complaint_its_size_and_the_age_of_its_data(string path)
    {
        var page = await readers.Page(path);
        var home = path[..4];

        Assert.Equal($"{home}exit", page.QuerySelector("a.exit")!.GetAttribute("href"));
        // From a place's page the form learns by a post which place it is: no address of it says so.
        if (page.QuerySelector("footer form") is { } opens)
        {
            Assert.Equal((home + "complaint", "post"), (opens.GetAttribute("action"), opens.GetAttribute("method")));
            Assert.NotEmpty(page.QuerySelector("footer form input[name=place]")!.GetAttribute("value")!);
        }
        else Assert.Contains(page.QuerySelectorAll("footer a"), a => a.GetAttribute("href") == $"{home}complaint");
        Assert.Contains(Readers.Text(path[1..3], "public.complaint.link"), page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"\d+ K[Bo]", Readers.Said(page));
        Assert.Contains("2026", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("GeoNames", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll("details.lang a[hreflang]").Length);
        Assert.Contains(Readers.Text(path[1..3], "public.demonstration"), Readers.Said(page), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Every_field_has_its_label_and_every_id_stands_once(string path)
    {
        var page = await readers.Page(path);

        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Assert.True(field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null, $"{field.OuterHtml} has no label");
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        foreach (var use in page.QuerySelectorAll("use")) Assert.Contains(use.GetAttribute("href")![1..], ids);
        foreach (var link in page.QuerySelectorAll("a:not([href])")) Assert.Fail($"{link.OuterHtml} leads nowhere");
    }

    [Theory, MemberData(nameof(All))]
    public async Task Nothing_is_loaded_from_anywhere_else_and_no_cookie_is_set(string path)
    {
        using var answer = await readers.Get(path);
        var page = await Readers.Read(answer);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(page.QuerySelectorAll("[src], link:not([rel=alternate])"), e => (e.GetAttribute("src") ?? e.GetAttribute("href") ?? "").Contains("//", StringComparison.Ordinal));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var style = System.Text.Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent);
        Assert.Contains($"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(style))}'", policy, StringComparison.Ordinal);
        var hasForm = page.QuerySelector("form") is not null;
        Assert.Equal(hasForm ? "same-origin" : "no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory, MemberData(nameof(All))]
    public async Task The_language_switch_leads_to_the_same_page(string path)
    {
        var page = await readers.Page(path);

        foreach (var link in page.QuerySelectorAll("details.lang a"))
        {
            using var there = await readers.Get(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
            var other = await Readers.Read(there);
            Assert.Equal(link.GetAttribute("hreflang"), other.DocumentElement.GetAttribute("lang"));
            Assert.Equal(page.QuerySelectorAll(".card, form").Length, other.QuerySelectorAll(".card, form").Length);
        }
    }

    [Theory]
    [InlineData("ht-HT,ht;q=0.9,fr;q=0.5", "/ht/")]
    [InlineData("de", "/es/")]
    [InlineData("", "/es/")]
    [InlineData("pt;q=0.2, en;q=0.9", "/en/")]
    public async Task The_first_address_follows_the_browser_and_remembers_nothing(string accepts, string to)
    {
        using var answer = await readers.Get("/", ("Accept-Language", accepts));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.ToString());
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/xx/", 404), InlineData("/ES/", 404), InlineData("/es/nothing", 404), InlineData("/es/centres/no-such-place", 404), InlineData("/.env", 404), InlineData("/pt/centres/a/b/c/d", 404)]
    public async Task What_is_not_here_is_said_in_the_readers_language(string path, int status)
    {
        using var answer = await readers.Get(path, ("Accept-Language", "pt"));
        var page = await Readers.Read(answer);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(path.StartsWith("/es/", StringComparison.Ordinal) ? "es" : "pt", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector("a.exit"));
    }

    [Fact]
    public async Task Titles_never_say_what_somebody_needs()
    {
        var kinds = Contracts.Places.PlaceKinds.All.Select(k => Readers.Text("es", $"places.kind.{k}").ToLowerInvariant()).ToList();
        foreach (var path in Paths)
        {
            var title = (await readers.Page($"/es{path}")).Title!;
            Assert.Contains(title, (string[])["Inicio", "Lista", "Información", "Formulario", "Página"]);
            Assert.DoesNotContain(title.ToLowerInvariant(), kinds);
        }
    }

    [Theory, InlineData("/es/danger", "li.number > span:first-child"), InlineData("/fr/danger", "li.number > span:first-child"), InlineData("/es/emergency", "section.panel h2"), InlineData("/pt/emergency", "section.panel h2")]
    public async Task Countries_stand_in_the_order_in_which_a_reader_looks_for_hers(string path, string names)
    {
        var said = (await readers.Page(path)).QuerySelectorAll(names).Select(n => n.TextContent.Trim()).ToList();
        Assert.True(said.Count > 1, path);
        Assert.Equal(said.Order(StringComparer.Create(Languages.CultureOf(path[1..3]), System.Globalization.CompareOptions.IgnoreNonSpace)), said);
    }
}
