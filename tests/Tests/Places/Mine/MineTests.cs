using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Mine;
using Amparo.Places.Proposing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Mine;

[Trait("Needs", "Database")]
public sealed partial class MineTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly Organization _own = new() { Name = "Red Alfa" }, _other = new() { Name = "Red Beta" };

    private async Task<Place> Given(Organization of, string name = "Albergue Alfa", string disclosure = Disclosures.Exact, PlaceProfile? profile = null, string kind = PlaceKinds.Shelter, int days = 40)
    {
        if (!await _platform.Read(db => db.Set<Organization>().AnyAsync(o => o.Id == of.Id))) await _platform.Given(of);
        var place = Some.Place(name, kind, disclosure: disclosure, profile: profile, assuredAt: _platform.Clock.Now.AddDays(-days));
        place.OrganizationId = of.Id;
        await _platform.Given(place);
        return place;
    }

    private Task<Access.Desk> Partner(Organization of) => _platform.Of(of.Id, "partner", Scope.Organisation(of.Id));
    private Task<Access.Desk> Steward() => _platform.As("country_steward", Scope.Country("MX"));
    private Task<List<ProposedChange>> Changes() => _platform.Read(db => db.Set<ProposedChange>().AsNoTracking().OrderBy(c => c.At).ToListAsync());

    private static async Task<HttpResponseMessage> Edit(Access.Desk desk, Place place, params (string Name, string Value)[] typed)
    {
        var page = await desk.Page($"/console/mine/{place.Id}/edit");
        var fields = page.QuerySelectorAll("main form input, main form textarea, main form select").Where(e => e.GetAttribute("name") is { } n && n != "__RequestVerificationToken")
            .Where(e => e.GetAttribute("type") is not ("checkbox" or "radio") || e.HasAttribute("checked"))
            .Select(e => (Name: e.GetAttribute("name")!, Value: (e is AngleSharp.Html.Dom.IHtmlSelectElement s ? s.Value : e is AngleSharp.Html.Dom.IHtmlTextAreaElement t ? t.Value : e.GetAttribute("value")) ?? ""))
            .Where(f => typed.All(t => t.Name != f.Name)).ToList();
        return await desk.Post($"/console/mine/{place.Id}/edit", null, [.. fields, .. typed]);
    }

    [Fact]
    public async Task An_organisation_sees_its_own_entries_and_no_others()
    {
        var (mine, theirs) = (await Given(_own), await Given(_other, "Albergue Beta"));
        using var desk = await Partner(_own);
        Assert.Equal(["Albergue Alfa"], (await desk.Page("/console/mine")).QuerySelectorAll("main tbody th a").Select(a => a.TextContent));
        Assert.Equal(200, (int)(await desk.Get($"/console/mine/{mine.Id}")).StatusCode);
        foreach (var path in new[] { "", "/edit", "/full" }) Assert.Equal(HttpStatusCode.NotFound, (await desk.Get($"/console/mine/{theirs.Id}{path}")).StatusCode);
    }

    [Fact]
    public async Task All_true_acts_at_once_in_the_name_of_the_organisation()
    {
        var (first, second, theirs) = (await Given(_own), await Given(_own, "Comedor Alfa"), await Given(_other, "Albergue Beta"));
        using var desk = await Partner(_own);
        using var answer = await desk.Post("/console/mine/confirm", null, ("Row", $"{first.Id}:{first.Version}"), ("Row", $"{second.Id}:{second.Version}"), ("Row", $"{theirs.Id}:{theirs.Version}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var id in new[] { first.Id, second.Id })
        {
            var stored = await _platform.Stored(id);
            Assert.Equal((_platform.Clock.Now, "Red Alfa", AssuranceMeans.Message), (stored.AssuredAt, stored.AssuredBy, stored.AssuredHow));
        }
        Assert.Equal(theirs.AssuredAt, (await _platform.Stored(theirs.Id)).AssuredAt);
    }

    [Fact]
    public async Task What_was_changed_since_the_page_was_opened_is_not_confirmed_unseen()
    {
        var place = await Given(_own);
        using var desk = await Partner(_own);
        using var answer = await desk.Post("/console/mine/confirm", null, ("Row", $"{place.Id}:{place.Version - 1}"));
        Assert.Contains("Albergue Alfa", (await Access.Desk.Read(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(place.AssuredAt, (await _platform.Stored(place.Id)).AssuredAt);
    }

    [Fact]
    public async Task A_change_waits_for_a_steward_who_sees_it_beside_what_is_there_and_accepts_it()
    {
        var place = await Given(_own, profile: new() { Description = "Cama y comida.", Phones = [new("+52 000 555 0101")], Serves = [Populations.Families] });
        using var partner = await Partner(_own);
        using var asked = await Edit(partner, place, ("Description", "Cama, comida y ducha."), ("Phones[0].Number", "+52 000 555 0999"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal(("Cama y comida.", place.Version), ((await _platform.Stored(place.Id)).Profile.Description, (await _platform.Stored(place.Id)).Version));

        using var steward = await Steward();
        Assert.Equal("Albergue Alfa", Assert.Single((await steward.Page("/console/places/changes")).QuerySelectorAll("main h2 a")).TextContent);
        var rows = (await steward.Page($"/console/places/{place.Id}/changes")).QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows, r => r.Contains("Cama y comida.", StringComparison.Ordinal) && r.Contains("Cama, comida y ducha.", StringComparison.Ordinal));
        using var decided = await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"));
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(("Cama, comida y ducha.", "+52 000 555 0101"), (stored.Profile.Description, stored.Profile.Phones[0].Number));
        // The number of what readers see is looked at besides.
        Assert.Equal(("+52 000 555 0999", partner.AccountId), (stored.ProposedContacts!.Phones[0].Number, stored.ProposedContacts.By));
        Assert.Equal(place.AssuredAt, stored.AssuredAt);
        Assert.Equal(ProposalStates.Accepted, Assert.Single(await Changes()).State);
        using var again = await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"), ("Change", (await Changes())[0].Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_change_is_declined_with_a_reason_that_the_organisation_reads()
    {
        var place = await Given(_own);
        using var partner = await Partner(_own);
        await Edit(partner, place, ("Name", "Hotel de lujo"));
        using var steward = await Steward();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "decline"))).StatusCode);
        using var declined = await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "decline"), ("Reason", "Nadie contestó en ese número"));
        Assert.Equal(HttpStatusCode.Redirect, declined.StatusCode);
        Assert.Contains("Nadie contestó en ese número", (await partner.Page($"/console/mine/{place.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Albergue Alfa", (await _platform.Stored(place.Id)).Name);
    }

    [Fact]
    public async Task What_a_steward_wrote_meanwhile_is_not_put_back_by_accepting()
    {
        var place = await Given(_own, profile: new() { Description = "Cama.", Beds = 10, Serves = [Populations.Families] });
        using var partner = await Partner(_own);
        await Edit(partner, place, ("Description", "Cama y comida."));
        await _platform.In(async (db, _) =>
        {
            var stored = await db.Set<Place>().SingleAsync(p => p.Id == place.Id);
            (stored.Name, stored.Profile) = ("Albergue Alfa Norte", stored.Profile with { Beds = 25 });
            return await db.SaveChangesAsync();
        });
        using var steward = await Steward();
        Assert.Single((await steward.Page($"/console/places/{place.Id}/changes")).QuerySelectorAll("main tbody tr"));
        await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"));
        var after = await _platform.Stored(place.Id);
        Assert.Equal(("Albergue Alfa Norte", 25, "Cama y comida."), (after.Name, after.Profile.Beds, after.Profile.Description));
    }

    [Fact]
    public async Task A_second_change_stands_in_the_place_of_the_first_and_holds_what_it_asked()
    {
        var place = await Given(_own);
        using var partner = await Partner(_own);
        await Edit(partner, place, ("Name", "Albergue Alfa Uno"));
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        await Edit(partner, place, ("Description", "Otra cosa."));
        var changes = await Changes();
        Assert.Equal([ProposalStates.Replaced, ProposalStates.Waits], changes.Select(c => c.State));
        Assert.Equal(("Albergue Alfa Uno", "Otra cosa."), (changes[1].After.Name, changes[1].After.Profile.Description));
    }

    [Fact]
    public async Task Only_the_fields_of_the_form_can_be_asked_for_whatever_else_is_posted()
    {
        var place = await Given(_own);
        using var partner = await Partner(_own);
        using var answer = await Edit(partner, place, ("Description", "x y z"), ("Disclosure", "exact"), ("Status", "approved"), ("OrganizationId", _other.Id.ToString()), ("AssuredAt", "2030-01-01"), ("IsLastResort", "true"), ("Profile.IsPublicHospital", "true"), ("IsPublicHospital", "true"));
        Assert.False(Assert.Single(await Changes()).After.Profile.IsPublicHospital);
        using var steward = await Steward();
        await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"));
        var stored = await _platform.Stored(place.Id);
        Assert.Equal((_own.Id, false, false), (stored.OrganizationId!.Value, stored.IsLastResort, stored.Profile.IsPublicHospital));
    }

    [Fact]
    public async Task A_form_without_a_change_asks_for_nothing()
    {
        var place = await Given(_own);
        using var partner = await Partner(_own);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Edit(partner, place)).StatusCode);
        Assert.Empty(await Changes());
    }

    [Fact]
    public async Task Full_tonight_is_said_by_the_centres_own_account_until_six_and_never_of_a_refuge_or_a_home_for_children()
    {
        var (shelter, women, children, hidden) = (await Given(_own), await Given(_own, "Casa", kind: PlaceKinds.Women, disclosure: Disclosures.Area), await Given(_own, "Hogar", profile: new() { Serves = [Populations.UnaccompaniedChildren] }), await Given(_own, "Oculta", disclosure: Disclosures.Officers));
        using var partner = await Partner(_own);
        using var said = await partner.Do($"/console/mine/{shelter.Id}/full");
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), (await _platform.Stored(shelter.Id)).FullUntil); // 06:00 in Mexico
        using var room = await partner.Do($"/console/mine/{shelter.Id}/full");
        Assert.Null((await _platform.Stored(shelter.Id)).FullUntil);
        foreach (var never in new[] { women, children, hidden })
        {
            using var refused = await partner.Post($"/console/mine/{never.Id}/full", null, ("Say", "full"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Null((await _platform.Stored(never.Id)).FullUntil);
        }
        using var steward = await Steward();
        Assert.Equal(HttpStatusCode.Forbidden, (await steward.Post($"/console/mine/{shelter.Id}/full", null, ("Say", "full"))).StatusCode);
    }

    [Fact]
    public async Task A_colleague_is_invited_as_a_partner_of_ones_own_organisation_and_of_no_other()
    {
        await Given(_own);
        await Given(_other, "Albergue Beta");
        using var partner = await Partner(_own);
        using var invited = await partner.Do("/console/mine/colleagues", ("Email", "nueva@example.org"), ("Name", "Nueva Persona"), ("Language", "es"), ("Role", "regional_steward"), ("Scope", "region:"));
        Assert.Equal("/console/mine/colleagues?done=invited", invited.Headers.Location!.ToString());
        var account = await _platform.Read(db => db.Set<Account>().SingleAsync(a => a.Email == "nueva@example.org"));
        var role = Assert.Single(await _platform.Read(db => db.Set<Assignment>().Where(a => a.AccountId == account.Id).ToListAsync()));
        Assert.Equal(("partner", Scope.Organisation(_own.Id), _own.Id), (role.Role, role.Scope, account.Organisation!.Value));
        using var foreign = await partner.Do("/console/mine/colleagues", ("Email", "otra@example.org"), ("Name", "Otra Persona"), ("Language", "es"), ("Organisation", _other.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
    }

    [Fact]
    public async Task A_steward_gives_an_entry_into_the_hands_of_its_organisation_within_the_reach_of_both()
    {
        var free = Some.Place("Albergue Libre");
        await _platform.Given(free);
        using var steward = await Steward();
        using var invited = await steward.Do($"/console/places/{free.Id}/invite", ("Email", "casa@example.org"), ("Name", "Quien Atiende"), ("Language", "es"), ("Organization", "Casa Libre"));
        Assert.EndsWith("?done=invited", invited.Headers.Location!.ToString(), StringComparison.Ordinal);
        var organisation = (await _platform.Stored(free.Id)).OrganizationId!.Value;
        Assert.Equal(1, await _platform.Read(db => db.Set<Assignment>().CountAsync(a => a.Role == "partner" && a.ScopeKind == Scope.OrganisationKind && a.ScopeValue == organisation.ToString())));

        // A network that also has a place where this steward may nothing.
        var (here, there) = (await Given(_own), Some.Place("Lejos", country: "HN"));
        there.OrganizationId = _own.Id;
        await _platform.Given(there);
        using var wider = await steward.Do($"/console/places/{here.Id}/invite", ("Email", "red@example.org"), ("Name", "Red Alfa"), ("Language", "es"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wider.StatusCode);
        Assert.Equal(0, await _platform.Read(db => db.Set<Account>().CountAsync(a => a.Email == "red@example.org")));
    }

    [Fact]
    public async Task Nobody_is_invited_into_an_organisation_with_a_hidden_place_on_one_persons_word()
    {
        var (shown, hidden) = (await Given(_own), Some.Place("Casa Oculta", disclosure: Amparo.Contracts.Places.Disclosures.Officers));
        hidden.OrganizationId = _own.Id;
        await _platform.Given(hidden);
        using var first = await Steward();
        using var second = await Steward();
        var path = $"/console/places/{shown.Id}/invite";
        using (var asked = await first.Do(path, ("Email", "red@example.org"), ("Name", "Red Alfa"), ("Language", "es"))) Assert.EndsWith("?done=invite_waits", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await _platform.Read(db => db.Set<Account>().CountAsync(a => a.Email == "red@example.org")));
        using (var oneself = await first.Do(path, ("Second", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, oneself.StatusCode);
        using (var another = await second.Do(path, ("Email", "ladron@example.org"), ("Name", "Otra"), ("Language", "es"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, another.StatusCode);
        Assert.Contains(path, (await second.Page("/console")).QuerySelectorAll("a.queue").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain(path, (await first.Page("/console")).QuerySelectorAll("a.queue").Select(a => a.GetAttribute("href")));
        using (var confirmed = await second.Do(path, ("Second", "yes"))) Assert.EndsWith("?done=invited", confirmed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await _platform.Read(db => db.Set<Account>().CountAsync(a => a.Email == "red@example.org")));
        Assert.Equal(0, await _platform.Read(db => db.Set<Amparo.Places.Proposing.AskedInvitation>().CountAsync()));

        using (await first.Do(path, ("Email", "otra@example.org"), ("Name", "Otra"), ("Language", "es"))) { }
        using (var unseen = await second.Post(path, null, ("Second", "yes"), ("Asked", Guid.CreateVersion7().ToString()))) Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
        Assert.Equal(0, await _platform.Read(db => db.Set<Account>().CountAsync(a => a.Email == "otra@example.org")));
        using (var back = await first.Do(path, ("Second", "no"))) Assert.EndsWith("?done=invite_declined", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await _platform.Read(db => db.Set<Account>().CountAsync(a => a.Email == "otra@example.org")));
    }

    [Fact]
    public async Task A_partner_of_an_organisation_with_a_hidden_place_invites_nobody_alone()
    {
        await Given(_own);
        var hidden = await Given(_own, "Casa Oculta", Disclosures.Officers);
        using var partner = await Partner(_own);
        async Task<string> Ask(string mail)
        {
            using var asked = await partner.Do("/console/mine/colleagues", ("Email", mail), ("Name", "Nueva Persona"), ("Language", "es"));
            return asked.Headers.Location?.ToString() ?? $"{(int)asked.StatusCode}";
        }
        Assert.Equal("/console/mine/colleagues?done=colleague_waits", await Ask("nueva@example.org"));
        Assert.Contains("ocultos", (await partner.Page("/console/mine/colleagues?done=colleague_waits")).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nueva Persona", (await partner.Page("/console/mine/colleagues")).QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        Assert.False(await _platform.Read(db => db.Set<Account>().AnyAsync(a => a.Email == "nueva@example.org")));
        Assert.Equal("422", await Ask("otra@example.org")); // the only hidden place holds one already: none may hide another

        // Who asked cannot decide it anywhere; who answers for the directory sees whose it is and who asked.
        var path = $"/console/places/{hidden.Id}/invite";
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.Get(path)).StatusCode);
        using var steward = await Steward();
        Assert.Contains(path, (await steward.Page("/console")).QuerySelectorAll("a.queue").Select(a => a.GetAttribute("href")));
        var said = (await steward.Page(path)).QuerySelectorAll("main dl dd").Select(d => d.TextContent).ToList();
        Assert.Equal(("Red Alfa", "Nueva Persona"), (said[0], said[2]));
        using (var confirmed = await steward.Do(path, ("Second", "yes"))) Assert.EndsWith("?done=invited", confirmed.Headers.Location!.ToString(), StringComparison.Ordinal);
        var account = await _platform.Read(db => db.Set<Account>().SingleAsync(a => a.Email == "nueva@example.org"));
        Assert.Equal(("partner", Scope.Organisation(_own.Id)), await _platform.Read(async db => { var a = await db.Set<Assignment>().SingleAsync(x => x.AccountId == account.Id); return (a.Role, a.Scope); }));
    }

    [Fact]
    public async Task An_invitation_that_waits_lets_nobody_into_another_organisation_that_was_given_the_place_meanwhile()
    {
        var hidden = await Given(_own, "Casa Oculta", Disclosures.Officers);
        using var partner = await Partner(_own);
        using (await partner.Do("/console/mine/colleagues", ("Email", "nueva@example.org"), ("Name", "Nueva Persona"), ("Language", "es"))) { }
        await _platform.Given(_other);
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Id == hidden.Id)).OrganizationId = _other.Id;
            return await db.SaveChangesAsync();
        });
        using var steward = await Steward();
        var path = $"/console/places/{hidden.Id}/invite";
        using (var refused = await steward.Do(path, ("Second", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.False(await _platform.Read(db => db.Set<Account>().AnyAsync(a => a.Email == "nueva@example.org")));
        using (var declined = await steward.Do(path, ("Second", "no"))) Assert.EndsWith("?done=invite_declined", declined.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("services"), InlineData("conditions"), InlineData("other")]
    public async Task Every_part_of_the_form_of_the_stewards_is_open_to_the_organisation_and_waits_as_one_comparison(string part)
    {
        var place = await Given(_own, profile: new() { Services = [new(Guid.CreateVersion7(), "Comida", "food")], Beds = 4 });
        var theirs = await Given(_other, "Albergue Beta");
        using var partner = await Partner(_own);
        Assert.Equal(5, (await partner.Page($"/console/mine/{place.Id}/edit")).QuerySelectorAll("nav.chips a").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.Get($"/console/mine/{theirs.Id}/edit/{part}")).StatusCode);
        (string Path, (string, string)[] Typed, string Fact) = part switch
        {
            "services" => ("service", [("Name", "Asesoría legal"), ("Kind", "legal"), ("Status", "active"), ("Hours", "always")], "Asesoría legal"),
            "conditions" => ("conditions", [("Beds", "12"), ("Wheelchair", "true")], "12"),
            _ => ("other", new[] { ("TextLanguage", "es"), ("Attributes", "licencia = 77-B"), ("Organization", "Red Beta"), ("IsPublicHospital", "true"), ("IsLastResort", "true"), ("LastDay", "2027-01-01") }, "77-B"),
        };
        using (var asked = await partner.Do($"/console/mine/{place.Id}/edit/{Path}", Typed)) Assert.Contains("done=mine_proposed", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(place.Version, (await _platform.Stored(place.Id)).Version);
        // The next part is asked for on top of it.
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        using (await Edit(partner, place, ("AlternateName", "La Puente"))) { }
        using var steward = await Steward();
        var rows = (await steward.Page($"/console/places/{place.Id}/changes")).QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains(Fact, StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("La Puente", StringComparison.Ordinal));
        using (await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"))) { }
        var stored = await _platform.Stored(place.Id);
        Assert.Equal((_own.Id, false, false, (DateTimeOffset?)null), (stored.OrganizationId!.Value, stored.IsLastResort, stored.Profile.IsPublicHospital, stored.ExpiresAt));
        Assert.Contains(Fact, System.Text.Json.JsonSerializer.Serialize(stored.Profile, CompactJson.Options), StringComparison.Ordinal);
    }

    public void Dispose() => _platform.Dispose();
}
