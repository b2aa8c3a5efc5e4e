using System.Net;
using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Places.Reporting;
using Amparo.Publication;
using Amparo.Tests.Access;
using Amparo.Web.Serving;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class CorrectionTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task Two_independent_reports_of_closure_put_may_be_closed_before_readers_and_a_call_takes_it_away()
    {
        var place = Some.Place();
        await _platform.Given(place);
        _platform.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);
        await Report(place.Id, "closed", "a");
        Assert.Null((await _platform.Stored(place.Id)).MayBeClosedSince);
        Assert.DoesNotContain(Es("public.state.may_be_closed"), await Reader(place), StringComparison.Ordinal);
        await Report(place.Id, "hours", "b");
        Assert.Null((await _platform.Stored(place.Id)).MayBeClosedSince);
        await Report(place.Id, "closed", "c");
        Assert.Equal(_platform.Clock.Now, (await _platform.Stored(place.Id)).MayBeClosedSince);
        Assert.Contains(Es("public.state.may_be_closed"), await Reader(place), StringComparison.Ordinal);
        // Readers learn the day: the second at which somebody said it would tell who it was.
        var published = _platform.Services.GetRequiredService<CurrentEdition>().Now!.Places().Single(p => p.Id == place.Id);
        Assert.Equal(new DateTimeOffset(_platform.Clock.Now.UtcDateTime.Date, TimeSpan.Zero), published.MayBeClosedSince);

        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (await desk.Do($"/console/places/{place.Id}/assure", ("How", "call"))) { }
        Assert.DoesNotContain(Es("public.state.may_be_closed"), await Reader(place), StringComparison.Ordinal);
        // What was said before the call is answered by it: one more voice alone does not doubt again.
        _platform.Clock.Now += TimeSpan.FromHours(1);
        await Report(place.Id, "closed", "d");
        Assert.Null((await _platform.Stored(place.Id)).MayBeClosedSince);
    }

    [Fact]
    public async Task Two_reports_that_come_in_one_look_count_as_two()
    {
        var place = Some.Place();
        await _platform.Given(place);
        await Put(place.Id, "closed", "a");
        await Put(place.Id, "closed", "b");
        await Take();
        Assert.NotNull((await _platform.Stored(place.Id)).MayBeClosedSince);
    }

    [Fact]
    public async Task One_connection_that_says_closed_twice_raises_no_doubt_and_is_read_for_what_it_is()
    {
        var place = Some.Place();
        await _platform.Given(place);
        await Report(place.Id, "closed", "a");
        await Put(place.Id, "closed", "b", isEcho: true);
        await Take();
        Assert.Null((await _platform.Stored(place.Id)).MayBeClosedSince);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        Assert.Contains("desde la misma conexión", (await desk.Page($"/console/places/{place.Id}/reports")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Report(place.Id, "closed", "c");
        Assert.NotNull((await _platform.Stored(place.Id)).MayBeClosedSince);
    }

    [Fact]
    public async Task An_outcome_is_written_once_only_for_what_was_seen_and_stays_within_ones_reach()
    {
        var (place, foreign) = (Some.Place("Casa", country: "GT"), Some.Place("Lejos", country: "HN"));
        await _platform.Given(place, foreign);
        await Report(place.Id, "phone", "a");
        await Report(place.Id, "other", "b", "El número es <b>otro</b>");
        await Report(foreign.Id, "moved", "c");
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var list = (await desk.Page("/console/places/reports")).QuerySelector("main")!;
        Assert.Contains("Casa", list.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lejos", list.TextContent, StringComparison.Ordinal);
        await desk.Page($"/console/places/{foreign.Id}/reports", 404);

        var path = $"/console/places/{place.Id}/reports";
        Assert.Contains("El número es <b>otro</b>", (await desk.Page(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var seen = await desk.Open(path);
        await Report(place.Id, "hours", "d");
        using (var unsaid = await desk.Post(path, null, [.. seen])) Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        using (var done = await desk.Post(path, null, [.. seen, ("Outcome", "changed")])) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(["changed", "changed", "received", "received"], (await _platform.Read(db => db.Set<ProblemReport>().Select(r => r.Outcome).ToListAsync())).Order());
        using (var twice = await desk.Post(path, null, [.. seen.Where(f => f.Name != "once"), ("Outcome", "checked")])) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(2, await _platform.Read(db => db.Set<ProblemReport>().CountAsync(r => r.Outcome == "changed")));
    }

    private async Task<string> Reader(Place place)
    {
        _platform.Clock.Now += TimeSpan.FromSeconds(3);
        await _platform.Services.GetRequiredService<Publisher>().LookOnce(default);
        using var client = _platform.Client();
        using var answer = await client.GetAsync(new Uri($"/es/centres/{place.Slug}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task Report(Guid place, string what, string code, string? words = null)
    {
        await Put(place, what, code, words);
        await Take();
    }

    // The server takes them as well, every two seconds: whoever comes second loses the whole look, and nothing else.
    private async Task Take()
    {
        try
        {
            await _platform.Services.GetRequiredService<TakeReports>().TakeAll(default);
        }
        catch (DbUpdateException)
        {
            await _platform.Services.GetRequiredService<TakeReports>().TakeAll(default);
        }
    }

    private Task<int> Put(Guid place, string what, string code, string? words = null, bool isEcho = false) => _platform.In(async (_, services) =>
    {
        await services.GetRequiredService<IInbox>().Put(PlaceReport.Kind, $"key-{code.PadLeft(20, 'x')}", JsonSerializer.Serialize(new PlaceReport(place, what, words, code) { IsEcho = isEcho }, CompactJson.Options), default);
        return 0;
    }, "places.report");

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
