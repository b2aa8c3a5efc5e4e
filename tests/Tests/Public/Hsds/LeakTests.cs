namespace Amparo.Tests.Public.Hsds;

[Collection(OnePublished.Name)]
public sealed class LeakTests(Published site)
{
    [Fact]
    public async Task Nothing_confidential_is_in_any_answer_of_the_interface()
    {
        string[] lists = ["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"];
        foreach (var path in lists.SelectMany(l => new[] { $"/{l}?format=ndjson&full=true&full_service=true", $"/{l}?search={Published.Secret}", $"/{l}?per_page=100&full=true" }))
            Clean(await site.Client.GetStringAsync("/api/hsds/v3" + path));
        Clean(await site.Client.GetStringAsync("/api/hsds/v3/services?minimal=true"));
    }

    [Fact]
    public async Task A_place_of_area_only_has_no_address_and_says_that_its_point_is_that_of_the_area()
    {
        var link = (await site.All("/service_at_locations?per_page=100&full=true")).Single(s => s.GetProperty("location").GetProperty("id").GetGuid() == site.Area.Id);
        var location = link.GetProperty("location");
        Assert.False(location.TryGetProperty("addresses", out _));
        Assert.False(location.TryGetProperty("transportation", out _));
        Assert.Equal((14.9, -92.25), (location.GetProperty("latitude").GetDouble(), location.GetProperty("longitude").GetDouble()));
        Assert.Contains(location.GetProperty("attributes").EnumerateArray(), a => a.GetProperty("taxonomy_term").GetProperty("code").GetString() == "amparo-profile:point_is_area" && a.GetProperty("value").GetString() == "true");
    }

    // The same walk, over entries whose exact points are known, so that it cannot pass by looking at nothing.
    [Fact]
    public async Task Only_places_of_exact_disclosure_have_addresses()
    {
        var links = await site.All("/service_at_locations?per_page=100&full=true");
        var exact = site.Edition.Places().Where(p => p.Disclosure == "exact" && p.Address is not null).Select(p => p.Id).ToHashSet();
        var with = links.Where(l => l.GetProperty("location").TryGetProperty("addresses", out _)).Select(l => l.GetProperty("location").GetProperty("id").GetGuid()).ToHashSet();
        Assert.NotEmpty(with);
        Assert.Subset(exact, with);
    }

    private void Clean(string text)
    {
        Assert.DoesNotContain(Published.Secret, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(site.Hidden.Id.ToString(), text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Published.SecretLatitude, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Señora Ruiz", text, StringComparison.Ordinal);
    }
}
