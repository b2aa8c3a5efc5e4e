using System.Net;

namespace Amparo.Tests.Public;

public sealed class BadInputTests(Readers readers) : IClassFixture<Readers>
{
    private static readonly string[] Corpus =
    [
        "%00", "%ff", "%c3%28", "%ed%a0%80", "%f8%a1%a1%a1%a1", "%", "%zz", "%u0041", "%EF%BF%BE", "%7Bsize%7D", "%E2%80%AE%E2%80%8F", "'%20OR%201=1--", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "%7B%7Bconstructor%7D%7D", "..%2f..%2fetc%2fpasswd", "99999999999999999999999999", "-1", "0", "1e309", "NaN", "Infinity", "NaN,NaN", "90.1,0", "1e400,1", "91,181", "14.9,-92.25,3", ",", "14.9,",
        "%0d%0aSet-Cookie:x=1", "%09%0a", "null", "undefined", "true", "[]", "{}", "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7", "%CC%81%CC%81%CC%81", "a%CC%88%CC%88", "%D8%A7%D9%84%D9%85%D8%A3%D9%88%D9%89",
    ];

    public static TheoryData<string> Everywhere
    {
        get
        {
            string[] doors = ["centres?q=", "centres?kind=", "centres?for=", "centres?country=", "centres?near=", "centres?open=", "centres?papers=", "centres?page=", "consulates?in=GT&from=", "consulates?from=GT&in=",
                "danger?country=", "child?country=", "report?code=", "centres/", "centres?q[]=", "centres?kind[0]=", "centres/albergue-puente-seguro?x="];
            return new(doors.SelectMany(d => Corpus.Append(new string('a', 300)).Append(new string('a', 3000)).Select(c => $"/es/{d}{c}")).Where(a => a != "/es/centres/%00"));
        }
    }

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Whatever_is_asked_the_answer_is_a_page_and_never_a_failure(string address)
    {
        using var answer = await readers.Get(address);

        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.RequestUriTooLong]);
        if (answer.StatusCode == HttpStatusCode.Redirect) return;
        var page = await Readers.Read(answer);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_refused_search_says_why_and_keeps_the_form()
    {
        var page = await readers.Page("/es/centres?q=cama&kind=castle&near=999,999&page=x", 400);

        Assert.Equal("cama", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("999,999", page.QuerySelector("input[name=near]")!.GetAttribute("value"));
        var said = page.QuerySelector("[role=alert]")!.TextContent;
        foreach (var key in new[] { "public.wrong.kind", "public.wrong.near", "public.wrong.page" }) Assert.Contains(Readers.Text("es", key), said, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".card"));
    }

    [Fact]
    public async Task A_choice_said_many_times_is_heard_once_and_too_many_are_refused()
    {
        var page = await readers.Page("/es/centres?kind=shelter&kind=shelter&kind=food");
        Assert.Equal(2, page.QuerySelectorAll("input[name=kind][checked]").Length);
        await readers.Page("/es/centres?" + string.Join('&', Contracts.Places.PlaceKinds.All.Select(k => $"kind={k}")), 400);
    }

    [Fact]
    public async Task An_address_of_more_than_2_KB_is_refused_in_words()
    {
        var page = await readers.Page("/fr/centres?q=" + new string('a', 2100), 414);
        Assert.Equal(Readers.Text("fr", "public.error.414"), page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_size_mark_that_a_reader_types_does_not_disturb_the_page()
    {
        var page = await readers.Page("/es/centres?q=%7Bsize%7D");
        Assert.Matches(@"Esta página: \d+ KB", Readers.Said(page));
    }

    [Theory]
    [InlineData("application/json", "{}"), InlineData("text/plain", "x"), InlineData("multipart/form-data; boundary=x", "--y\r\nbroken"), InlineData("application/x-www-form-urlencoded", "key=%ff&what=%00&words=%zz"), InlineData("application/x-www-form-urlencoded", "")]
    public async Task A_form_that_cannot_be_read_is_refused_with_a_new_form(string type, string body)
    {
        foreach (var path in new[] { "/es/centres/albergue-puente-seguro/report", "/es/complaint" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
            using var answer = await readers.Client().SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.NotNull((await Readers.Read(answer)).QuerySelector("form[method=post] input[name=key]"));
        }
    }
}
