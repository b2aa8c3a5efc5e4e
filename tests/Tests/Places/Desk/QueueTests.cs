using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class QueueTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task The_oldest_stands_first_and_what_is_not_due_withdrawn_or_elsewhere_is_not_there()
    {
        var now = _platform.Clock.Now;
        var gone = Some.Place("Retirada", assuredAt: now.AddDays(-300), country: "GT");
        gone.Withdraw();
        await _platform.Given(Some.Place("Reciente", assuredAt: now.AddDays(-29), country: "GT"), Some.Place("Vieja", assuredAt: now.AddDays(-31), country: "GT"), Some.Place("Más vieja", assuredAt: now.AddDays(-60), country: "GT"),
            Some.Place("Legal", kind: PlaceKinds.Legal, assuredAt: now.AddDays(-60), country: "GT"), Some.Place("Lejos", assuredAt: now.AddDays(-90), country: "HN"), gone);
        using var desk = await _platform.As("editor", Scope.Country("GT"));
        Assert.Equal(["Más vieja", "Vieja"], await Names(desk, "/console/places/due"));
        Assert.Empty(await Names(desk, "/console/places/due?kind=legal"));
        using var regional = await _platform.As("regional_steward", Scope.Region);
        Assert.Equal(["Lejos", "Más vieja", "Vieja"], await Names(regional, "/console/places/due"));
        Assert.Equal(["Lejos"], await Names(regional, "/console/places/due?country=HN"));
    }

    [Fact]
    public async Task Called_all_true_is_one_button_and_leads_on_to_the_next_row()
    {
        var now = _platform.Clock.Now;
        var (first, second) = (Some.Place("Primera", assuredAt: now.AddDays(-60)), Some.Place("Segunda", assuredAt: now.AddDays(-50)));
        await _platform.Given(first, second);
        using var desk = await _platform.As("editor", Scope.Region);
        var row = (await desk.Page("/console/places/due?country=MX")).QuerySelector("[data-row]")!;
        Assert.Equal("a", row.QuerySelector("button")!.GetAttribute("data-key"));
        // Invented numbers are no links; there is one to read all the same.
        Assert.Empty(row.QuerySelectorAll("a[href^='tel:']"));
        var form = row.QuerySelector("form")!;
        using var answer = await desk.Post(form.GetAttribute("action")!, null, [.. form.QuerySelectorAll("input").Where(i => i.GetAttribute("name") is not "__RequestVerificationToken").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/console/places/due?country=MX&done=place_assured#p-{second.Id}", answer.Headers.Location!.ToString());
        Assert.Equal((now, "call"), ((await _platform.Stored(first.Id)).AssuredAt!.Value, (await _platform.Stored(first.Id)).AssuredHow!));
        Assert.Equal(["Segunda"], await Names(desk, "/console/places/due"));
    }

    [Fact]
    public async Task The_way_back_leads_nowhere_but_to_the_queue()
    {
        var place = Some.Place(assuredAt: _platform.Clock.Now.AddDays(-60));
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        var open = (await desk.Open($"/console/places/{place.Id}/assure")).Where(f => f.Name is not ("Back" or "Next")).ToList();
        using var answer = await desk.Post($"/console/places/{place.Id}/assure", null, [.. open, ("How", "call"), ("Back", "//evil.example/.\r\nX: y"), ("Next", "javascript:alert(1)")]);
        Assert.Equal("/console/places/due?done=place_assured", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_start_page_says_how_many_wait_and_how_long_within_ones_reach()
    {
        var now = _platform.Clock.Now;
        await _platform.Given(Some.Place(assuredAt: now.AddDays(-60), country: "GT"), Some.Place(assuredAt: now.AddDays(-40), country: "GT"), Some.Place(assuredAt: now.AddDays(-90), country: "HN"), Some.Place(approved: false, country: "GT"));
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var queues = (await desk.Page("/console")).QuerySelectorAll(".queue").ToDictionary(q => q.GetAttribute("href")!, q => q.TextContent);
        Assert.StartsWith("2", queues["/console/places/due"], StringComparison.Ordinal);
        Assert.Contains("60", queues["/console/places/due"], StringComparison.Ordinal);
        Assert.StartsWith("1", queues["/console/places?state=queued"], StringComparison.Ordinal);
        using var auditor = await _platform.As("auditor", Scope.Region);
        Assert.Empty((await auditor.Page("/console")).QuerySelectorAll(".queue"));
    }

    private static async Task<List<string>> Names(Access.Desk desk, string path) => [.. (await desk.Page(path)).QuerySelectorAll("main [data-row] h2 a").Select(a => a.TextContent)];

    public void Dispose() => _platform.Dispose();
}
