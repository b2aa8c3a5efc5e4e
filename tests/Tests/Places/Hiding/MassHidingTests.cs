using System.Net;
using AngleSharp.Dom;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Hiding;
using Amparo.Publication;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;
using Amparo.Web.Serving;

namespace Amparo.Tests.Places.Hiding;

[Trait("Needs", "Database")]
public sealed class MassHidingTests : IDisposable
{
    private const string Begin = "/console/places/hidden/begin";
    private readonly Platform _platform = new();

    public MassHidingTests() => _platform.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);

    [Fact]
    public async Task Everything_of_an_organisation_leaves_readers_sight_by_the_next_look_and_a_helpline_stands_in_its_place()
    {
        var (red, own, other) = await Given();
        Assert.Equal(HttpStatusCode.OK, (await Reader(own)).Status);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        await Hide(desk, red);
        var (status, page) = await Reader(own);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(Es("public.veil.place"), page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".number"), n => n.TextContent.Contains("911", StringComparison.Ordinal));
        foreach (var secret in new[] { own.Name, "4a Avenida", "Tapachula", "962 111 1111", "Red Inventada" }) Assert.DoesNotContain(secret, page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains(other.Name, (await Reader(other)).Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var list = await List("/es/centres?country=MX&kind=shelter");
        Assert.NotNull(list.GetElementById("veil"));
        Assert.DoesNotContain(own.Name, list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(other.Name, list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await List("/es/centres?country=GT")).GetElementById("veil"));
        Assert.Null((await List("/es/centres?country=MX&kind=legal")).GetElementById("veil"));
        using var api = _platform.Client();
        using var answer = await api.GetAsync(new Uri("/api/hsds/v3/services?per_page=100", UriKind.Relative));
        Assert.DoesNotContain(own.Name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_one_persons_word_it_ends_by_itself_after_an_hour_and_the_places_come_back()
    {
        var (red, own, _) = await Given();
        using var desk = await _platform.As("regional_steward", Scope.Region);
        await Hide(desk, red);
        _platform.Clock.Now += TimeSpan.FromMinutes(58);
        Assert.True(await IsHidden(own));
        _platform.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.False(await IsHidden(own));
        Assert.Null((await List("/es/centres?country=MX")).GetElementById("veil"));
        using var second = await _platform.As("regional_steward", Scope.Region);
        await Hide(second, red);
        Assert.True(await IsHidden(own));
    }

    [Fact]
    public async Task The_second_person_is_another_account_and_then_it_holds_for_three_days_and_no_longer()
    {
        var (red, own, _) = await Given();
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("country_steward", Scope.Country("MX"));
        using var chief = await _platform.As("regional_steward", Scope.Region);
        await Hide(ana, red);
        var path = $"/console/places/hidden/{await Id()}/second";
        using (var alone = await ana.Do(path, ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Empty((await ana.Page("/console/places/hidden")).QuerySelectorAll("a[href$='/second']"));
        // Of all countries it takes somebody who reaches all of them.
        await beto.Page(path, 404);
        Assert.Contains((await chief.Page("/console")).QuerySelectorAll("a.queue"), q => q.TextContent.Contains(Es("places.desk.work.mass").Replace("{n}", "", StringComparison.Ordinal).Trim()[..20], StringComparison.Ordinal) || q.GetAttribute("href") == "/console/places/hidden");
        using (var done = await chief.Do(path, ("Decision", "yes"))) Assert.EndsWith("done=place_mass_confirmed", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        _platform.Clock.Now += TimeSpan.FromHours(71);
        Assert.True(await IsHidden(own));
        _platform.Clock.Now += TimeSpan.FromHours(1);
        Assert.False(await IsHidden(own));
    }

    [Fact]
    public async Task It_goes_on_only_where_one_asks_and_another_agrees_before_it_ends()
    {
        var (red, own, _) = await Given();
        using (var ana = await _platform.As("regional_steward", Scope.Region))
        using (var beto = await _platform.As("regional_steward", Scope.Region))
        {
            await Hide(ana, red);
            using (await beto.Do($"/console/places/hidden/{await Id()}/second", ("Decision", "yes"))) { }
        }
        _platform.Clock.Now += TimeSpan.FromHours(70);
        using var carla = await _platform.As("regional_steward", Scope.Region);
        using var dora = await _platform.As("regional_steward", Scope.Region);
        using (var asked = await carla.Do($"/console/places/hidden/{await Id()}/go-on")) Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        using (var alone = await carla.Do($"/console/places/hidden/{await Id()}/second", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Equal((await Stored()).At + MassHiding.Longest, (await Stored()).Until);
        using (var agreed = await dora.Do($"/console/places/hidden/{await Id()}/second", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        _platform.Clock.Now += TimeSpan.FromHours(71);
        Assert.True(await IsHidden(own));
        _platform.Clock.Now += TimeSpan.FromHours(1);
        Assert.False(await IsHidden(own));
    }

    [Fact]
    public async Task The_second_person_may_say_no_and_anybody_in_charge_may_end_it()
    {
        var (red, own, _) = await Given();
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        await Hide(ana, red);
        Assert.True(await IsHidden(own));
        using (await beto.Do($"/console/places/hidden/{await Id()}/second", ("Decision", "no"))) { }
        Assert.False(await IsHidden(own));
        // Said again each hour by the same account alone it would never end.
        using (var again = await ana.Do(Begin, ("What", "organization"), ("Organization", "Red Inventada"), ("Country", ""), ("Reason", "danger")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
            Assert.Contains(Es("places.mass.not_again_alone"), (await Access.Desk.Read(again)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
        await Hide(beto, red);
        Assert.True(await IsHidden(own));
        using (var ended = await ana.Do($"/console/places/hidden/{await Id()}/end")) Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.False(await IsHidden(own));
        using var over = await ana.Do($"/console/places/hidden/{await Id()}/end");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.StatusCode);
    }

    [Fact]
    public async Task What_two_hid_two_show_early_and_nobody_alone_not_even_the_one_who_began_it()
    {
        var (red, own, _) = await Given();
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        using var carla = await _platform.As("regional_steward", Scope.Region);
        await Hide(ana, red);
        var path = $"/console/places/hidden/{await Id()}";
        // Alone with her own word: neither by ending it nor by saying no to herself.
        using (var no = await ana.Do(path + "/second", ("Decision", "no"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, no.StatusCode);
        using (var asked = await ana.Do(path + "/end")) Assert.EndsWith("done=place_mass_asked", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.True(await IsHidden(own));
        using (var stays = await beto.Do(path + "/second", ("Decision", "no"))) Assert.EndsWith("done=place_mass_goes_on", stays.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (await beto.Do(path + "/second", ("Decision", "yes"))) { }

        foreach (var alone in new[] { carla, ana })
        {
            using (var asked = await alone.Do(path + "/end")) Assert.EndsWith("done=place_mass_asked", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.True(await IsHidden(own));
            using (var own_ = await alone.Do(path + "/second", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, own_.StatusCode);
            Assert.Contains(Es("places.desk.mass.ending"), (await beto.Page("/console/places/hidden")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            using (await beto.Do(path + "/second", ("Decision", "no"))) { }
            Assert.True(await IsHidden(own));
        }
        using (await carla.Do(path + "/end")) { }
        using (var ended = await ana.Do(path + "/second", ("Decision", "yes"))) Assert.EndsWith("done=place_mass_ended", ended.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.False(await IsHidden(own));
    }

    [Fact]
    public async Task An_old_address_that_leads_to_a_hidden_place_shows_what_its_own_address_shows_and_no_more()
    {
        var (red, own, _) = await Given();
        var old = Some.Place("Casa de la Red, nombre viejo");
        (old.Admin1, old.Admin1Name) = ("MX.20", "Oaxaca");
        await _platform.Given(old);
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Id == old.Id)).MergeInto(await db.Set<Place>().SingleAsync(p => p.Id == own.Id));
            db.Add(new PlaceMerge { SurvivorId = own.Id, MergedId = old.Id, By = Guid.CreateVersion7(), At = _platform.Clock.Now, SurvivorBefore = "{}", SurvivorAfter = "", MergedWasApproved = true, MergedImprint = "", Disclosure = "exact" });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.MovedPermanently, (await Reader(old)).Status);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        await Hide(desk, red);
        var (own_, led) = (await Reader(own), await Reader(old));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (own_.Status, led.Status));
        Assert.Equal(own_.Page.QuerySelector("main")!.TextContent, led.Page.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain(own.Slug, led.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_platform.Data.Editions, "*moved*", SearchOption.AllDirectories)) Assert.DoesNotContain(own.Slug, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        _platform.Clock.Now += MassHiding.Alone;
        Assert.Equal(HttpStatusCode.MovedPermanently, (await Reader(old)).Status);
    }

    [Fact]
    public async Task A_hidden_area_keeps_its_hospital_its_last_resort_and_its_helpline_in_sight()
    {
        var (shelter, hospital, last, line) = (Some.Place("Albergue"), Some.Place("Hospital", kind: PlaceKinds.Health, profile: new() { IsPublicHospital = true }), Some.Place("Última", kind: PlaceKinds.Food), Some.Place("Línea", kind: PlaceKinds.TraffickingHotline));
        last.IsLastResort = true;
        var (hidden, away) = (Some.Place("Secreta", disclosure: Disclosures.Officers), Some.Place("Lejos"));
        (away.Admin1, away.Admin1Name) = ("MX.20", "Oaxaca");
        await _platform.Given(shelter, hospital, last, line, hidden, away);
        using var desk = await _platform.As("country_steward", Scope.Country("MX"));
        using (var count = await desk.Do(Begin, ("What", "area"), ("Area", "MX.05"), ("Reason", "danger"), ("Step", "look")))
        {
            var said = (await Access.Desk.Read(count)).QuerySelector("main [role=status]")!.TextContent;
            Assert.StartsWith("1 lugar", said, StringComparison.Ordinal);
            Assert.Contains("3 se quedan", said, StringComparison.Ordinal);
        }
        Assert.False(await IsHidden(shelter));
        using (var done = await desk.Do(Begin, ("What", "area"), ("Area", "MX.05"), ("Reason", "danger"))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.True(await IsHidden(shelter));
        foreach (var stays in new[] { hospital, last, line, away }) Assert.False(await IsHidden(stays), stays.Name);
        // What was never public leaves no trace: neither itself nor something that stands in its place.
        var edition = _platform.Services.GetRequiredService<CurrentEdition>().Now!;
        Assert.Equal(TextHash.Of(shelter.Slug), Assert.Single(edition.Veils).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await Reader(hidden)).Status);
        var page = (await Reader(shelter)).Page;
        Assert.Contains(page.QuerySelectorAll("main h2, main h3"), h => h.TextContent.Contains("Línea", StringComparison.Ordinal));
        Assert.Contains(Es("places.desk.mass.title"), (await desk.Page($"/console/places/{shelter.Id}")).QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_in_a_hidden_area_meanwhile_is_hidden_too_and_what_leaves_the_organisation_is_seen()
    {
        var (red, own, _) = await Given();
        using var desk = await _platform.As("regional_steward", Scope.Region);
        await Hide(desk, red);
        var late = Some.Place("Llegada tarde");
        late.OrganizationId = red.Id;
        await _platform.Given(late);
        Assert.True(await IsHidden(late));
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Id == own.Id)).OrganizationId = null;
            return await db.SaveChangesAsync();
        });
        Assert.False(await IsHidden(own));
        Assert.True(await IsHidden(late));
    }

    [Fact]
    public async Task Nobody_hides_what_is_not_theirs_or_without_a_reason_or_without_having_signed_in_a_moment_ago()
    {
        var (red, own, _) = await Given();
        using var guatemala = await _platform.As("country_steward", Scope.Country("GT"));
        foreach (var fields in new (string, string)[][]
        {
            [("What", "area"), ("Area", "MX.05"), ("Reason", "danger")], [("What", "organization"), ("Organization", "Red Inventada"), ("Reason", "danger")],
            [("What", "organization"), ("Organization", "Red Inventada"), ("Country", "MX"), ("Reason", "danger")], [("What", "organization"), ("Organization", "Red"), ("Country", "GT"), ("Reason", "danger")], [("What", "everything"), ("Reason", "danger")],
        })
        {
            using var refused = await guatemala.Do(Begin, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        // In her own country she may, and it hides nothing in another.
        using (var here = await guatemala.Do(Begin, ("What", "organization"), ("Organization", "Red Inventada"), ("Country", "GT"), ("Reason", "danger"))) Assert.Equal(HttpStatusCode.Redirect, here.StatusCode);
        Assert.False(await IsHidden(own));
        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (var without = await desk.Do(Begin, ("What", "organization"), ("Organization", "Red Inventada"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        _platform.Clock.Now += SessionTimes.Fresh + TimeSpan.FromMinutes(1);
        using var stale = await desk.Get(Begin);
        Assert.StartsWith(ConsolePaths.Confirm, stale.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var editor = await _platform.As("editor", Scope.Region);
        await editor.Page(Begin, 403);
    }

    [Fact]
    public async Task It_is_one_row_with_its_record_in_one_save_and_two_clicks_hide_once()
    {
        var (red, own, _) = await Given();
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var form = (await desk.Open(Begin)).Concat([("What", "organization"), ("Organization", "Red Inventada"), ("Reason", "leaked")]).ToArray();
        using (await desk.Post(Begin, null, form)) { }
        using (await desk.Post(Begin, null, form)) { }
        var hiding = await Stored();
        var row = await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == "places.mass_hide" && a.Table == "places_mass_hiding"));
        Assert.Equal((desk.AccountId, hiding.Id, "leaked"), (row.By!.Value, row.Record!.Value, row.Purpose!));
        // Whoever was stopped between the save and the look finds it at the next look, also in another process that starts from nothing.
        Assert.True(await IsHidden(own));
    }

    [Fact]
    public async Task A_save_that_breaks_off_leaves_neither_the_hiding_nor_its_record()
    {
        var (red, own, _) = await Given();
        await _platform.In(async (db, _) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(MassHiding.Begin(red.Id, null, null, "danger", Guid.CreateVersion7(), _platform.Clock.Now));
            await db.SaveChangesAsync();
            return 0; // stopped before the commit
        }, "places.mass_hide");
        Assert.Equal((0, 0), (await _platform.Read(db => db.Set<MassHiding>().CountAsync()), await _platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == "places.mass_hide"))));
        Assert.False(await IsHidden(own));
    }

    private async Task<(Organization Red, Place Own, Place Other)> Given()
    {
        var red = new Organization { Name = "Red Inventada" };
        var (own, other) = (Some.Place("Casa de la Red", profile: new() { Phones = [new("+52 962 111 1111")] }), Some.Place("Casa de otros"));
        own.OrganizationId = red.Id;
        await _platform.Given(red, own, other);
        return (red, own, other);
    }

    private static async Task Hide(Access.Desk desk, Organization organization)
    {
        using var done = await desk.Do(Begin, ("What", "organization"), ("Organization", organization.Name), ("Country", ""), ("Reason", "danger"));
        Assert.True(done.StatusCode is HttpStatusCode.Redirect, (await Access.Desk.Read(done)).QuerySelector("[role=alert]")?.TextContent);
    }

    private Task<MassHiding> Stored() => _platform.Read(db => db.Set<MassHiding>().AsNoTracking().OrderByDescending(h => h.At).ThenByDescending(h => h.Id).FirstAsync());
    private async Task<Guid> Id() => (await Stored()).Id;

    private async Task<bool> IsHidden(Place place)
    {
        var (status, page) = await Reader(place);
        var veiled = page.QuerySelector("main")!.TextContent.Contains(Es("public.veil.place"), StringComparison.Ordinal);
        Assert.True(status is HttpStatusCode.OK, $"{place.Name}: {status}");
        return veiled;
    }

    private async Task<(HttpStatusCode Status, IDocument Page)> Reader(Place place)
    {
        await Look();
        using var client = _platform.Client();
        using var answer = await client.GetAsync(new Uri($"/es/centres/{place.Slug}", UriKind.Relative));
        return (answer.StatusCode, await Access.Desk.Read(answer));
    }

    private async Task<IDocument> List(string path)
    {
        await Look();
        using var client = _platform.Client();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await Access.Desk.Read(answer);
    }

    // The look of the publisher: it comes every two seconds.
    private async Task Look()
    {
        _platform.Clock.Now += TimeSpan.FromSeconds(1);
        await _platform.Services.GetRequiredService<Publisher>().LookOnce(default);
    }

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
