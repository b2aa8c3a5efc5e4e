using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Amparo.Contracts.Places;
using Amparo.Publication;
using Amparo.Tests.Public.Hsds;

namespace Amparo.Tests.Public.Feeds;

[Collection(OnePublished.Name)]
public sealed class FeedTests(Published site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly string[] Sensitive =
        [PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence, PlaceKinds.ChildProtection, PlaceKinds.AsylumAuthority];

    [Fact]
    public async Task The_feed_of_changes_keeps_the_rules_of_Atom_in_every_language()
    {
        foreach (var language in Languages.All)
        {
            using var answer = await site.Client.GetAsync($"/{language}/changes.atom");
            Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
            var feed = XElement.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Empty(AtomRules.Broken(feed));
            Assert.Equal(50, feed.Elements(Atom + "entry").Count());
            Assert.Equal(feed.Elements(Atom + "entry").Max(e => (DateTimeOffset)e.Element(Atom + "updated")!), (DateTimeOffset)feed.Element(Atom + "updated")!);
            Assert.All(feed.Descendants(Atom + "link"), l => Assert.StartsWith(Published.Site, (string)l.Attribute("href")!, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_feed_names_no_place_of_a_sensitive_kind()
    {
        var places = site.Edition.Places().ToDictionary(p => $"urn:uuid:{p.Id}");
        var entries = XElement.Parse(await site.Client.GetStringAsync("/es/changes.atom")).Elements(Atom + "entry").ToList();
        var sensitive = entries.Where(e => places[(string)e.Element(Atom + "id")!] is var p && (Sensitive.Contains(p.Kind) || p.Profile.Services.Any(s => Sensitive.Contains(s.Kind)))).ToList();
        Assert.NotEmpty(sensitive);
        Assert.All(sensitive, e => Assert.Equal(("Amparo", null), ((string)e.Element(Atom + "title")!, (string?)e.Element(Atom + "summary"))));
        Assert.Contains(entries.Except(sensitive), e => (string)e.Element(Atom + "title")! == places[(string)e.Element(Atom + "id")!].Name);
    }

    [Fact]
    public async Task The_sitemap_lists_each_page_once_in_five_languages_that_know_of_each_other()
    {
        var parts = XElement.Parse(await site.Client.GetStringAsync("/sitemap.xml")).Descendants(Map + "loc").Select(l => l.Value).ToList();
        Assert.All(parts, p => Assert.StartsWith(Published.Site + "/", p, StringComparison.Ordinal));
        var urls = new List<XElement>();
        foreach (var part in parts) urls.AddRange(XElement.Parse(await site.Client.GetStringAsync(part[Published.Site.Length..])).Elements(Map + "url"));
        var addresses = urls.Select(u => u.Element(Map + "loc")!.Value).ToList();
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        var there = site.Edition.Places().Where(p => !(p.WithdrawnAt <= site.Clock.Now)).SelectMany(p => Languages.All.Select(l => $"{Published.Site}/{l}/centres/{p.Slug}"));
        Assert.Equal(there.Order(StringComparer.Ordinal), addresses.Where(a => a.Contains("/centres/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(urls, u => Assert.Equal([.. Languages.All, "x-default"], u.Elements(Xhtml + "link").Select(l => (string)l.Attribute("hreflang")!)));
        foreach (var page in addresses.Where(a => !a.Contains("/centres/", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(page[Published.Site.Length..])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/sitemap/999.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/sitemap/x.xml")).StatusCode);
        Assert.Contains($"Sitemap: {Published.Site}/sitemap.xml", await site.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_public_address_nothing_guesses_one()
    {
        using var platform = new Platform();
        using var client = platform.Client();
        platform.Services.GetRequiredService<CurrentEdition>().Replace(site.Edition);
        using var map = await client.GetAsync("/sitemap.xml");
        Assert.Equal(HttpStatusCode.NotFound, map.StatusCode);
        Assert.Contains("AMPARO__PublicUrl", await map.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Sitemap:", await client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", await client.GetStringAsync("/es/changes.atom"), StringComparison.Ordinal);
        Assert.StartsWith("urn:uuid:", JsonDocument.Parse(await client.GetStringAsync("/api/hsds/v3/")).RootElement.GetProperty("profile").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_centre_says_itself_in_the_words_of_schema_org()
    {
        var place = site.Edition.Places().First(p => p.Profile.IsPublicHospital && !(p.StaleAt <= site.Clock.Now) && p.Disclosure == "exact");
        var said = await site.Json($"/fr/centres/{place.Slug}.jsonld");
        var channel = said.GetProperty("availableChannel");
        Assert.Equal(("https://schema.org", place.Name), (said.GetProperty("@context").GetString(), said.GetProperty("name").GetString()));
        Assert.Equal("Hospital", channel.GetProperty("serviceLocation").GetProperty("@type").GetString());
        Assert.Equal(place.Profile.Languages, channel.GetProperty("availableLanguage").EnumerateArray().Select(l => l.GetString()));
        Assert.Equal(7, channel.GetProperty("serviceLocation").GetProperty("openingHoursSpecification")[0].GetProperty("dayOfWeek").GetArrayLength());
        Assert.False(channel.TryGetProperty("servicePhone", out _), "An invented number must not become a call button.");
    }

    [Fact]
    public async Task Nothing_is_said_to_search_engines_of_sensitive_kinds()
    {
        var sensitive = site.Edition.Places().Where(p => Sensitive.Contains(p.Kind)).Take(20).ToList();
        Assert.NotEmpty(sensitive);
        foreach (var place in sensitive)
        {
            using var answer = await site.Client.GetAsync($"/es/centres/{place.Slug}.jsonld");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain(place.Name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_confidential_is_in_any_file_or_feed()
    {
        var said = new List<string> { await site.Client.GetStringAsync("/data/places.geojson"), await site.Client.GetStringAsync("/sitemap.xml"), await site.Client.GetStringAsync("/sitemap/1.xml"), await site.Client.GetStringAsync("/es/changes.atom"), await site.Client.GetStringAsync($"/es/centres/{site.Area.Slug}.jsonld") };
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(await site.Client.GetByteArrayAsync("/data/hsds.zip")));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            said.Add(await reader.ReadToEndAsync());
        }
        Assert.All(said, text =>
        {
            Assert.DoesNotContain(Published.Secret, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(site.Hidden.Id.ToString(), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Published.SecretLatitude, text, StringComparison.Ordinal);
        });
        Assert.Contains(said, text => text.Contains(site.Area.Id.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/es/centres/nada-de-nada.jsonld")]
    [InlineData("/es/centres/%3Cscript%3E.jsonld")]
    [InlineData("/xx/changes.atom")]
    [InlineData("/es/other.atom")]
    public async Task What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(path)).StatusCode);
}
