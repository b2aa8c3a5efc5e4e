using Amparo.Contracts.Places;

namespace Amparo.Tests.Public.Hsds;

[Collection(OnePublished.Name)]
public sealed class ConformanceTests(Published site) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-hsds-").FullName;

    // The check is itself checked: a validator that finds nothing in what is known to be wrong proves nothing.
    [SharedDataTheory]
    [InlineData("Default", 1, 0, 0)]
    [InlineData("Test", 128, 0, 0)]
    // The published figure is 8: three addresses without a scheme more are no "uri" for this validator.
    [InlineData("Fail", 4, 4, 11)]
    public void The_check_finds_in_known_answers_what_is_known_of_them(string mock, int items, int bad, int errors)
    {
        var file = Path.Combine(_folder, "page-service.mock.json");
        File.Copy(SharedData.PathOf($"hsds/validator-mocks/V3.0-UK-{mock}/service_list.json"), file);
        var verdict = Assert.Single(Conformance.Check([file]));
        Assert.Equal((items, bad, errors), (verdict.Items, verdict.BadItems, verdict.Errors));
    }

    [SharedDataFact]
    public void The_check_asserts_formats()
    {
        var file = Path.Combine(_folder, "service.mock.json");
        File.Copy(SharedData.PathOf("hsds/validator-mocks/V3.0-UK-Fail/service_full.json"), file);
        Assert.Contains("must match format", string.Join(' ', Assert.Single(Conformance.Check([file])).First));
    }

    [SharedDataFact]
    public async Task Every_answer_is_valid_against_the_published_schemas_with_formats_and_times_asserted()
    {
        await Write("base.root", "/");
        foreach (var page in new[] { 1, 2, 3, 4, 5, 6 }) await Write($"page-service.full-{page}", $"/services?full=true&per_page=100&page={page}");
        foreach (var page in new[] { 1, 2, 3 }) await Write($"page-service.simple-{page}", $"/services?per_page=100&page={page}");
        await Write("page-service.minimal", "/services?minimal=true");
        await Write("page-service.none", "/services?modified_after=2099-01-01");
        await Write("page-service.search", "/services?search=albergue");
        await Write("page-service_at_location.simple", "/service_at_locations?per_page=100");
        foreach (var page in new[] { 1, 2 }) await Write($"page-service_at_location.full-{page}", $"/service_at_locations?full=true&per_page=100&page={page}");
        await Write("page-service_at_location.near", "/service_at_locations?near=14.90,-92.25&proximity=50000&full=true");
        await Write("page-organization.simple", "/organizations");
        await Write("page-organization.full", "/organizations?full=true&per_page=20");
        await Write("page-organization.services", "/organizations?full_service=true&per_page=5");
        await Write("page-taxonomy.all", "/taxonomies");
        await Write("page-taxonomy_term.all", "/taxonomy_terms?per_page=100");
        await Write("service.shared", $"/services/{site.Shared}");
        foreach (var (resource, schema) in new[] { ("services", "service"), ("service_at_locations", "service_at_location"), ("organizations", "organization"), ("taxonomies", "taxonomy"), ("taxonomy_terms", "taxonomy_term") })
        {
            var some = (await site.Api($"/{resource}?per_page=100")).GetProperty("contents").EnumerateArray().Select(s => s.GetProperty("id").GetString()).Where((_, i) => i % 9 == 0);
            foreach (var id in some) await Write($"{schema}.{id}", $"/{resource}/{id}");
        }
        var verdicts = Conformance.Check(Directory.GetFiles(_folder), strictTimes: true);
        Assert.True(verdicts.Count > 40, $"only {verdicts.Count} answers were looked at");
        Assert.All(verdicts, v => Assert.True(v.Errors == 0, $"{v.File}: {string.Join("; ", v.First)}"));
        Assert.Contains(verdicts, v => v.File.StartsWith("page-service.full-1", StringComparison.Ordinal) && v.Items == 100);
    }

    private async Task Write(string name, string path) =>
        await File.WriteAllTextAsync(Path.Combine(_folder, name + ".json"), await site.Client.GetStringAsync("/api/hsds/v3" + path));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
