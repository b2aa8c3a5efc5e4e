using System.Net;
using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Tests.Public.Hsds;

[Collection(OnePublished.Name)]
public sealed class ApiTests(Published site)
{
    [Fact]
    public async Task The_interface_says_which_version_it_speaks()
    {
        var api = await site.Api("/");
        Assert.Equal("3.0", api.GetProperty("version").GetString());
        Assert.StartsWith(Published.Site, api.GetProperty("profile").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/services?per_page=37")]
    [InlineData("/service_at_locations?per_page=41")]
    [InlineData("/organizations?per_page=3")]
    [InlineData("/taxonomy_terms?per_page=7")]
    [InlineData("/services?per_page=10&search=albergue")]
    [InlineData("/services?per_page=13&taxonomy_id=amparo-population")]
    public async Task Pages_hold_everything_once(string path)
    {
        var first = await site.Api(path);
        var all = await site.All(path);
        Assert.NotEmpty(all);
        Assert.Equal(first.GetProperty("total_items").GetInt32(), all.Count);
        Assert.Equal(all.Count, all.Select(Id).Distinct().Count());
        Assert.Equal((all.Count + first.GetProperty("size").GetInt32() - 1) / first.GetProperty("size").GetInt32(), first.GetProperty("total_pages").GetInt32());
    }

    [Fact]
    public async Task Every_service_of_the_edition_is_there()
    {
        var expected = site.Edition.Places().Where(p => !(p.WithdrawnAt <= site.Clock.Now)).SelectMany(p => p.Profile.Services.Count == 0 ? [p.Id] : p.Profile.Services.Select(s => s.Id)).Distinct().Count();
        Assert.Equal(expected, (await site.Api("/services")).GetProperty("total_items").GetInt32());
        Assert.Equal(expected, (await site.Api("/services?minimal=true")).GetProperty("size").GetInt32());
    }

    [Fact]
    public async Task A_page_behind_the_last_is_empty_and_says_so()
    {
        var page = await site.Api("/services?page=9999");
        Assert.Equal((true, true, false, 0), (page.GetProperty("empty").GetBoolean(), page.GetProperty("last_page").GetBoolean(), page.GetProperty("first_page").GetBoolean(), page.GetProperty("size").GetInt32()));
    }

    [Fact]
    public async Task A_service_at_three_places_is_one_service_with_three_locations()
    {
        var service = await site.Api($"/services/{site.Shared}");
        var places = service.GetProperty("service_at_locations").EnumerateArray().Select(l => l.GetProperty("location").GetProperty("id").GetGuid());
        Assert.Equal(site.Twins.Select(t => t.Id).Order(), places.Order());
        Assert.Single(await site.All("/services?per_page=100"), s => s.GetProperty("id").GetGuid() == site.Shared);
    }

    [Fact]
    public async Task A_service_at_a_location_is_found_by_its_own_identifier()
    {
        var listed = (await site.Api("/service_at_locations?per_page=3")).GetProperty("contents").EnumerateArray().Last();
        var one = await site.Api($"/service_at_locations/{Id(listed)}");
        Assert.Equal(listed.GetProperty("service").GetProperty("id").GetGuid(), one.GetProperty("service").GetProperty("id").GetGuid());
        Assert.Equal(listed.GetProperty("location").GetProperty("id").GetGuid(), one.GetProperty("location").GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Terms_of_ours_and_of_the_source_find_the_services_that_carry_them()
    {
        var legal = await site.All("/services?per_page=100&full=true&taxonomy_term_id=amparo-kind:legal");
        Assert.Contains(legal, s => s.GetProperty("id").GetGuid() == site.Shared);
        Assert.All(legal, s => Assert.Contains(Codes(s), c => c == "amparo-kind:legal"));
        var source = await site.All("/services?taxonomy_term_id=211:BD-1800");
        Assert.Equal(site.Shared, Assert.Single(source).GetProperty("id").GetGuid());
        var term = (await site.Api("/taxonomy_terms?taxonomy_id=211")).GetProperty("contents").EnumerateArray().Single();
        Assert.Single(await site.All($"/services?taxonomy_term_id={Id(term)}"));
        Assert.Single(await site.All($"/services?taxonomy_id={term.GetProperty("taxonomy_detail").GetProperty("id").GetString()}"));
        Assert.Empty(await site.All($"/services?taxonomy_term_id={Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task An_organisation_finds_its_services_and_names_them()
    {
        var organization = (await site.Api("/organizations?per_page=1")).GetProperty("contents")[0];
        var services = await site.All($"/services?per_page=100&organization_id={Id(organization)}");
        var full = await site.Api($"/organizations/{Id(organization)}");
        Assert.NotEmpty(services);
        Assert.Equal(services.Select(Id).Order(), full.GetProperty("services").EnumerateArray().Select(Id).Order());
        Assert.False(full.GetProperty("services")[0].TryGetProperty("service_at_locations", out _));
        Assert.True((await site.Api($"/organizations/{Id(organization)}?full_service=true")).GetProperty("services")[0].TryGetProperty("service_at_locations", out _));
    }

    [Fact]
    public async Task Modified_after_gives_what_changed_then_or_later()
    {
        var all = await site.All("/services?per_page=100");
        var times = all.Select(s => s.GetProperty("last_modified").GetDateTimeOffset()).Order().ToList();
        Assert.Equal(all.Count, (await site.Api($"/services?modified_after={times[0].UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}")).GetProperty("total_items").GetInt32());
        Assert.Equal(0, (await site.Api($"/services?modified_after={times[^1].AddSeconds(1).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")).GetProperty("total_items").GetInt32());
        Assert.Equal(all.Count, (await site.Api("/services?modified_after=2020-01-01")).GetProperty("total_items").GetInt32());
    }

    [Fact]
    public async Task Proximity_is_measured_in_metres_from_the_cell()
    {
        var near = await site.All("/service_at_locations?per_page=100&near=14.90,-92.25&proximity=3000");
        var from = new GeoPoint(14.9, -92.25);
        double Metres(JsonElement s) => 1000 * from.KilometresTo(new(s.GetProperty("location").GetProperty("latitude").GetDouble(), s.GetProperty("location").GetProperty("longitude").GetDouble()));
        Assert.Contains(near, s => s.GetProperty("location").GetProperty("id").GetGuid() == site.Area.Id);
        Assert.All(near, s => Assert.InRange(Metres(s), 0, 3001));
        Assert.Equal(near.Select(Metres).Select(m => Math.Round(m)).Order(), near.Select(Metres).Select(m => Math.Round(m)));
        Assert.True(near.Count < (await site.All("/service_at_locations?per_page=100&near=14.90,-92.25&proximity=300000")).Count);
    }

    [Fact]
    public async Task A_postal_code_is_known_by_the_published_addresses_that_name_it()
    {
        var near = await site.All("/service_at_locations?per_page=100&postcode=30700&proximity=100");
        Assert.Equal(site.Twins[0].Id, Assert.Single(near, s => s.GetProperty("location").GetProperty("id").GetGuid() == site.Twins[0].Id).GetProperty("location").GetProperty("id").GetGuid());
        Assert.DoesNotContain(near, s => s.GetProperty("location").GetProperty("id").GetGuid() == site.Area.Id);
        // Areas of service are not published: a code alone restricts nothing.
        Assert.Equal((await site.Api("/services")).GetProperty("total_items").GetInt32(), (await site.Api("/services?postcode=30700")).GetProperty("total_items").GetInt32());
    }

    [Fact]
    public async Task A_long_answer_that_leaves_in_pieces_is_whole()
    {
        var all = await site.Api("/organizations?full=true&full_service=true&per_page=100");
        Assert.True(all.GetRawText().Length > 2_000_000);
        Assert.Equal((await site.Api("/services")).GetProperty("total_items").GetInt32(), all.GetProperty("contents").EnumerateArray().SelectMany(o => o.GetProperty("services").EnumerateArray()).Select(Id).Distinct().Count());
    }

    [Fact]
    public async Task A_position_finer_than_its_cell_is_refused_and_not_repeated()
    {
        var answer = await site.Client.GetAsync("/api/hsds/v3/service_at_locations?near=14.9123,-92.2631&proximity=3000");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("0.05", text, StringComparison.Ordinal);
        Assert.DoesNotContain("14.9123", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_give_everything_without_pages()
    {
        var answer = await site.Client.GetAsync("/api/hsds/v3/services?format=ndjson");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((await site.Api("/services")).GetProperty("total_items").GetInt32(), lines.Length);
        Assert.All(lines, l => JsonDocument.Parse(l).Dispose());
    }

    [Fact]
    public async Task What_nobody_confirmed_for_long_has_no_hours_and_no_beds()
    {
        var all = await site.All("/service_at_locations?per_page=100&full=true");
        var stale = Assert.Single(all, s => s.GetProperty("location").GetProperty("id").GetGuid() == site.Stale.Id);
        Assert.Equal("stale", Said(stale, "assurance_state"));
        Assert.False(stale.GetProperty("location").TryGetProperty("schedules", out _));
        Assert.Null(Said(stale, "beds"));
        Assert.All(all.Where(s => Said(s, "assurance_state") == "stale"), s => Assert.False(s.GetProperty("location").TryGetProperty("schedules", out _)));
        Assert.Contains(all, s => Said(s, "assurance_state") == "assured" && s.GetProperty("location").TryGetProperty("schedules", out _));
    }

    [Fact]
    public async Task Invented_telephones_say_that_nobody_can_be_called()
    {
        var phones = (await site.All("/service_at_locations?per_page=100&full=true")).Where(s => s.GetProperty("location").TryGetProperty("phones", out _)).SelectMany(s => s.GetProperty("location").GetProperty("phones").EnumerateArray()).ToList();
        Assert.NotEmpty(phones);
        Assert.All(phones, p => Assert.Contains("inventado", p.GetProperty("description").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_consulate_begins_with_the_warning_for_whoever_flees()
    {
        var consulates = await site.All("/services?per_page=100&taxonomy_term_id=amparo-kind:consular");
        Assert.NotEmpty(consulates);
        Assert.All(consulates, c => Assert.Contains("asilo", c.GetProperty("alert").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Identifiers_of_what_hangs_on_a_place_are_the_same_each_time()
    {
        var first = await site.Client.GetStringAsync($"/api/hsds/v3/services/{site.Shared}");
        var again = await site.Client.GetStringAsync($"/api/hsds/v3/services/{site.Shared}?x=1");
        Assert.Equal(first, again);
    }

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static IEnumerable<string> Codes(JsonElement service) => service.GetProperty("attributes").EnumerateArray().Select(a => a.GetProperty("taxonomy_term").GetProperty("code").GetString()!);

    private static string? Said(JsonElement link, string name) => link.GetProperty("location").GetProperty("attributes").EnumerateArray()
        .Where(a => a.GetProperty("taxonomy_term").GetProperty("code").GetString() == "amparo-profile:" + name).Select(a => a.GetProperty("value").GetString()).FirstOrDefault();
}
