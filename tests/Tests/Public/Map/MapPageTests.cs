using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Amparo.Tests.Public.Map;

/// <summary>The page of the map: what it says before anything is fetched, and that it fetches nothing by itself.</summary>
public sealed class MapPageTests(Readers readers) : IClassFixture<Readers>
{
    public static TheoryData<string, string> Packings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in Languages.All)
                foreach (var packing in new[] { "br", "gzip", "identity" }) data.Add(language, packing);
            return data;
        }
    }

    [Theory, MemberData(nameof(Packings))]
    public async Task It_says_what_the_map_costs_in_the_packing_that_this_browser_takes(string language, string packing)
    {
        using var answer = await readers.Get($"/{language}/map?kind=shelter", ("Accept-Encoding", packing));
        var page = await Readers.Read(new() { Content = new StringContent(Unpacked.Text(await answer.Content.ReadAsByteArrayAsync(), answer)) });
        var frame = page.QuerySelector("[data-map]")!;
        var kilobytes = 0L;
        foreach (var part in new[] { "data-program", "data-base" })
        {
            using var asset = await readers.Get(frame.GetAttribute(part)!, ("Accept-Encoding", packing));
            Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
            Assert.Contains("immutable", asset.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal(packing == "identity" ? [] : [packing], asset.Content.Headers.ContentEncoding);
            Assert.Matches(@"\.[0-9a-f]{10}\.(js|map)$", frame.GetAttribute(part)!);
            kilobytes += (asset.Content.Headers.ContentLength!.Value + 1023) / 1024;
        }
        Assert.Matches($@"\b{kilobytes} K[Bo]\b", Readers.Said(page));
    }

    [Fact]
    public async Task Nothing_of_the_map_is_on_the_page_before_somebody_asks_for_it()
    {
        using var answer = await readers.Get("/es/map?kind=shelter&near=14.90,-92.25");
        var page = await Readers.Read(answer);
        var frame = page.QuerySelector("[data-map]")!;

        Assert.Equal(["exit", "map"], page.QuerySelectorAll("script").Select(s => Regex.Match(s.GetAttribute("src")!, "/assets/([a-z]+)").Groups[1].Value).Order());
        Assert.DoesNotContain(page.QuerySelectorAll("link[href], img, iframe"), e => e.OuterHtml.Contains("/assets/", StringComparison.Ordinal));
        Assert.NotNull(frame.QuerySelector("button[data-load][hidden]"));
        Assert.Equal("/es/centres?kind=shelter&near=14.90%2C-92.25", frame.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("/es/map/points?kind=shelter&near=14.90%2C-92.25", frame.GetAttribute("data-map"));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal("default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; media-src 'self'; style-src X; script-src 'self'; connect-src 'self'", Regex.Replace(policy, "'sha256-[^']+'", "X"));
    }

    [Fact]
    public async Task No_page_may_ask_another_site_and_the_page_of_danger_does_not_know_the_map()
    {
        foreach (var path in new[] { "/es/", "/es/danger", "/es/danger?country=MX", "/es/child?country=MX", "/es/centres?kind=shelter", "/es/centres/albergue-puente-seguro" })
        {
            using var answer = await readers.Get(path);
            Assert.DoesNotMatch("https?:|\\*|unsafe", answer.Headers.GetValues("Content-Security-Policy").Single());
            if (path.Contains("danger", StringComparison.Ordinal)) Assert.DoesNotContain("/map", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_leads_to_the_map_of_the_same_question_by_one_quiet_link()
    {
        var list = await readers.Page("/pt/centres?kind=shelter&open=now&near=Tapachula&page=1");
        var link = Assert.Single(list.QuerySelectorAll("main a[href^='/pt/map']"));
        Assert.Equal("/pt/map?kind=shelter&near=Tapachula&open=now", link.GetAttribute("href"));
        Assert.DoesNotContain("button", link.ClassList);
    }

    [Fact]
    public async Task What_must_be_said_before_a_list_is_said_before_its_map()
    {
        foreach (var language in Languages.All)
        {
            Assert.Contains(Readers.Text(language, "public.asylum.before_consulate"), Readers.Said(await readers.Page($"/{language}/map?kind=consular")), StringComparison.Ordinal);
            Assert.Contains(Readers.Text(language, "public.migration.what_can_happen"), Readers.Said(await readers.Page($"/{language}/map?kind=migration_authority")), StringComparison.Ordinal);
            Assert.Contains(Readers.Text(language, "public.asylum.always"), Readers.Said(await readers.Page($"/{language}/map")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_script_the_page_says_so_and_leads_to_the_list()
    {
        var page = await readers.Page("/ht/map?q=abri");
        Assert.Contains(Readers.Text("ht", "public.map.no_script"), page.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/ht/centres?q=abri']"));
    }

    [Theory, InlineData("es"), InlineData("ht")]
    public async Task The_program_finds_all_its_words_and_the_names_of_countries_on_the_page(string language)
    {
        var frame = (await readers.Page($"/{language}/map")).QuerySelector("[data-map]")!;
        var said = JsonSerializer.Deserialize<Dictionary<string, string>>(frame.GetAttribute("data-said")!)!;
        var script = File.ReadAllText(Path.Combine(SharedData.Repository, "web/src/map/words.ts"));
        var named = Regex.Match(script, @"Said = Record<(.+?), string>").Groups[1].Value;
        Assert.Equal(Regex.Matches(named, "\"([a-z]+)\"").Select(m => m.Groups[1].Value).Order(), said.Keys.Order());
        Assert.DoesNotContain(said.Values, string.IsNullOrWhiteSpace);
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(frame.GetAttribute("data-countries")!)!;
        Assert.Equal(Readers.Text(language, "public.country.GT"), names["GT"]);
    }
}
