using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Access;
using Amparo.Web.Serving;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class DeedTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task Two_organisations_make_an_entry_public_and_the_same_one_twice_does_not()
    {
        var (red, ong) = (new Organization { Name = "Red Inventada" }, new Organization { Name = "Otra Inventada" });
        var place = Some.Place(approved: false);
        await _platform.Given(red, ong, place);
        using var first = await _platform.Of(red.Id, "country_steward", Scope.Country("MX"));
        using var colleague = await _platform.Of(red.Id, "country_steward", Scope.Country("MX"));
        using var second = await _platform.Of(ong.Id, "country_steward", Scope.Country("MX"));
        var path = $"/console/places/{place.Id}/approve";

        Assert.EndsWith("done=place_verified", await Led(first.Do(path)), StringComparison.Ordinal);
        using (var again = await colleague.Do(path)) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(PlaceStatus.Queued, (await _platform.Stored(place.Id)).Status);
        Assert.Contains("Red Inventada", (await second.Page(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("done=place_approved", await Led(second.Do(path)), StringComparison.Ordinal);
        Assert.Equal(PlaceStatus.Approved, (await _platform.Stored(place.Id)).Status);
    }

    [Fact]
    public async Task One_organisation_and_a_document_are_enough_and_readers_see_it_by_the_next_look()
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        _platform.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);
        var publisher = _platform.Services.GetRequiredService<Publisher>();
        await publisher.LookOnce(default);
        using var reader = _platform.Client();
        var page = new Uri($"/es/centres/{place.Slug}", UriKind.Relative);
        using (var before = await reader.GetAsync(page)) Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        _platform.Clock.Now += TimeSpan.FromSeconds(5);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        Assert.EndsWith("done=place_approved", await Led(desk.Do($"/console/places/{place.Id}/approve", ("Document", "Licencia sanitaria 2026"))), StringComparison.Ordinal);
        _platform.Clock.Now += TimeSpan.FromSeconds(2);
        await publisher.LookOnce(default);
        using (var after = await reader.GetAsync(page)) Assert.Contains(place.Name, await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        _platform.Clock.Now += TimeSpan.FromSeconds(2);
        Assert.EndsWith("done=place_withdrawn", await Led(desk.Do($"/console/places/{place.Id}/withdraw", ("Because", "danger"))), StringComparison.Ordinal);
        _platform.Clock.Now += TimeSpan.FromSeconds(2);
        await publisher.LookOnce(default);
        using var gone = await reader.GetAsync(page);
        Assert.NotEqual(HttpStatusCode.OK, gone.StatusCode);
    }

    [Fact]
    public async Task What_was_withdrawn_says_why_and_comes_back_to_be_looked_at_anew()
    {
        var place = Some.Place();
        await _platform.Given(place);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (var without = await desk.Do($"/console/places/{place.Id}/withdraw")) Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        await Led(desk.Do($"/console/places/{place.Id}/withdraw", ("Because", "asked")));
        Assert.Contains(Es("places.desk.because.asked"), (await desk.Page($"/console/places/{place.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("done=place_back", await Led(desk.Do($"/console/places/{place.Id}/bring-back")), StringComparison.Ordinal);
        Assert.Equal(PlaceStatus.Queued, (await _platform.Stored(place.Id)).Status);
    }

    [Fact]
    public async Task Hiding_takes_one_person_and_showing_takes_two_of_different_accounts()
    {
        var place = Some.Place();
        await _platform.Given(place);
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}";
        Assert.EndsWith("done=place_hidden", await Led(ana.Do(path + "/hide", ("To", "officers"))), StringComparison.Ordinal);
        Assert.False((await _platform.Stored(place.Id)).IsPublic);
        Assert.EndsWith("done=place_proposed", await Led(ana.Do(path + "/disclose", ("To", "area"))), StringComparison.Ordinal);
        using (var alone = await ana.Do(path + "/disclose/confirm", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Equal(Disclosures.Officers, (await _platform.Stored(place.Id)).Disclosure);
        Assert.EndsWith("done=place_shown", await Led(beto.Do(path + "/disclose/confirm", ("Decision", "yes"))), StringComparison.Ordinal);
        Assert.Equal(Disclosures.Area, (await _platform.Stored(place.Id)).Disclosure);
        using var smuggled = await ana.Do(path + "/hide", ("To", "exact"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, smuggled.StatusCode);
        Assert.Equal(Disclosures.Area, (await _platform.Stored(place.Id)).Disclosure);
    }

    [Fact]
    public async Task Where_a_hidden_place_is_stands_on_no_page_but_its_own_and_that_reading_is_on_record()
    {
        var place = Some.Place(disclosure: Disclosures.Officers);
        await _platform.Given(place);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}";
        foreach (var page in new[] { "", "/approve", "/withdraw", "/assure", "/edit", "/disclose" })
        {
            var said = (await desk.Page(path + page)).DocumentElement.OuterHtml;
            foreach (var secret in new[] { "4a Avenida", "14.9067", "Ruiz" }) Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        }
        Assert.Equal(0, await _platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == "places.see_whereabouts")));
        Assert.Contains("4a Avenida", (await desk.Page(path + "/whereabouts")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var row = await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == "places.see_whereabouts"));
        Assert.Equal((desk.AccountId, place.Id, AuditOutcomes.Seen), (row.By!.Value, row.Record!.Value, row.Outcome));
        using var editor = await _platform.As("editor", Scope.Region);
        await editor.Page(path + "/whereabouts", 403);
    }

    [Fact]
    public async Task Assuring_says_which_office_and_never_which_person()
    {
        var place = Some.Place(assuredAt: _platform.Clock.Now.AddDays(-40));
        place.Doubt(_platform.Clock.Now);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Country("MX"));
        Assert.EndsWith("done=place_assured", await Led(desk.Do($"/console/places/{place.Id}/assure", ("How", "visit"))), StringComparison.Ordinal);
        var stored = await _platform.Stored(place.Id);
        Assert.Equal((_platform.Clock.Now, "visit", "Oficina regional", (DateTimeOffset?)null), (stored.AssuredAt!.Value, stored.AssuredHow!, stored.AssuredBy!, stored.MayBeClosedSince));
        var history = (await desk.Page($"/console/places/{place.Id}")).QuerySelectorAll("li.said").Select(l => l.TextContent).ToList();
        Assert.Contains(history, h => h.Contains("Persona Inventada", StringComparison.Ordinal) && h.Contains(Es("places.assure.done"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_update_is_refused_with_both_versions_side_by_side()
    {
        var place = Some.Place();
        await _platform.Given(place);
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}";
        var seen = await ana.Open(path + "/withdraw");
        await Led(beto.Do(path + "/hide", ("To", "area")));
        using var late = await ana.Post(path + "/withdraw", null, [.. seen, ("Because", "closed")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Access.Desk.Read(late);
        var rows = page.QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains(Es("places.desk.disclosure.exact"), StringComparison.Ordinal) && r.Contains(Es("places.desk.disclosure.area"), StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("input[name=Because][value=closed][checked]"));
        Assert.Equal(PlaceStatus.Approved, (await _platform.Stored(place.Id)).Status);

        // The same form, sent again with what is there now, is carried out.
        var anew = page.QuerySelectorAll("main form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(f => f.Item1 != "__RequestVerificationToken").ToArray();
        Assert.EndsWith("done=place_withdrawn", await Led(ana.Post(path + "/withdraw", null, [.. anew, ("Because", "closed")])), StringComparison.Ordinal);
    }

    private static async Task<string> Led(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode}: {(await Access.Desk.Read(answer)).QuerySelector("[role=alert]")?.TextContent}");
        return answer.Headers.Location!.ToString();
    }

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
