using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Publication;
using AngleSharp.Dom;

namespace Amparo.Tests.Public;

public sealed class ReportTests : IDisposable
{
    private const string Report = "/es/centres/albergue-puente-seguro/report";
    private readonly Readers _readers = new();

    public void Dispose() => _readers.Dispose();

    [Fact]
    public async Task Anybody_says_that_a_place_is_wrong_and_takes_a_code_away()
    {
        var form = await Filled(Report, ("what", "closed"), ("words", "Cerró en\nagosto"));
        using var answer = await _readers.Post(Report, form);
        var code = CodeOn(await Readers.Read(answer));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$", code);
        var item = Assert.Single(await Inbox("places.report"));
        using var body = JsonDocument.Parse(item.Body);
        Assert.Equal(ReaderPlaces.All()[0].Id, body.RootElement.GetProperty("place").GetGuid());
        Assert.Equal("closed", body.RootElement.GetProperty("what").GetString());
        Assert.Equal("Cerró en\nagosto", body.RootElement.GetProperty("words").GetString());
        Assert.Equal(HashOf(code), body.RootElement.GetProperty("codeHash").GetString());
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), item.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_report_with_one_code()
    {
        var form = await Filled(Report, ("what", "phone"), ("words", ""));
        using var first = await _readers.Post(Report, form);
        using var second = await _readers.Post(Report, form);

        Assert.Equal(CodeOn(await Readers.Read(first)), CodeOn(await Readers.Read(second)));
        Assert.Single(await Inbox("places.report"));
    }

    [Fact]
    public async Task The_same_form_with_other_words_is_a_conflict_that_keeps_the_text()
    {
        var form = await Filled(Report, ("what", "phone"), ("words", "uno"));
        using var first = await _readers.Post(Report, form);
        form["words"] = "dos palabras que nadie debe perder";
        using var second = await _readers.Post(Report, form);
        var page = await Readers.Read(second);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(form["words"], page.QuerySelector("textarea")!.TextContent);
        Assert.NotEqual(form["key"], page.QuerySelector("input[name=key]")!.GetAttribute("value"));
        Assert.Single(await Inbox("places.report"));
    }

