using Amparo.Contracts.Places;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

public sealed class HsdsTests
{
    [SharedDataTheory]
    [InlineData("service_full.json")]
    [InlineData("service_at_location_full.json")]
    [InlineData("organization_full.json")]
    [InlineData("csv")]
    public void The_example_of_the_specification_becomes_a_draft_without_loss_of_what_is_mapped(string example)
    {
        var draft = Drafts($"hsds/spec-3.0/examples/{example}").First(d => d.Profile.Services.Count > 0);
        Assert.Equal(("MyCity Civic Center", "3a19ff88-4620-4d17-9830-ac1d859eb5d5", "US", "MyCity"), (draft.Name, draft.Key, draft.Country, draft.Locality));
        Assert.Equal((100.0, 101.0), (draft.Latitude, draft.Longitude));
        var service = Assert.Single(draft.Profile.Services);
        Assert.Equal((Guid.Parse("ac148810-d857-441c-9679-408f346de14b"), "Community Counselling", "active", 12, 100), (service.Id, service.Name, service.Status, service.MinimumAge, service.MaximumAge));
        Assert.Equal("http://example.com/counselling", service.Url);
        Assert.StartsWith("If you are an NHS patient", service.ApplicationProcess, StringComparison.Ordinal);
        Assert.StartsWith("Non-NHS patients", service.Fees, StringComparison.Ordinal);
        Assert.Equal("+441234234567", Assert.Single(draft.Profile.Phones).Number);
        var schedule = Assert.Single(draft.Profile.Hours.Regular);
        Assert.Equal(("TH,FR", ClockTime.At(10), ClockTime.At(18), Frequency.Weekly), (schedule.ByDay, schedule.OpensAt, schedule.ClosesAt, schedule.Freq));
        Assert.Equal(["urd"], draft.Profile.Languages);
        Assert.StartsWith("The building is equipped", Assert.Single(draft.Profile.Accessibility), StringComparison.Ordinal);
        Assert.Contains("1-30 Main Street", draft.Address, StringComparison.Ordinal);
        Assert.NotEmpty(draft.Profile.RequiredDocuments);
        Assert.NotEmpty(draft.Profile.Costs);
        Assert.Contains("Ann Persona", draft.StaffContact, StringComparison.Ordinal);
        Assert.DoesNotContain("Persona", System.Text.Json.JsonSerializer.Serialize(draft.Profile, CompactJson.Options), StringComparison.Ordinal);
        Assert.NotNull(draft.Organization);
        Assert.Equal(CoordinateSanity.OutOfRange, "out_of_range");
    }

    [SharedDataFact]
    public void Every_answer_of_the_validators_servers_is_read()
    {
        foreach (var file in Directory.GetFiles(SharedData.PathOf("hsds/validator-mocks"), "service*.json", SearchOption.AllDirectories))
        {
            var problem = Record.Exception(() => Assert.NotEmpty(Drafts(Path.GetRelativePath(SharedData.Root, file))));
            Assert.True(problem is null or BrokenFile, $"{file}: {problem}");
        }
    }

    [SharedDataFact]
    public void A_page_of_a_list_gives_a_draft_for_each_of_its_services()
    {
        using var page = System.Text.Json.JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("hsds/spec-3.0/examples/service_list.json")));
        Assert.Equal(page.RootElement.GetProperty("contents").GetArrayLength(), Drafts("hsds/spec-3.0/examples/service_list.json").Count);
    }

    private static List<Draft> Drafts(string relative)
    {
        var path = SharedData.PathOf(relative);
        return [.. new HsdsSource(path, FileKind.Of(path), "list", ListProfile.Load("hsds-3")).Drafts(CancellationToken.None)];
    }
}
