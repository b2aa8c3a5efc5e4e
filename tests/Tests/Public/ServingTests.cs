using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Amparo.Contracts.Places;

namespace Amparo.Tests.Public;

public sealed class ServingTests : IDisposable
{
    private readonly Readers _readers = new();

    public void Dispose() => _readers.Dispose();

    public static TheoryData<string, string> Budgeted
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in Languages.All)
                foreach (var path in new[] { "/", "/centres?kind=shelter", "/centres?kind=shelter&near=Tapachula", "/centres?q=refugio", "/centres/albergue-puente-seguro", "/danger?country=MX" })
                    foreach (var packing in new[] { "br", "gzip" })
                        data.Add($"/{language}{path}", packing);
            return data;
        }
    }

    [Theory, MemberData(nameof(Budgeted))]
    public async Task The_first_answer_fits_in_14_KB_with_its_styles_and_says_its_own_size(string path, string packing)
    {
        using var answer = await _readers.Get(path, ("Accept-Encoding", packing));
        var body = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4);

        Assert.Equal([packing], answer.Content.Headers.ContentEncoding);
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.InRange(body.Length + headers, 1, 14 * 1024);
        var said = Regex.Match(Unpack(body, packing), @"(\d+) K[Bo]\b(?!.*\d K[Bo]\b)", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal((body.Length + 1023) / 1024, int.Parse(said, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_page_in_plain_form_is_the_same_page_but_for_its_size()
    {
        using var plain = await _readers.Get("/es/centres/albergue-puente-seguro");
        using var packed = await _readers.Get("/es/centres/albergue-puente-seguro", ("Accept-Encoding", "gzip;q=0.5, br;q=1.0"));

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        static string WithoutSize(string page) => Regex.Replace(page, @"\d+ KB", "");
        Assert.Equal(WithoutSize(await plain.Content.ReadAsStringAsync()), WithoutSize(Unpack(await packed.Content.ReadAsByteArrayAsync(), "br")));
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.Contains("Accept-Encoding", plain.Headers.Vary);
    }

    [Theory, InlineData("br;q=0, gzip", "gzip"), InlineData("br;q=0", null), InlineData("identity", null), InlineData("zstd", null), InlineData("GZIP", "gzip"), InlineData("br;q=0.001", "br")]
    public async Task What_a_browser_refuses_is_not_sent(string accepts, string? packing)
    {
        using var answer = await _readers.Get("/es/", ("Accept-Encoding", accepts));
        Assert.Equal(packing, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task A_page_that_was_rendered_while_open_says_closed_after_the_door_closed()
    {
        Assert.Contains("Abierto ahora, hasta las 17:00", Readers.Said(await _readers.Page("/es/centres/abogados-del-sur")), StringComparison.Ordinal);
        _readers.Clock.Now = new DateTimeOffset(2026, 11, 21, 22, 59, 30, TimeSpan.Zero);
        using (var before = await _readers.Get("/es/centres/abogados-del-sur"))
        {
            Assert.Contains("Abierto ahora", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.InRange(before.Headers.CacheControl!.MaxAge!.Value.TotalSeconds, 0, 30);
        }
        _readers.Clock.Now = new DateTimeOffset(2026, 11, 21, 23, 0, 0, TimeSpan.Zero);

        var said = Readers.Said(await _readers.Page("/es/centres/abogados-del-sur"));
        Assert.Contains("Cerrado; abre el lunes 23 nov a las 08:00", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Abierto ahora", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_gives_way_to_a_new_edition_at_once()
    {
        await _readers.Page("/es/centres/albergue-puente-seguro");
        _readers.Show(ReaderPlaces.Edition(places: [ReaderPlaces.Place("albergue-puente-seguro", "Albergue Otro Nombre", PlaceKinds.Shelter)], version: 2));

        Assert.Equal("Albergue Otro Nombre", (await _readers.Page("/es/centres/albergue-puente-seguro")).QuerySelector("h1")!.TextContent);
        await _readers.Page("/es/centres/hogar-rio-suchiate", 404);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        using var first = await _readers.Get("/es/", ("Accept-Encoding", "br"));
        using var again = await _readers.Get("/es/", ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task A_shared_device_keeps_neither_what_was_searched_nor_a_form()
    {
        foreach (var path in new[] { "/es/centres?q=albergue", "/es/centres?near=Tapachula", "/es/centres/albergue-puente-seguro/report", "/es/complaint", "/es/report?code=00000000" })
        {
            using var answer = await _readers.Get(path);
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
        }
        using var centre = await _readers.Get("/es/centres/albergue-puente-seguro");
        Assert.Equal("public, max-age=60", centre.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Asking_for_the_head_gives_the_same_headers_and_no_page()
    {
        foreach (var path in new[] { "/es/", "/es/centres?q=comida", "/es/centres/albergue-puente-seguro", "/es/nothing" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await _readers.Client().SendAsync(request);
            using var get = await _readers.Get(path);
            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory, InlineData("PUT"), InlineData("DELETE"), InlineData("PATCH"), InlineData("OPTIONS"), InlineData("POST")]
    public async Task A_page_that_can_only_be_read_refuses_every_other_verb(string verb)
    {
        using var request = new HttpRequestMessage(new(verb), "/es/centres/albergue-puente-seguro");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await _readers.Client().SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Scripts_are_this_sites_own_and_their_names_change_with_them()
    {
        var page = await _readers.Page("/es/");
        foreach (var script in page.QuerySelectorAll("script"))
        {
            using var answer = await _readers.Get(script.GetAttribute("src")!);
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Matches(@"\.[0-9a-f]{10}\.js$", script.GetAttribute("src")!);
        }
        using var none = await _readers.Get("/assets/other.js");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Without_an_edition_readers_are_told_so_and_sent_to_no_empty_page()
    {
        using var platform = new Platform();
        using var answer = await platform.Client().GetAsync("/ht/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(Readers.Text("ht", "public.error.503"), (await Readers.Read(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stranger_adds_to_an_address_never_reaches_the_next_reader()
    {
        using var stranger = await _readers.Get("/es/centres/albergue-puente-seguro?evil=http://evil.example&kind=%22evil%22");
        Assert.DoesNotContain("evil", await stranger.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var next = await _readers.Get("/es/centres/albergue-puente-seguro");
        Assert.DoesNotContain("evil", await next.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_breaks_inside_becomes_a_clear_page_with_a_number_and_nothing_of_the_inside()
    {
        _readers.Show(ReaderPlaces.Edition(places: [ReaderPlaces.Place("broken", "Casa", PlaceKinds.Shelter) with { TimeZone = "No/Such_Zone" }]));
        using var answer = await _readers.Get("/pt/centres/broken");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(Readers.Text("pt", "public.error.500"), text, StringComparison.Ordinal);
        Assert.Matches(@"\b[0-9A-F]{8}\b", text);
        foreach (var inside in new[] { "Exception", "   at ", "No/Such_Zone", ".cs" }) Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_is_refused_in_the_form_of_problems()
    {
        using var answer = await _readers.Get("/api/nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(404, problem.RootElement.GetProperty("status").GetInt32());
    }

    private static string Unpack(byte[] body, string packing)
    {
        using var packed = new MemoryStream(body);
        using Stream open = packing == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(open);
        return reader.ReadToEnd();
    }
}