    [Theory, InlineData("", "texto"), InlineData("castle", "texto"), InlineData("closed", null)]
    public async Task What_is_wrong_in_a_form_is_said_and_the_text_stays(string what, string? words)
    {
        var form = await Filled(Report, ("what", what), ("words", words ?? new string('a', 1001)));
        using var answer = await _readers.Post(Report, form);
        var page = await Readers.Read(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Equal(form["words"], page.QuerySelector("textarea")!.TextContent);
        Assert.Empty(await Inbox("places.report"));
    }

    [Theory, InlineData("cross-site"), InlineData("same-site"), InlineData(null)]
    public async Task A_form_that_another_site_sends_is_refused(string? site)
    {
        foreach (var path in new[] { Report, "/es/complaint" })
        {
            using var answer = await _readers.Post(path, await Filled(path, ("what", "closed"), ("words", "x")), site);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        Assert.Empty(await Inbox("places.report"));
    }

    [Theory, InlineData("http://localhost", 200), InlineData("https://amparo.example", 200), InlineData("https://amparo.example.evil", 403), InlineData("http://evil.example", 403), InlineData("null", 403), InlineData("https://localhost", 403)]
    public async Task Where_the_browser_is_old_its_origin_decides(string origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Report) { Content = new FormUrlEncodedContent(await Filled(Report, ("what", "closed"))) };
        request.Headers.TryAddWithoutValidation("Origin", origin);
        using var answer = await _readers.Client().SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Too_many_forms_from_one_connection_wait_ten_minutes_with_their_text()
    {
        for (var i = 0; i < Amparo.Public.Serving.SendLimits.Sends; i++)
        {
            using var fine = await _readers.Post(Report, await Filled(Report, ("what", "other")));
            Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
        }
        var form = await Filled(Report, ("what", "other"), ("words", "el último"));
        using var late = await _readers.Post(Report, form);
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.Equal("el último", (await Readers.Read(late)).QuerySelector("textarea")!.TextContent);

        _readers.Clock.Now = _readers.Clock.Now.AddMinutes(10);
        using var after = await _readers.Post(Report, form);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Closed_said_twice_from_one_connection_is_one_voice_and_a_form_sent_again_stays_the_same_form()
    {
        var (first, second) = (await Filled(Report, ("what", "closed")), await Filled(Report, ("what", "closed")));
        async Task Send(Dictionary<string, string> form)
        {
            using var answer = await _readers.Post(Report, form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        foreach (var form in new[] { first, second, first, second }) await Send(form);
        await Send(await Filled(Report, ("what", "hours")));
        // Ten minutes later nothing is known of the connection, and a form that was tried again then is still the same.
        _readers.Clock.Now = _readers.Clock.Now.AddMinutes(10);
        foreach (var form in new[] { second, first, await Filled(Report, ("what", "closed")) }) await Send(form);
        _readers.Clock.Now = _readers.Clock.Now.AddMinutes(10);
        await Send(await Filled(Report, ("what", "closed")));
        var echoes = (await Inbox("places.report")).OrderBy(i => i.Id).Select(i => JsonSerializer.Deserialize<PlaceReport>(i.Body, CompactJson.Options)!.IsEcho).ToList();
        Assert.Equal([false, true, false, true, false], echoes);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", "closed a", true), InlineData("203.0.113.7", "203.0.113.8", "closed a", false), InlineData("203.0.113.7", "203.0.113.7", "closed b", false)]
    [InlineData("2001:db8:1:1::5", "2001:db8:1:1:9::9", "closed a", true), InlineData("2001:db8:1:1::5", "2001:db8:1:2::5", "closed a", false), InlineData("203.0.113.7", "::ffff:203.0.113.7", "closed a", true)]
    public void Only_the_same_of_the_same_place_from_the_same_connection_is_an_echo(string first, string second, string what, bool isEcho)
    {
        static Microsoft.AspNetCore.Http.HttpContext From(string address) => new Microsoft.AspNetCore.Http.DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        using var limits = new Amparo.Public.Serving.SendLimits(_readers.Clock);
        Assert.False(limits.IsEcho(From(first), "closed a", "form one"));
        Assert.Equal(isEcho, limits.IsEcho(From(second), what, "form two"));
        Assert.False(limits.IsEcho(From(first), "closed a", "form one"));
    }

    [Fact]
    public async Task A_code_shows_received_checked_or_changed_and_no_more()
    {
        using var answer = await _readers.Post(Report, await Filled(Report, ("what", "closed")));
        var code = CodeOn(await Readers.Read(answer));
        Assert.Contains(Readers.Text("es", "public.receipt.received"), Readers.Said(await _readers.Page($"/es/report?code={code}")), StringComparison.Ordinal);

        foreach (var outcome in new[] { "checked", "changed" })
        {
            _readers.Show(ReaderPlaces.Edition(version: 5, outcomes: new ReaderPlaces.ReportOutcomeOf(new ReportOutcome(HashOf(code), outcome, new(2026, 11, 25)))));
            foreach (var typed in new[] { code, code.ToLowerInvariant(), code.Replace("-", " ", StringComparison.Ordinal), code.Replace("-", "", StringComparison.Ordinal) })
            {
                var said = Readers.Said(await _readers.Page($"/es/report?code={Uri.EscapeDataString(typed)}"));
                Assert.Contains(Readers.Text("es", $"public.receipt.{outcome}"), said, StringComparison.Ordinal);
                Assert.Contains("25 nov 2026", said, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_slip_of_the_pen_in_a_code_is_noticed()
    {
        using var answer = await _readers.Post(Report, await Filled(Report, ("what", "closed")));
        var code = CodeOn(await Readers.Read(answer)).Replace("-", "", StringComparison.Ordinal);
        var wrong = (code[0] == 'A' ? 'B' : 'A') + code[1..];
        await _readers.Page($"/es/report?code={wrong}", 400);
    }

    [Fact]
    public async Task A_complaint_needs_no_name_and_gives_a_longer_code_that_stands_in_no_address()
    {
        var form = await Filled("/ht/complaint", ("words", "Me pidió dinero por una cama"), ("where", ""));
        using var answer = await _readers.Post("/ht/complaint", form);
        using var again = await _readers.Post("/ht/complaint", form);

        var page = await Readers.Read(answer);
        Assert.Equal(CodeOn(page), CodeOn(await Readers.Read(again)));
        Assert.Equal(13, CodeOn(page).Replace("-", "", StringComparison.Ordinal).Length);
        Assert.Empty(await Inbox("protection.complaint"));
        using var empty = await _readers.Post("/ht/complaint", await Filled("/ht/complaint", ("words", "  ")));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
    }

    [Fact]
    public async Task The_form_that_is_opened_from_a_place_knows_the_place_and_its_address_does_not()
    {
        var opens = (await _readers.Page("/es/centres/albergue-puente-seguro")).QuerySelector("footer form")!;
        Assert.Equal("/es/complaint", opens.GetAttribute("action"));
        using var answer = await _readers.Post("/es/complaint", opens.QuerySelectorAll("input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        var page = await Readers.Read(answer);
        Assert.Contains("Albergue Puente Seguro", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("albergue-puente-seguro", page.QuerySelector("input[name=place][checked]")!.GetAttribute("value"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory, InlineData("/q", "fr", "/fr/complaint"), InlineData("/q/ht", "fr", "/ht/complaint")]
    public async Task The_short_address_of_messages_leads_to_the_form(string path, string accepts, string to)
    {
        using var answer = await _readers.Get(path, ("Accept-Language", accepts));
        Assert.Equal((HttpStatusCode.Redirect, to), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    private async Task<Dictionary<string, string>> Filled(string path, params (string Name, string Value)[] fields)
    {
        var page = await _readers.Page(path);
        var form = new Dictionary<string, string> { ["key"] = page.QuerySelector("form[method=post] input[name=key]")!.GetAttribute("value")! };
        foreach (var (name, value) in fields) form[name] = value;
        return form;
    }

    private static string CodeOn(IDocument page) => page.QuerySelector("p.code")!.TextContent.Trim();

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("report:" + code.Replace("-", "", StringComparison.Ordinal))));

    private Task<List<InboxItem>> Inbox(string kind) => _readers.Platform.Read(db => db.Set<InboxItem>().Where(i => i.Kind == kind).ToListAsync());
}
