using System.Net;
using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Amparo.Publication;
using Xunit.Abstractions;

namespace Amparo.Tests.Public.Pocket;

/// <summary>What a phone shows without a network is what the server shows at the same instant: the same elements, links and words.</summary>
public sealed class PocketPagesTests(PocketPhones phones, ITestOutputHelper output) : IClassFixture<PocketPhones>
{
    [Fact]
    public async Task Any_page_at_any_instant_is_the_page_of_the_server()
    {
        var (phone, places) = (phones.Phone, phones.Places);
        // In the order of time: what the server keeps of a page holds until something turns, and a clock that goes back is no clock.
        var asked = new PocketAddresses(91, places).Take(PocketPhones.Long ? 2_000 : 150).OrderBy(a => a.Now).ToList();
        var served = new List<(int Status, string Said)>();
        foreach (var (language, path, now) in asked) served.Add(await Served(phone, language, path, now));
        var shown = await Shown(phone, asked);
        var differences = asked.Select((a, i) => Difference(a.Path, a.Now, served[i], shown[i])).OfType<string>().ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} of {asked.Count} differ:\n{string.Join("\n\n", differences.Take(4))}");
        output.WriteLine($"{asked.Count} pages: {string.Join(", ", served.CountBy(s => s.Status))}");
        // Each sort of page was there, and those that are refused or gone.
        Assert.All(new[] { "/centres/", "/centres?", "/consulates", "/danger", "/child", "/emergency" }, part => Assert.Contains(asked.Zip(served), p => p.First.Path.Contains(part, StringComparison.Ordinal) && p.Second.Status == 200));
        // And some over which something is hidden.
        Assert.InRange(served.Count(s => s.Said.Contains("id=veil", StringComparison.Ordinal)), 5, served.Count);
        Assert.All(new[] { 400, 404 }, status => Assert.Contains(served, s => s.Status == status));

        // And the comparison sees a page that is of another hour.
        var late = await Shown(phone, asked, TimeSpan.FromHours(13));
        Assert.InRange(asked.Select((a, i) => Difference(a.Path, a.Now, served[i], late[i])).OfType<string>().Count(), asked.Count / 3, asked.Count);
    }

    [Fact]
    public async Task What_stands_around_a_page_is_the_servers_but_for_its_age_and_its_weight()
    {
        var (phone, place, now) = (phones.Phone, phones.Places[7], ReaderPlaces.Now);
        phone.House.Readers.Clock.Now = now;
        var asked = new[] { $"/fr/centres/{place.Slug}", "/fr/centres?q=m%C3%A9decin+%22a%22&kind=health&page=2", "/fr/consulates?from=GT&in=HN", "/fr/danger?country=SV", "/fr/emergency", $"/fr/centres/{place.Slug}?look=signs", "/fr/centres?kind=health&page=2&look=signs" };
        var answers = await phone.Pages(new Kept("fr", [.. asked.Select(a => (a, now))]));
        var made = new ReaderDates(phone.House.Of<Texts>().In("fr")).Moment(phone.House.Store.Catalogue["hn-sv-fr"]!.MadeAt);
        foreach (var (path, answer) in asked.Zip(answers))
        {
            var (served, shown) = (await phone.House.Readers.Page(path), await Readers.Read(new(HttpStatusCode.OK) { Content = new StringContent(answer!.Html) }));
            string[] Links(string css) => [.. shown.QuerySelectorAll(css).Select(a => a.GetAttribute("href")!)];
            Assert.Equal(served.Title, shown.Title);
            Assert.Equal(served.QuerySelectorAll("header a").Select(a => a.GetAttribute("href")), Links("header a"));
            Assert.Equal(served.QuerySelectorAll("footer a").Select(a => (a.GetAttribute("href"), a.TextContent)), shown.QuerySelectorAll("footer a").Select(a => (a.GetAttribute("href"), a.TextContent)));
            Assert.Equal(served.QuerySelector("input[name=place]")?.GetAttribute("value"), shown.QuerySelector("input[name=place]")?.GetAttribute("value"));
            Assert.Contains(made, shown.QuerySelector("#age")!.TextContent, StringComparison.Ordinal);
            Assert.Null(shown.QuerySelector("#size"));
            Assert.DoesNotContain(shown.QuerySelectorAll("head [href*='/centres/'], head [property^='og:']"), _ => true);
            // Every pictogram that the page uses is in it.
            Assert.All(shown.QuerySelectorAll("use").Select(u => u.GetAttribute("href")![1..]), id => Assert.NotNull(shown.GetElementById(id)));
        }
        Assert.Equal(place.Slug, (await Readers.Read(new(HttpStatusCode.OK) { Content = new StringContent(answers[0]!.Html) })).QuerySelector("input[name=place]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_no_pack_can_answer_is_left_to_the_network()
    {
        string[] paths = ["/es/", "/es", "/en/centres", "/es/centres/a/share", "/es/privacy", "/packs", "/es/exit", "/es/centres/a.jsonld", "/es/consulates/x", "/xx/centres"];
        Assert.All(await phones.Phone.Pages(new Kept("es", [.. paths.Select(p => (p, ReaderPlaces.Now))])), Assert.Null);
    }

    private static async Task<(int, string)> Served(PocketPhone phone, string language, string path, DateTimeOffset now)
    {
        var readers = phone.House.Readers;
        readers.Clock.Now = now;
        var answer = await readers.Get(path);
        // A position finer than a cell is sent to its cell; a phone may measure from it and rounds it itself.
        if (answer.StatusCode == HttpStatusCode.Redirect) answer = await readers.Get(answer.Headers.Location!.OriginalString);
        using (answer)
        {
            // One that is not there is said so in other words, which have their own test.
            return ((int)answer.StatusCode, answer.StatusCode == HttpStatusCode.NotFound ? "" : PageSaid.ByServer(await answer.Content.ReadAsStringAsync(), now, phone.House.Of<Texts>().In(language)));
        }
    }

    private static async Task<List<(int, string)>> Shown(PocketPhone phone, List<(string Language, string Path, DateTimeOffset Now)> asked, TimeSpan later = default)
    {
        var groups = asked.GroupBy(a => a.Language).ToList();
        var answers = await phone.Pages(groups.Select(g => new Kept(g.Key, [.. g.Select(a => (a.Path, a.Now + later))])));
        var byAddress = groups.SelectMany(g => g).Zip(answers).ToLookup(p => p.First, p => p.Second);
        return [.. asked.Select(a => (a, byAddress[a].First())).Select(p => p.Item2 is { } page ? (page.Status, page.Status == 404 ? "" : PageSaid.ByPhone(page.Html, p.a.Now, phone.House.Of<Texts>().In(p.a.Language))) : (0, ""))];
    }

    private static string? Difference(string path, DateTimeOffset now, (int Status, string Said) server, (int Status, string Said) phone)
    {
        if (server.Status != phone.Status) return $"{path} at {now:o}: the server says {server.Status}, the phone {phone.Status}";
        var (served, shown) = (server.Said.Split('\n'), phone.Said.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(served.Length, shown.Length)).FirstOrDefault(i => i >= served.Length || i >= shown.Length || served[i] != shown[i], -1);
        return at < 0 ? null : $"{path} at {now:o}, line {at}:\n  server: {string.Join(" | ", served.Skip(Math.Max(0, at - 2)).Take(6))}\n  phone:  {string.Join(" | ", shown.Skip(Math.Max(0, at - 2)).Take(6))}";
    }
}
