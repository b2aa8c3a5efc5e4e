using System.Net;
using System.Text.Json;

namespace Amparo.Tests.Public.Hsds;

[Collection(OnePublished.Name)]
public sealed class BadInputTests(Published site)
{
    private static readonly string[] Parameters =
        ["search", "page", "per_page", "format", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "minimal", "full", "full_service", "postcode", "near", "proximity", "top_only", "parent_id", "unknown"];

    private static readonly string[] Hostile =
    [
        "", "0", "-1", "1e9", "99999999999999999999", "1.5", "١٢", "true", "null", "NaN", "undefined", "[]", "{}", "%00", "%ff%fe", "%", "%zz", "%ed%a0%80", "'; DROP TABLE places_place;--", "<script>alert(1)</script>",
        "../../etc/passwd", "%0d%0aSet-Cookie:%20a=b", "{{7*7}}", "${jndi:ldap://x}", "00000000-0000-0000-0000-000000000000", "2026-13-45", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2026-11-21T16:00:00+99:00",
        "14.9,-92.25", "91,181", "1e308,1e308", "14.90,-92.25,0", ",", "xml", "csv", "👩‍👧", "‮", "a%CC%81%CC%81%CC%81", new string('x', 201), new string('9', 1500), new string('a', 3000),
    ];

    public static TheoryData<string> Resources => [.. new[] { "services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms" }];

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Whatever_a_parameter_holds_the_answer_is_a_page_or_a_clear_refusal(string resource)
    {
        foreach (var name in Parameters)
            foreach (var value in Hostile)
            {
                var path = $"/api/hsds/v3/{resource}?{name}={(value.Contains('%') ? value : Uri.EscapeDataString(value))}";
                using var answer = await site.Client.GetAsync(path);
                if (answer.StatusCode == HttpStatusCode.OK) continue;
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} gave {answer.StatusCode}");
                await IsProblem(answer, 400);
            }
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=one")]
    [InlineData("per_page=0")]
    [InlineData("per_page=101")]
    [InlineData("format=xml")]
    [InlineData("taxonomy_term_id=unknown")]
    [InlineData("taxonomy_id=unknown")]
    [InlineData("organization_id=7")]
    [InlineData("modified_after=yesterday")]
    [InlineData("minimal=perhaps")]
    [InlineData("full=2")]
    [InlineData("proximity=500")]
    [InlineData("near=14.90,-92.25")]
    [InlineData("near=here&proximity=500")]
    [InlineData("near=14.90,-92.25&proximity=0")]
    [InlineData("postcode=%3Cscript%3E")]
    [InlineData("postcode=99999&proximity=1000")]
    [InlineData("page=1&page=2")]
    [InlineData("search=%ff")]
    public async Task What_cannot_be_meant_is_refused_with_a_sentence(string query)
    {
        using var answer = await site.Client.GetAsync("/api/hsds/v3/service_at_locations?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await IsProblem(answer, 400);
    }

    [Theory]
    [InlineData("/services/0190a3f0-0000-7000-8000-000000000000")]
    [InlineData("/services/1")]
    [InlineData("/services/%3Cscript%3E")]
    [InlineData("/service_at_locations/0190a3f0-0000-7000-8000-000000000000")]
    [InlineData("/organizations/0190a3f0-0000-7000-8000-000000000000")]
    [InlineData("/taxonomies/0190a3f0-0000-7000-8000-000000000000")]
    [InlineData("/taxonomy_terms/0190a3f0-0000-7000-8000-000000000000")]
    [InlineData("/nothing")]
    [InlineData("/services/1/2/3")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await site.Client.GetAsync("/api/hsds/v3" + path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await IsProblem(answer, 404);
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_it()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options })
        {
            using var answer = await site.Client.SendAsync(new(method, "/api/hsds/v3/services"));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            await IsProblem(answer, 405);
        }
    }

    [Fact]
    public async Task The_head_of_an_answer_is_that_of_the_answer_without_its_body()
    {
        using var get = await site.Client.GetAsync("/api/hsds/v3/services");
        using var head = await site.Client.SendAsync(new(HttpMethod.Head, "/api/hsds/v3/services"));
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_and_any_site_may_read_it()
    {
        using var get = await site.Client.GetAsync("/api/hsds/v3/services?page=2");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/hsds/v3/services?page=2");
        again.Headers.IfNoneMatch.Add(get.Headers.ETag!);
        using var same = await site.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal("public, max-age=60", get.Headers.CacheControl!.ToString());
        Assert.Equal("*", get.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task What_somebody_searched_is_not_kept_on_a_shared_device()
    {
        using var answer = await site.Client.GetAsync("/api/hsds/v3/services?search=refugio");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task An_answer_is_packed_for_who_can_unpack_it(string encoding)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/hsds/v3/services?full=true");
        asked.Headers.AcceptEncoding.ParseAdd(encoding);
        using var answer = await site.Client.SendAsync(asked);
        var plain = await site.Client.GetByteArrayAsync("/api/hsds/v3/services?full=true");
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        Assert.True(answer.Content.Headers.ContentLength < plain.Length / 4);
    }

    private static async Task IsProblem(HttpResponseMessage answer, int status)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.True(problem.RootElement.GetProperty("detail").GetString()!.Length > 20);
    }
}
