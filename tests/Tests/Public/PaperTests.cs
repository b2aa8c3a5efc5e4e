using Amparo.Contracts.Places;
using AngleSharp.Dom;

namespace Amparo.Tests.Public;

/// <summary>Paper is found in pockets and hangs on walls: what stands on it, and what never does.</summary>
public sealed class PaperTests(Readers readers) : IClassFixture<Readers>
{
    private static readonly string[] Nameless = ["casa-de-las-mujeres-ceiba", "clinica-confidencial", "oficina-de-asilo-tapachula", "proteccion-de-la-ninez-tapachula"];

    public static TheoryData<string> EachPaper => new(Languages.All.SelectMany(l => new[]
    {
        "print", "print?near=Tapachula", "print?near=xyzzy", "print/sheet?near=Tapachula", "print/chart?near=Tapachula", "centres/albergue-puente-seguro/print/receipt", "centres/casa-de-las-mujeres-ceiba/print/receipt", "centres/casa-de-las-mujeres-ceiba/print",
    }.Select(p => $"/{l}/{p}")));

    [Theory, MemberData(nameof(EachPaper))]
    public async Task Every_paper_is_whole_in_every_language_without_script_and_says_that_it_is_invented(string path)
    {
        var page = await readers.Page(path);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.DoesNotContain("public.", Readers.Said(page), StringComparison.Ordinal);
        Assert.DoesNotContain("places.", Readers.Said(page), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\w+\}", Readers.Said(page));
        Assert.NotNull(page.QuerySelector("a.exit"));
        // The header with its mark is not printed.
        if (page.QuerySelector("main article") is { } paper) Assert.Contains(Readers.Text(path[1..3], "public.demonstration"), paper.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData("/print/sheet?near=Tapachula"), InlineData("/print/chart?near=Tapachula"), InlineData("/centres/albergue-puente-seguro/print/receipt")]
    public async Task The_styles_of_paper_are_allowed_by_their_own_hash(string path)
    {
        using var answer = await readers.Get("/es" + path);
        var css = (await Readers.Read(answer)).QuerySelector("style")!.TextContent;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(css)));
        Assert.Contains($"'sha256-{hash}'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("@page", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_never_names_what_would_tell_why_it_is_carried_nor_who_runs_it_and_its_code_leads_to_the_start()
    {
        foreach (var place in ReaderPlaces.All().Where(p => Nameless.Contains(p.Slug)))
            foreach (var language in Languages.All)
                foreach (var paper in new[] { "print", "print/receipt" })
                {
                    var page = await readers.Page($"/{language}/centres/{place.Slug}/{paper}");
                    var said = page.QuerySelector("main article")!;
                    Assert.DoesNotContain(place.Name, said.TextContent, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain(place.Slug, said.OuterHtml, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain(Readers.Text(language, $"places.kind.{place.Kind}"), said.TextContent, StringComparison.OrdinalIgnoreCase);
                    foreach (var phone in place.Profile.Phones) Assert.Contains(phone.Number, said.TextContent, StringComparison.Ordinal);
                    foreach (var word in new[] { "violen", "trata de", "asilo", "sexual", "iglesia amarilla" }) Assert.DoesNotContain(word, said.TextContent, StringComparison.OrdinalIgnoreCase);
                    Assert.NotNull(said.QuerySelector("svg.qr"));
                }
        foreach (var place in ReaderPlaces.All().Take(10))
            foreach (var paper in new[] { "print", "print/receipt" })
            {
                var said = (await readers.Page($"/es/centres/{place.Slug}/{paper}")).QuerySelector("main article")!.TextContent;
                Assert.DoesNotContain(place.OrganizationName!, said, StringComparison.Ordinal);
                foreach (var service in place.Profile.Services) Assert.DoesNotContain(service.Description ?? "Red de Casas", said, StringComparison.Ordinal);
                foreach (var key in new[] { "public.print.keep", "public.print.check" }) Assert.Contains(Readers.Text("es", key), said, StringComparison.Ordinal);
                Assert.Contains(paper == "print" ? "https://amparo.example/" : "https://amparo.example/q/es", said, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task A_sheet_of_a_town_shows_what_is_there_and_says_of_the_rest_the_telephone_alone()
    {
        foreach (var paper in new[] { "sheet", "chart" })
        {
            var said = (await readers.Page($"/es/print/{paper}?near=Tapachula")).QuerySelector("main article")!;
            foreach (var name in new[] { "Albergue Puente Seguro", "Comedor La Esperanza", "Centro de Salud Norte", "Abogados del Sur" }) Assert.Contains(name, said.TextContent, StringComparison.Ordinal);
            foreach (var name in new[] { "Casa Ceiba", "Clínica de la Plaza", "Oficina de migración", "Casa del Camino", "casa-de-las-mujeres" }) Assert.DoesNotContain(name, said.InnerHtml, StringComparison.Ordinal);
            Assert.Contains("+52 000 555 0140", said.TextContent, StringComparison.Ordinal);
            Assert.Contains("911", said.TextContent, StringComparison.Ordinal);
            Assert.Contains(Readers.Text("es", "public.asylum.always"), said.TextContent, StringComparison.Ordinal);
            // Before a consulate's number stands what may happen to who flees.
            var (warning, number) = (said.TextContent.IndexOf(Readers.Text("es", "public.asylum.before_consulate"), StringComparison.Ordinal), said.TextContent.IndexOf("+52 000 555 0170", StringComparison.Ordinal));
            Assert.True(warning >= 0 && warning < number);
            Assert.DoesNotContain("Lleno", said.TextContent, StringComparison.Ordinal);
            Assert.True(said.QuerySelectorAll(".entry svg.qr").Length >= 5);
        }
    }

    [Fact]
    public async Task One_chooses_a_town_and_a_paper_and_a_position_is_no_town()
    {
        var page = await readers.Page("/es/print?near=Tapachula");
        Assert.NotNull(page.QuerySelector("a[href^='/es/print/sheet?near=']"));
        Assert.NotNull(page.QuerySelector("a[href$='/albergue-puente-seguro/print']"));
        Assert.NotNull(page.QuerySelector("a[href$='/albergue-puente-seguro/print/receipt']"));
        Assert.Contains("xyzzy", Readers.Said(await readers.Page("/es/print?near=xyzzy")), StringComparison.Ordinal);
        foreach (var path in new[] { "/es/print/sheet", "/es/print/sheet?near=14.90671,-92.26314", "/es/print/chart?near=xyzzy" })
            using (var answer = await readers.Get(path))
            {
                Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
                Assert.DoesNotContain("14.9", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            }
        using (var answer = await readers.Get("/es/print?near=Tapachula")) Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_pages_of_a_hubs_copy_are_not_on_the_server()
    {
        foreach (var path in new[] { "/es/done", "/es/poster" }) await readers.Page(path, 404);
    }
}
