using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Amparo.Public.Packs;
using Amparo.Publication;

namespace Amparo.Tests.Public.Packs;

public sealed class PackDoorTests : IDisposable
{
    private readonly PackHouse _house = new();

    public static TheoryData<string> EachLanguage => new(Languages.All);

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task The_page_says_how_large_and_how_old_each_is_and_leads_to_the_file_without_script(string language)
    {
        Assert.Contains(Readers.Text(language, "public.pack.none"), Readers.Said(await _house.Readers.Page($"/{language}/packs")), StringComparison.Ordinal);
        await _house.Build();
        _house.Readers.Clock.Now += TimeSpan.FromMinutes(2);
        var page = await _house.Readers.Page($"/{language}/packs");
        var links = page.QuerySelectorAll("main a[download]");
        Assert.Equal(_house.Store.Catalogue.Packs.Values.Where(p => p.Language == language).Sum(p => p.PageSize is null ? 1 : 2), links.Length);
        foreach (var link in links)
        {
            using var answer = await _house.Readers.Get(link.GetAttribute("href")!);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Contains($"({(bytes.Length + 1023) / 1024} ", link.TextContent, StringComparison.Ordinal);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Matches("^[a-z]{2}(-[a-z]{2})+\\.(pack|html)$", answer.Content.Headers.ContentDisposition.FileName);
        }
        var said = Readers.Said(page);
        Assert.All(new[] { "public.pack.searched", "public.pack.pass_on", "public.pack.addresses" }, k => Assert.Contains(Readers.Text(language, k), said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_the_unpacked_body_and_the_Brotli_body_are_one_pack()
    {
        await _house.Build();
        var row = _house.Store.Catalogue["hn-gt-mx-fr"]!;
        using var file = await _house.Readers.Get("/packs/hn-gt-mx-fr.pack");
        using var plain = await _house.Readers.Get("/packs/hn-gt-mx-fr");
        using var gzip = await _house.Readers.Get("/packs/hn-gt-mx-fr", ("Accept-Encoding", "gzip"));
        using var brotli = await _house.Readers.Get("/packs/hn-gt-mx-fr", ("Accept-Encoding", "gzip, br"));
        var body = await plain.Content.ReadAsByteArrayAsync();
        Assert.Equal(row.FileSize, (await file.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(row.BrotliSize, (await brotli.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal("br", brotli.Content.Headers.ContentEncoding.Single());
        Assert.Equal("gzip", gzip.Content.Headers.ContentEncoding.Single());
        using var unpacked = new MemoryStream();
        await new BrotliStream(new MemoryStream(await brotli.Content.ReadAsByteArrayAsync()), CompressionMode.Decompress).CopyToAsync(unpacked);
        Assert.Equal(body, unpacked.ToArray());
        Assert.Equal(body, PackFiles.Unpacked(await gzip.Content.ReadAsByteArrayAsync()));
        Assert.Equal(PackState.Good, _house.Of<PackCheck>().Body(body, new(_house.Now, "hn-gt-mx-fr")).State);
    }

    [Fact]
    public async Task A_download_that_was_cut_goes_on_where_it_was()
    {
        await _house.Build();
        var whole = _house.File("mx-es");
        using var rest = await _house.Readers.Get("/packs/mx-es.pack", ("Range", "bytes=1000-"));
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(whole[1000..], await rest.Content.ReadAsByteArrayAsync());
        using var first = await _house.Readers.Get("/packs/mx-es.pack");
        using var same = await _house.Readers.Get("/packs/mx-es.pack", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Theory]
    [InlineData("/packs/xx-es.pack"), InlineData("/packs/..%2F..%2Fkeys%2Froot.pack"), InlineData("/packs/mx-es.html.gz"), InlineData("/packs/hn-gt-mx-es.html"), InlineData("/packs/MX-es"), InlineData("/packs/mx-es/from/..%2Fx"), InlineData("/packs/mx-es/from/0123456789abcdef01234567")]
    public async Task What_is_no_pack_is_not_found(string path)
    {
        await _house.Build();
        using var answer = await _house.Readers.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_list_of_what_is_revoked_is_kept_by_nobody_on_the_way()
    {
        using var none = await _house.Readers.Get("/packs/revoked");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        await _house.Build();
        using var answer = await _house.Readers.Get("/packs/revoked");
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.NotNull(RevokedList.Checked(await answer.Content.ReadAsByteArrayAsync(), _house.Of<KeyFolder>()));
    }

    [Fact]
    public async Task What_a_hub_asks_each_minute_is_not_sent_where_it_did_not_change()
    {
        await _house.Build();
        foreach (var path in new[] { "/packs", "/packs/revoked" })
        {
            using var first = await _house.Readers.Get(path);
            using var same = await _house.Readers.Get(path, ("If-None-Match", first.Headers.ETag!.ToString()));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, same.StatusCode));
        }
        using var before = await _house.Readers.Get("/packs/revoked");
        _house.Store.Withdraw([_house.Store.Catalogue["mx-es"]!.Id], []);
        _house.Of<Revoking>().Revoke(_house.Edition);
        using var after = await _house.Readers.Get("/packs/revoked", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal((HttpStatusCode.OK, true), (after.StatusCode, after.Headers.CacheControl!.NoStore));
    }

    [Fact]
    public async Task An_app_is_told_what_there_is_and_gets_a_delta_from_the_end_of_yesterday()
    {
        await _house.Build();
        var old = _house.Pack("mx-es");
        _house.Readers.Clock.Now += TimeSpan.FromDays(1);
        _house.Show(ReaderPlaces.All().Where(p => p.Slug != "comedor-la-esperanza").Select(p => p.Slug == "centro-de-salud-norte" ? p with { AssuredAt = _house.Now } : p));
        await _house.Build();
        using var index = JsonDocument.Parse(await (await _house.Readers.Get("/packs")).Content.ReadAsStringAsync());
        var mine = index.RootElement.GetProperty("packs").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "mx-es");
        Assert.Equal([old.Manifest.Id], mine.GetProperty("from").EnumerateArray().Select(f => f.GetString()));
        using var answer = await _house.Readers.Get($"/packs/mx-es/from/{old.Manifest.Id}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var now = PackDelta.Apply(old, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(_house.Pack("mx-es").Manifest.ToBytes(), now.Manifest.ToBytes());
        Assert.DoesNotContain("comedor-la-esperanza", PackHouse.Entries(now).Keys);
        Assert.True(answer.Content.Headers.ContentLength < _house.Store.Catalogue["mx-es"]!.FileSize / 2);

        _house.Readers.Clock.Now += TimeSpan.FromDays(31);
        await _house.Build();
        using var gone = await _house.Readers.Get($"/packs/mx-es/from/{old.Manifest.Id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Downloads_are_counted_by_pack_and_day_and_said_from_eleven_on()
    {
        await _house.Build();
        for (var i = 0; i < 12; i++) (await _house.Readers.Get("/packs/mx-es.pack", ("User-Agent", "Telefono/7"))).Dispose();
        for (var i = 0; i < 10; i++) (await _house.Readers.Get("/packs/gt-es")).Dispose();
        (await _house.Readers.Get("/packs/mx-es.pack", ("Range", "bytes=500-"))).Dispose();
        _house.Of<DownloadCounts>().Save();
        var kept = await File.ReadAllTextAsync(Path.Combine(_house.Store.Folder, "downloads.tsv"));
        Assert.Equal("2026-11-21\tgt-es\t10\n2026-11-21\tmx-es\t12\n", kept);

        _house.Readers.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(new Dictionary<string, long> { ["mx-es"] = 12 }, _house.Of<DownloadCounts>().LastThirtyDays());
        var page = await _house.Readers.Page("/es/packs/figures");
        var figures = page.QuerySelectorAll("main td").Select(c => c.TextContent).ToList();
        Assert.Equal("12", figures[0]);
        Assert.All(figures.Skip(1), f => Assert.Equal(Readers.Text("es", "public.pack.figures.few"), f));
        Assert.Contains(Readers.Text("es", "public.pack.figures.limits"), Readers.Said(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_opens_from_a_file_asks_for_nothing_lists_all_and_holds_the_signed_pack()
    {
        await _house.Build();
        foreach (var language in Languages.All)
        {
            var bytes = await (await _house.Readers.Get($"/packs/mx-{language}.html")).Content.ReadAsByteArrayAsync();
            var text = Encoding.UTF8.GetString(bytes);
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
            Assert.StartsWith(Readers.Text(language, "public.pack.alone.first").Split('{')[0], page.QuerySelector("main p")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("link, img, iframe, script[src], [href^='/'], [href^='http'], [href^='tel:']"));
            Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!, StringComparison.Ordinal);
            Assert.Equal(_house.Store.Catalogue[$"mx-{language}"]!.Entries, page.QuerySelectorAll("details.card").Length);
            Assert.All(page.QuerySelectorAll(".chip"), c => Assert.NotNull(page.QuerySelector(c.GetAttribute("href")!)));
            var shelter = page.QuerySelectorAll("details.card").Single(c => c.TextContent.Contains("Albergue Puente Seguro", StringComparison.Ordinal));
            Assert.DoesNotContain("Avenida", shelter.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain('\uE001', shelter.TextContent);
            var found = _house.Of<PackInspection>().Look(bytes, new(_house.Now, $"mx-{language}"));
            Assert.Equal((PackState.Good, true, true), (found.Verdict.State, found.IsPage, found.PageIsSame));
        }
    }

    [Fact]
    public async Task A_page_whose_words_were_changed_is_told_from_the_genuine_pack_inside()
    {
        await _house.Build();
        var text = await (await _house.Readers.Get("/packs/mx-es.html")).Content.ReadAsStringAsync();
        var changed = Encoding.UTF8.GetBytes(text.Replace("Comedor La Esperanza", "Comedor La Trampa", StringComparison.Ordinal));
        var found = _house.Of<PackInspection>().Look(changed, new(_house.Now));
        Assert.Equal((PackState.Good, false), (found.Verdict.State, found.PageIsSame));
        var inside = Encoding.UTF8.GetBytes(text.Replace("id=\"pack\">cGFjayAxI", "id=\"pack\">cGFjayAxJ", StringComparison.Ordinal));
        Assert.False(_house.Of<PackInspection>().Look(inside, new(_house.Now)).Verdict.IsUsable);
        Assert.Equal(PackState.Unreadable, _house.Of<PackInspection>().Look(Encoding.UTF8.GetBytes("<!doctype html><p>hola"), new(_house.Now)).Verdict.State);
    }

    [Fact]
    public async Task A_hub_checks_a_file_that_somebody_brings_and_says_in_words_what_to_do()
    {
        await _house.Build();
        var (good, page) = (_house.File("mx-es"), await (await _house.Readers.Get("/packs/mx-es.html")).Content.ReadAsByteArrayAsync());
        var bad = good.ToArray();
        bad[700] ^= 8;
        foreach (var language in Languages.All)
        {
            Assert.Contains(Readers.Text(language, "public.pack.check.good"), await Asked(language, good), StringComparison.Ordinal);
            Assert.Contains(Readers.Text(language, "public.pack.check.good"), await Asked(language, page), StringComparison.Ordinal);
            Assert.Contains(Readers.Text(language, "public.pack.check.unreadable"), await Asked(language, bad), StringComparison.Ordinal);
            Assert.Contains(Readers.Text(language, "public.pack.checking.nothing"), await Asked(language, [], 400), StringComparison.Ordinal);
        }
        using var other = new PackHouse();
        await other.Build();
        Assert.Contains(Readers.Text("es", "public.pack.check.other_key"), await Asked("es", other.File("mx-es")), StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.pack.checking.nothing"), await Asked("es", new byte[9_000_000], 400), StringComparison.Ordinal);
    }

    private async Task<string> Asked(string language, byte[] file, int status = 200)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "algo" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{language}/packs/check") { Content = form };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await _house.Readers.Client().SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return Readers.Said(await Readers.Read(answer));
    }

    public void Dispose() => _house.Dispose();
}
