using Amparo.Contracts.Places;
using Amparo.Places.Asking;
using Amparo.Places.Entries;
using Amparo.Places.Reporting;
using Amparo.Tests.Places.Desk;
using Amparo.Tests.Public;

namespace Amparo.Tests.Places.Asking;

[Trait("Needs", "Database")]
public sealed class AnswerTests : IDisposable
{
    private readonly AskHouse _house = new();

    private async Task<(Place Place, string Link)> Asked(string disclosure = Disclosures.Exact, string? number = "+52 000 555 0101")
    {
        var place = _house.Due(number, disclosure: disclosure);
        await _house.Platform.Given(place);
        if (disclosure == Disclosures.Officers) await _house.Give(place, Channels.Sms, "+52 000 555 0777");
        await _house.Run();
        if (disclosure != Disclosures.Officers) _house.Show(place);
        return (place, await _house.Link());
    }

    private Task<List<ProblemReport>> Reports() => _house.Platform.Read(db => db.Set<ProblemReport>().AsNoTracking().ToListAsync());

    [Fact]
    public async Task Opening_the_link_shows_what_is_published_and_changes_nothing()
    {
        var (place, link) = await Asked();
        var before = await _house.Platform.Read(db => db.Set<AuditEntry>().CountAsync());
        for (var i = 0; i < 3; i++)
        {
            var (status, page) = await _house.Open(link);
            Assert.Equal(200, status);
            Assert.Contains(place.Name, Readers.Said(page), StringComparison.Ordinal);
            Assert.Contains("+52 000 555 0101", Readers.Said(page), StringComparison.Ordinal);
        }
        using var head = await _house.Site.CreateClient().SendAsync(new(HttpMethod.Head, link));
        Assert.True(head.IsSuccessStatusCode);
        Assert.Equal(before, await _house.Platform.Read(db => db.Set<AuditEntry>().CountAsync()));
        Assert.Null(Assert.Single(await _house.Asks()).AnsweredAt);
        Assert.Equal(place.AssuredAt, (await _house.Platform.Stored(place.Id)).AssuredAt);
    }

