using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Places.Reporting;

namespace Amparo.Tests.Places.Reporting;

[Trait("Needs", "Database")]
public sealed class TakeReportsTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task A_report_is_taken_once_and_waits_as_received()
    {
        var place = Some.Place();
        await _platform.Given(place);
        await Put("key-aaaaaaaaaaaaaaaaaaaa", new PlaceReport(place.Id, "closed", "Fui y estaba cerrado.", "abc"));
        await Take();
        await Take();
        var report = await _platform.Read(db => db.Set<ProblemReport>().SingleAsync());
        Assert.Equal((place.Id, "closed", ProblemReport.Received), (report.PlaceId, report.What, report.Outcome));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_report_and_other_words_are_a_conflict()
    {
        var place = Some.Place();
        await _platform.Given(place);
        var report = new PlaceReport(place.Id, "hours", null, "abd");
        await Put("key-bbbbbbbbbbbbbbbbbbbb", report);
        await Put("key-bbbbbbbbbbbbbbbbbbbb", report);
        await Assert.ThrowsAsync<InboxConflict>(() => Put("key-bbbbbbbbbbbbbbbbbbbb", report with { Words = "otra cosa" }));
        Assert.Equal(1, await _platform.Read(db => db.Set<InboxItem>().CountAsync()));
    }

    [Fact]
    public async Task Twins_that_arrive_at_once_are_one_report()
    {
        var report = new PlaceReport(Guid.CreateVersion7(), "moved", null, "abe");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Put("key-cccccccccccccccccccc", report))));
        Assert.Equal(1, await _platform.Read(db => db.Set<InboxItem>().CountAsync()));
    }

    [Theory, InlineData("{"), InlineData("null"), InlineData("{\"place\":\"not an id\"}"), InlineData("{\"place\":\"0193aaaa-0000-7000-8000-000000000000\",\"what\":\"closed\",\"codeHash\":\"z\"}")]
    public async Task What_is_not_a_report_of_an_entry_stops_nobody_behind_it(string body)
    {
        await _platform.In(async (_, services) => { await services.GetRequiredService<IInbox>().Put(PlaceReport.Kind, "key-dddddddddddddddddddd", body, default); return 0; });
        await Take();
        Assert.Equal(0, await _platform.Read(db => db.Set<ProblemReport>().CountAsync()));
        Assert.Equal(0, await _platform.Read(db => db.Set<InboxItem>().CountAsync(i => i.TakenAt == null)));
    }

    [Fact]
    public async Task Servers_that_reach_for_the_same_reports_at_once_make_one_of_each_and_stop_at_none()
    {
        var place = Some.Place();
        await _platform.Given(place);
        for (var i = 0; i < 12; i++) await Put($"key-eeeeeeeeeeeeeeeeee{i:00}", new PlaceReport(place.Id, "hours", null, $"code{i}"));
        for (var round = 0; round < 3; round++) await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Take)));
        await Take();
        Assert.Equal(12, await _platform.Read(db => db.Set<ProblemReport>().CountAsync()));
        Assert.Equal(0, await _platform.Read(db => db.Set<InboxItem>().CountAsync(i => i.TakenAt == null)));
    }

    private Task<int> Put(string key, PlaceReport report) => _platform.In(async (_, services) =>
    {
        await services.GetRequiredService<IInbox>().Put(PlaceReport.Kind, key, JsonSerializer.Serialize(report, CompactJson.Options), default);
        return 0;
    }, "places.report");

    private Task Take() => _platform.Services.GetRequiredService<TakeReports>().TakeAll(default);

    public void Dispose() => _platform.Dispose();
}
