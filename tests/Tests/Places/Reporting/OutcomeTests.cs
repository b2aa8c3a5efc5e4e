using Amparo.Places.Reporting;
using Amparo.Publication;
using Amparo.Tests.Public;
using Amparo.Web.Serving;

namespace Amparo.Tests.Places.Reporting;

/// <summary>From the form of somebody without an account to the answer under her code, over HTTP and the publisher.</summary>
[Trait("Needs", "Database")]
public sealed class OutcomeTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task What_became_of_a_report_stands_under_its_code_with_the_publishers_next_look()
    {
        var code = await Reported();
        await Look();
        Assert.Contains(Readers.Text("es", "public.receipt.received"), await Under(code), StringComparison.Ordinal);

        await Pass(TimeSpan.FromHours(3));
        await Settle(ProblemReport.Changed);
        await Look();
        Assert.Contains(Readers.Text("es", "public.receipt.changed"), await Under(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_that_is_committed_late_is_found_with_the_next_look()
    {
        var code = await Reported();
        await Pass(TimeSpan.FromHours(3));
        await Look();
        var now = _platform.Clock.Now;
        _platform.Clock.Now = now - TimeSpan.FromSeconds(50);
        await Settle(ProblemReport.Checked);
        _platform.Clock.Now = now;
        await Look();
        Assert.Contains(Readers.Text("es", "public.receipt.checked"), await Under(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_written_past_the_program_is_found_with_the_next_look()
    {
        var code = await Reported();
        await Look();
        await _platform.In((db, _) => db.Acting("places_problem_report", () => db.Set<ProblemReport>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Outcome, ProblemReport.Checked)), default));
        await Look();
        Assert.Contains(Readers.Text("es", "public.receipt.checked"), await Under(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_an_outcome_is_out_the_publisher_reads_nothing_again()
    {
        await Reported();
        await Look();
        await Pass(TimeSpan.FromSeconds(4));
        using var alone = _platform.Services.GetRequiredService<EditionStore>().TryLock();
        var built = await _platform.Services.GetRequiredService<EditionBuilder>().Build();
        Assert.Equal((0, false), (built.Shards, built.WasFull));
    }

    private async Task<string> Reported()
    {
        _platform.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);
        var place = Some.Place();
        await _platform.Given(place);
        await Look();
        using var client = _platform.Client();
        var path = $"/es/centres/{place.Slug}/report";
        var key = (await Readers.Read(await client.GetAsync(path))).QuerySelector("form[method=post] input[name=key]")!.GetAttribute("value")!;
        using var sent = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("key", key), new("what", "closed")]) };
        sent.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await client.SendAsync(sent);
        await _platform.Services.GetRequiredService<TakeReports>().TakeAll(default);
        return (await Readers.Read(answer)).QuerySelector("p.code")!.TextContent.Trim();
    }

    private Task Settle(string outcome) => _platform.In(async (db, _) =>
    {
        (await db.Set<ProblemReport>().SingleAsync()).Settle(outcome, _platform.Clock.Now);
        return await db.SaveChangesAsync();
    });

    private async Task<string> Under(string code)
    {
        using var client = _platform.Client();
        return Readers.Said(await Readers.Read(await client.GetAsync($"/es/report?code={code}")));
    }

    private Task Pass(TimeSpan time)
    {
        _platform.Clock.Now += time;
        return Task.CompletedTask;
    }

    private async Task Look()
    {
        await Pass(TimeSpan.FromSeconds(2));
        await _platform.Services.GetRequiredService<Publisher>().LookOnce(default);
    }

    public void Dispose() => _platform.Dispose();
}
