using System.Net;
using AngleSharp.Dom;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Recordings;
using Amparo.Publication;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;
using Amparo.Web.Serving;

namespace Amparo.Tests.Places.Recordings;

[Trait("Needs", "Database")]
public sealed class RecordTests : IDisposable
{
    private readonly Platform _platform = new();

    public RecordTests() => _platform.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);

    [Fact]
    public async Task A_voice_is_heard_by_readers_once_a_second_person_has_heard_it_and_not_before()
    {
        var place = await Given();
        using var editor = await _platform.As("editor", Scope.Country("MX"));
        using var steward = await _platform.As("country_steward", Scope.Country("MX"));
        using (var brought = await editor.Record($"/console/places/{place.Id}/record")) Assert.EndsWith("done=recording_brought", brought.Headers.Location!.ToString(), StringComparison.Ordinal);
        var recording = Assert.Single(await _platform.Recordings());
        Assert.Null(await Heard(place));
        using (var early = await _platform.Client().GetAsync(new Uri($"/recordings/{recording.Sha256}.mp3", UriKind.Relative))) Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);

        var page = await steward.Page($"{RecordingDesk.Path}/{recording.Id}/check");
        Assert.Contains(place.Profile.Description!, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var sound = await steward.Get(page.QuerySelector("audio")!.GetAttribute("src")!)) Assert.Equal(SomeSound.Mp3(3, tagged: false), await sound.Content.ReadAsByteArrayAsync());
        using (var done = await steward.Check(recording.Id)) Assert.EndsWith("done=recording_published", done.Headers.Location!.ToString(), StringComparison.Ordinal);

        var audio = await Heard(place);
        Assert.Equal("none", audio!.GetAttribute("preload"));
        using var heard = await _platform.Client().GetAsync(new Uri(audio.GetAttribute("src")!, UriKind.Relative));
        Assert.Equal(("audio/mpeg", "no-store"), (heard.Content.Headers.ContentType!.MediaType, heard.Headers.CacheControl!.ToString()));
        Assert.Equal(SomeSound.Mp3(3, tagged: false), await heard.Content.ReadAsByteArrayAsync());
        foreach (var act in new[] { "places.record", "places.check_recordings" }) Assert.True(await _platform.Read(db => db.Set<AuditEntry>().AnyAsync(a => a.Act == act && a.Table == "places_recording" && a.Record == recording.Id)), act);
    }

    [Fact]
    public async Task Nobody_is_her_own_second_person_and_what_is_refused_is_not_kept()
    {
        var place = await Given();
        using var ana = await _platform.As("country_steward", Scope.Country("MX"));
        using var beto = await _platform.As("country_steward", Scope.Country("MX"));
        using (await ana.Record($"/console/places/{place.Id}/record")) { }
        var id = (await _platform.Recordings())[0].Id;
        using (var alone = await ana.Check(id)) Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Empty((await ana.Page(RecordingDesk.Path)).QuerySelectorAll("a[href$='/check']"));
        Assert.Single((await beto.Page(RecordingDesk.Path)).QuerySelectorAll("a[href$='/check']"));
        using (var no = await beto.Check(id, "no")) Assert.EndsWith("done=recording_refused", no.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Null(await Heard(place));
        Assert.Equal(0, await _platform.Read(db => db.Set<RecordedSound>().CountAsync()));
    }

    [Fact]
    public async Task When_the_words_change_nobody_hears_it_until_another_person_has_compared_them_again()
    {
        var place = await Given();
        var id = await Published(place);
        Assert.NotNull(await Heard(place));
        await Change(place.Id, p => p.Assure("Oficina regional", AssuranceMeans.Call, _platform.Clock.Now));
        Assert.NotNull(await Heard(place));
        await Change(place.Id, p => p.Whereabouts.Address = "9a Calle 40");
        Assert.Null(await Heard(place));
        using var door = await _platform.Client().GetAsync(new Uri($"/recordings/{(await _platform.Recordings())[0].Sha256}.mp3", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, door.StatusCode);

        using var steward = await _platform.As("country_steward", Scope.Country("MX"));
        Assert.Contains(Es("places.recordings.state.stale"), (await steward.Page(RecordingDesk.Path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await steward.Page("/console")).QuerySelectorAll("a.queue"), q => q.GetAttribute("href") == RecordingDesk.Path);
        using (await steward.Check(id)) { }
        Assert.NotNull(await Heard(place));
    }

    [Fact]
    public async Task One_person_takes_it_from_readers_at_once_and_its_sound_is_erased()
    {
        var place = await Given();
        var id = await Published(place);
        var sha256 = (await _platform.Recordings())[0].Sha256;
        Assert.NotNull(await Heard(place));
        using var officer = await _platform.As("editor", Scope.Country("MX"));
        using (var done = await officer.Do($"{RecordingDesk.Path}/{id}/withdraw", ("Because", "consent"))) Assert.EndsWith("done=recording_withdrawn", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Null(await Heard(place));
        Assert.Equal(0, await _platform.Read(db => db.Set<RecordedSound>().CountAsync()));
        Assert.False(_platform.Services.GetRequiredService<RecordingStore>().Has(sha256));
        Assert.Equal("consent", await _platform.Read(db => db.Set<AuditEntry>().Where(a => a.Act == "places.withdraw_recordings" && a.Table == "places_recording").Select(a => a.Purpose).SingleAsync()));
    }

    [Theory]
    [InlineData("places.record.which_language", "Form.Language", "xxx"), InlineData("places.record.who_speaks", "Form.Speaker", " "), InlineData("places.record.no_consent", "Form.Consents", ""), InlineData("places.record.how_long", "Form.Years", "50")]
    [InlineData("places.record.says_demonstration", "Form.SaysDemonstration", ""), InlineData("places.record.says_no_place", "Form.SaysNoPlace", "")]
    public async Task What_must_be_said_of_a_voice_is_said_or_nothing_is_kept(string key, string field, string value)
    {
        var place = await Given();
        using var editor = await _platform.As("editor", Scope.Country("MX"));
        using var answer = await editor.Record($"/console/places/{place.Id}/record", null, (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Es(key), (await Access.Desk.Read(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await _platform.Recordings());
        Assert.Equal(0, await _platform.Read(db => db.Set<RecordedSound>().CountAsync()));
    }

    [Fact]
    public async Task The_second_person_says_the_same_of_it_and_a_hidden_place_is_never_spoken_of()
    {
        var place = await Given();
        using var editor = await _platform.As("editor", Scope.Country("MX"));
        using var steward = await _platform.As("country_steward", Scope.Country("MX"));
        using (await editor.Record($"/console/places/{place.Id}/record")) { }
        var id = (await _platform.Recordings())[0].Id;
        using (var silent = await steward.Check(id, says: false)) Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using (await steward.Check(id)) { }
        Assert.NotNull(await Heard(place));
        await Change(place.Id, p => p.HideTo(Disclosures.Officers));
        await Look();
        Assert.Empty(_platform.Services.GetRequiredService<CurrentEdition>().Now!.Recordings);
        using var answer = await editor.Record($"/console/places/{place.Id}/record");
        Assert.Contains(Es("places.record.hidden_place"), (await Access.Desk.Read(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_with_its_place_when_an_area_is_hidden_at_once_and_when_its_consent_is_over()
    {
        var place = await Given();
        await Published(place);
        Assert.NotNull(await Heard(place));
        await _platform.Given(Amparo.Places.Hiding.MassHiding.Begin(null, "MX", "MX.05", "danger", Guid.CreateVersion7(), _platform.Clock.Now));
        Assert.Null(await Heard(place));
        Assert.Empty(_platform.Services.GetRequiredService<CurrentEdition>().Now!.Recordings);
        _platform.Clock.Now += TimeSpan.FromHours(2);
        Assert.NotNull(await Heard(place));
        _platform.Clock.Now = (await _platform.Recordings())[0].ConsentUntil - TimeSpan.FromMinutes(1);
        await Change(place.Id, p => p.Assure("Oficina regional", AssuranceMeans.Call, _platform.Clock.Now));
        _platform.Services.GetRequiredService<KeyFolder>().Rotate(null, _platform.Clock.Now);
        Assert.NotNull(await Heard(place));
        _platform.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Null(await Heard(place));
    }

    [Fact]
    public async Task The_same_form_sent_twice_brings_one_recording_and_the_newer_voice_stands_for_the_older()
    {
        var place = await Given();
        using var editor = await _platform.As("editor", Scope.Country("MX"));
        var path = $"/console/places/{place.Id}/record";
        var page = await editor.Page(path);
        var (token, version, once) = (Hidden(page, "__RequestVerificationToken"), Hidden(page, "Version"), Hidden(page, "once"));
        for (var i = 0; i < 2; i++)
            using (var sent = await editor.Send(path, token, [("Version", version), ("once", once), .. RecordingDesk.Said], SomeSound.Mp3(3))) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Single(await _platform.Recordings());
        using (await editor.Record(path, SomeSound.Opus(5))) { }
        Assert.Equal([RecordingStates.Replaced, RecordingStates.Waits], (await _platform.Recordings()).Select(r => r.State));
        Assert.Equal(1, await _platform.Read(db => db.Set<RecordedSound>().CountAsync()));
    }

    [Fact]
    public async Task A_page_of_the_site_is_spoken_by_whoever_keeps_the_whole_region_and_heard_in_every_language_of_the_pages()
    {
        using var chief = await _platform.As("regional_steward", Scope.Region);
        using var other = await _platform.As("regional_steward", Scope.Region);
        using var country = await _platform.As("country_steward", Scope.Country("GT"));
        Assert.Empty((await country.Page($"{RecordingDesk.Path}/page")).QuerySelectorAll("input[type=file]"));
        using (var sent = await chief.Record($"{RecordingDesk.Path}/page?Of=danger")) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var id = (await _platform.Recordings())[0].Id;
        await country.Page($"{RecordingDesk.Path}/{id}/check", 404);
        using (await other.Check(id)) { }
        await Look();
        foreach (var language in Languages.All)
        {
            using var answer = await _platform.Client().GetAsync(new Uri($"/{language}/danger", UriKind.Relative));
            Assert.Single((await Access.Desk.Read(answer)).QuerySelectorAll("[data-sound] audio"));
            using var child = await _platform.Client().GetAsync(new Uri($"/{language}/child", UriKind.Relative));
            Assert.Empty((await Access.Desk.Read(child)).QuerySelectorAll("audio"));
        }
    }

    private async Task<Place> Given()
    {
        var place = Some.Place();
        await _platform.Given(place);
        return place;
    }

    private async Task<Guid> Published(Place place)
    {
        using var editor = await _platform.As("editor", Scope.Country("MX"));
        using var steward = await _platform.As("country_steward", Scope.Country("MX"));
        using (await editor.Record($"/console/places/{place.Id}/record")) { }
        var id = (await _platform.Recordings())[^1].Id;
        using (await steward.Check(id)) { }
        return id;
    }

    private Task<int> Change(Guid id, Action<Place> change) => _platform.In(async (db, _) =>
    {
        change(await db.Set<Place>().SingleAsync(p => p.Id == id));
        return await db.SaveChangesAsync();
    });

    /// <summary>What readers hear of it; null where nothing.</summary>
    private async Task<IElement?> Heard(Place place)
    {
        await Look();
        using var answer = await _platform.Client().GetAsync(new Uri($"/es/centres/{place.Slug}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await Access.Desk.Read(answer)).QuerySelector("[data-sound] audio");
    }

    // The looks of the publisher and of what lays sounds beside it: they come every two seconds.
    private async Task Look()
    {
        _platform.Clock.Now += TimeSpan.FromSeconds(1);
        await _platform.Services.GetRequiredService<Publisher>().LookOnce(default);
        await _platform.Services.GetRequiredService<RecordingJob>().LookOnce(default);
    }

    private static string Hidden(IDocument page, string name) => page.QuerySelector($"main form[method=post] input[name={name}]")?.GetAttribute("value") ?? page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