    [Fact]
    public async Task All_true_moves_the_day_who_said_it_and_how()
    {
        var (place, link) = await Asked();
        var (status, page) = await _house.Press(link, PlaceAnswers.AllTrue);
        Assert.Equal(200, status);
        Assert.Contains(Readers.Text("es", "public.ask.thanks.1"), Readers.Said(page), StringComparison.Ordinal);
        var stored = await _house.Platform.Stored(place.Id);
        Assert.Equal((_house.Clock.Now, Assurers.PlaceItself, AssuranceMeans.Message), (stored.AssuredAt, stored.AssuredBy, stored.AssuredHow));
        Assert.Empty(await Reports());
        Assert.Equal(1, await _house.Platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == Answers.Act && a.Table == "places_place" && a.Record == place.Id)));
        _house.Show(stored);
        Assert.Contains(Readers.Text("es", "public.show.itself"), Readers.Said((await _house.Open($"/es/centres/{place.Slug}")).Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_changed_is_a_correction_for_the_desk_and_is_answered_under_a_code()
    {
        var (place, link) = await Asked();
        var (_, page) = await _house.Press(link, PlaceAnswers.Changed, "El horario es de 7 a 15");
        var code = page.QuerySelector(".code")!.TextContent;
        var report = Assert.Single(await Reports());
        Assert.Equal((place.Id, ProblemReport.SaysChanged, "El horario es de 7 a 15"), (report.PlaceId, report.What, report.Words));
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-", code);
        Assert.Equal(place.AssuredAt, (await _house.Platform.Stored(place.Id)).AssuredAt);
        using var desk = await _house.Of("country_steward", Scope.Country("MX"));
        Assert.Contains("El horario es de 7 a 15", (await desk.Page($"/console/places/{place.Id}/reports")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_is_a_doubt_until_somebody_called_back_and_another_message_does_not_take_it_away()
    {
        var (place, link) = await Asked();
        await _house.Press(link, PlaceAnswers.Closed);
        Assert.Equal(_house.Clock.Now, (await _house.Platform.Stored(place.Id)).MayBeClosedSince);
        Assert.Equal(ProblemReport.SaysClosed, Assert.Single(await Reports()).What);
        _house.Clock.Now += TimeSpan.FromDays(35);
        await _house.Run();
        await _house.Press(await _house.Link(), PlaceAnswers.AllTrue);
        var answered = await _house.Platform.Stored(place.Id);
        Assert.Equal(_house.Clock.Now, answered.AssuredAt);
        Assert.NotNull(answered.MayBeClosedSince);
        using var desk = await _house.Of("country_steward", Scope.Country("MX"));
        using var called = await desk.Do($"/console/places/{place.Id}/assure", ("How", AssuranceMeans.Call));
        Assert.Null((await _house.Platform.Stored(place.Id)).MayBeClosedSince);
    }

    [Theory, InlineData("es"), InlineData("en"), InlineData("fr"), InlineData("pt"), InlineData("ht")]
    public async Task Used_ended_and_altered_links_say_so_in_five_languages_and_change_nothing(string language)
    {
        var (place, link) = await Asked();
        var path = $"/{language}{link[3..]}";
        foreach (var wrong in new[] { path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), path[..^4], path + "x", $"/{language}/ask/nonsense", $"/{language}/ask/" + new string('A', 38) })
            await Says(wrong, 404, "public.ask.state.altered");
        _house.Clock.Now += Ask.Lasts;
        await Says(path, 410, "public.ask.state.over");
        _house.Clock.Now -= Ask.Lasts;
        await _house.Press(path, PlaceAnswers.AllTrue);
        await Says(path, 410, "public.ask.state.used");
        Assert.Equal(_house.Clock.Now, (await _house.Platform.Stored(place.Id)).AssuredAt);

        async Task Says(string at, int status, string key)
        {
            Assert.Equal(status, (await _house.Open(at)).Status);
            Assert.Contains(Readers.Text(language, key), Readers.Said((await _house.Open(at)).Page), StringComparison.Ordinal);
            var pressed = await _house.Press(at, PlaceAnswers.Closed);
            Assert.Equal(status, pressed.Status);
            Assert.Empty(await Reports());
        }
    }

    [Fact]
    public async Task Whoever_moves_the_end_of_a_link_in_the_database_makes_it_void()
    {
        var (_, link) = await Asked();
        await _house.Platform.In(async (db, _) => await db.Acting("places_ask", () => db.Set<Ask>().ExecuteUpdateAsync(a => a.SetProperty(x => x.EndsAt, _house.Clock.Now.AddYears(1))), default));
        Assert.Equal(404, (await _house.Open(link)).Status);
    }

    [Fact]
    public async Task Of_a_hidden_place_neither_the_message_nor_its_page_says_what_or_where_it_is()
    {
        var (place, link) = await Asked(Disclosures.Officers);
        var (status, page) = await _house.Open(link);
        Assert.Equal(200, status);
        Assert.Contains(Readers.Text("es", "public.ask.hidden"), Readers.Said(page), StringComparison.Ordinal);
        await _house.Sender.SendDue(default);
        foreach (var said in new[] { page.DocumentElement.OuterHtml, Assert.Single(_house.Sms.Sent).Text })
            Assert.All(new[] { place.Name, "Albergue", "albergue", "Tapachula", "Chiapas", "0101", "Cama", "MX" }, word => Assert.DoesNotContain(word, said, StringComparison.Ordinal));
        await _house.Press(link, PlaceAnswers.AllTrue);
        Assert.Equal(_house.Clock.Now, (await _house.Platform.Stored(place.Id)).AssuredAt);
    }

    [Fact]
    public async Task All_true_is_said_of_what_was_seen_and_not_of_what_was_changed_meanwhile()
    {
        var (place, link) = await Asked();
        var (status, page) = await _house.Press(link, PlaceAnswers.AllTrue, meanwhile: () =>
        {
            _house.Clock.Now += TimeSpan.FromMinutes(1);
            _house.Show(place);
            return Task.CompletedTask;
        });
        Assert.Equal(409, status);
        Assert.Contains(Readers.Text("es", "public.ask.meanwhile"), Readers.Said(page), StringComparison.Ordinal);
        Assert.Equal(place.AssuredAt, (await _house.Platform.Stored(place.Id)).AssuredAt);
        Assert.Equal(200, (await _house.Press(link, PlaceAnswers.AllTrue)).Status);
    }

    [Theory, InlineData("cross-site"), InlineData("same-site"), InlineData(null)]
    public async Task What_another_site_sends_is_refused(string? site)
    {
        var (place, link) = await Asked();
        Assert.Equal(403, (await _house.Press(link, PlaceAnswers.AllTrue, site: site)).Status);
        Assert.Equal(place.AssuredAt, (await _house.Platform.Stored(place.Id)).AssuredAt);
    }

    [Theory, InlineData(""), InlineData("4"), InlineData("1 OR 1=1"), InlineData("true")]
    public async Task An_answer_that_is_none_of_three_is_asked_again(string answer)
    {
        var (_, link) = await Asked();
        Assert.Equal(400, (await _house.Press(link, answer)).Status);
        Assert.Null(Assert.Single(await _house.Asks()).AnsweredAt);
    }

    [Fact]
    public async Task A_place_that_was_withdrawn_meanwhile_cannot_be_answered_for()
    {
        var (place, link) = await Asked();
        await _house.Platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Id == place.Id)).Withdraw("danger");
            return await db.SaveChangesAsync();
        });
        Assert.Equal(410, (await _house.Open(link)).Status);
        Assert.Equal(410, (await _house.Press(link, PlaceAnswers.AllTrue)).Status);
        Assert.Equal(place.AssuredAt, (await _house.Platform.Stored(place.Id)).AssuredAt);
    }

    [Fact]
    public async Task Pressed_twice_at_once_it_is_one_answer()
    {
        var (_, link) = await Asked();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _house.Press(link, PlaceAnswers.Changed, "x"))));
        Assert.Single(answers, a => a.Status == 200);
        Assert.Single(await Reports());
    }

    public void Dispose() => _house.Dispose();
}
