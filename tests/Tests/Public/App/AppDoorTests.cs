using System.Net;
using System.Text.Json;
using Amparo.Public.App;
using Amparo.Tests.Public.Packs;

namespace Amparo.Tests.Public.App;

public sealed class AppDoorTests : IDisposable
{
    private readonly PackHouse _house = new();

    public static TheoryData<string> EachLanguage => new(Languages.All);

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task The_pages_around_a_pack_are_the_servers_own_pages(string language)
    {
        await _house.Build();
        var name = _house.Store.Catalogue.Packs.Values.First(p => p.Language == language && p.Countries.Count == 1).Name;
        using var json = JsonDocument.Parse(await Body($"/packs/{name}/pages"));
        var pages = json.RootElement.GetProperty("pages");
        foreach (var path in new[] { "/", "/centres", "/consulates", "/emergency", "/danger", "/child", "/exit", "/privacy", "/institutions", "/offline", "/offline/form", "/offline/missing", "/offline/share" })
        {
            var page = pages.GetProperty($"/{language}{path}");
            using var answer = await _house.Readers.Get($"/{language}{path}");
            Assert.Equal(answer.Headers.GetValues("Content-Security-Policy").Single(), page.GetProperty("policy").GetString());
            Assert.Contains("<main", page.GetProperty("html").GetString(), StringComparison.Ordinal);
        }
        Assert.Contains(pages.EnumerateObject(), p => p.Name.StartsWith($"/{language}/centres/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_file_that_the_pages_name_is_there_and_the_worker_may_ask_this_site_only()
    {
        await _house.Build();
        using var json = JsonDocument.Parse(await Body($"/packs/{_house.Store.Catalogue.Packs.Keys.First()}/pages"));
        foreach (var path in json.RootElement.GetProperty("assets").EnumerateArray().Select(a => a.GetString()!).Append(json.RootElement.GetProperty("words").GetString()!))
        {
            using var answer = await _house.Readers.Get(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
        using var worker = await _house.Readers.Get("/sw.js");
        Assert.Equal("default-src 'none'; connect-src 'self'", worker.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(worker.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task No_name_or_picture_of_the_home_screen_says_what_it_is_for()
    {
        string[] words = ["amparo", "migra", "refug", "help", "ayuda", "aid", "protec", "shelter", "albergue"];
        foreach (var language in Languages.All)
            foreach (var screen in HomeScreen.All)
            {
                var manifest = await Body(screen.PathIn(language));
                Assert.DoesNotContain(words, w => manifest.Contains(w, StringComparison.OrdinalIgnoreCase));
                using var json = JsonDocument.Parse(manifest);
                foreach (var icon in json.RootElement.GetProperty("icons").EnumerateArray())
                {
                    using var picture = await _house.Readers.Get(icon.GetProperty("src").GetString()!);
                    Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
                }
            }
    }

    [Fact]
    public async Task The_end_of_a_visit_that_leaves_nothing_makes_the_browser_forget_and_keeps_the_cookies_of_those_who_work_here()
    {
        using var answer = await _house.Readers.Get("/es/gone");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var again = await _house.Readers.Get("/es/gone");
        Assert.Single(again.Headers.GetValues("Clear-Site-Data"));
    }

    [Fact]
    public async Task What_is_not_there_is_said_and_nothing_breaks()
    {
        foreach (var path in new[] { "/packs/zz-es/pages", "/packs/nonsense/pages", "/app/words.00.json", "/app/es/nonsense.webmanifest", "/app/nonsense-192.png", "/es/offline/nonsense" })
        {
            using var answer = await _house.Readers.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    public void Dispose() => _house.Dispose();

    private async Task<string> Body(string path)
    {
        using var answer = await _house.Readers.Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
