using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

/// <summary>The parts of an entry, each on its own page.</summary>
[Trait("Needs", "Database")]
public sealed class SectionTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task Conditions_are_written_whole_shown_again_and_change_nothing_when_sent_unchanged()
    {
        var place = Some.Place(approved: false, profile: new() { Interpreters = ["xyz"], Beds = 4, Description = "Cama" });
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        var path = $"/console/places/{place.Id}/edit/conditions";
        (string, string)[] whole =
        [
            ("AsksNoPapers", "yes"), ("RequiredDocuments", "Acta de nacimiento\r\nFoto\r\n"), ("Costs", "Gratis\nFoto para el carné | 25.50 GTQ"), ("Eligibility", "Mujeres con hijos"), ("Beds", "12"), ("NightsAllowed", "3"),
            ("LatestAdmission", "9:30"), ("FamiliesTogether", "no"), ("SonsUntilAge", "12"), ("Wheelchair", "true"), ("Accessibility", "Baño adaptado"), ("Interpreters", "hat"), ("GettingThere", "Dos cuadras al norte del parque"),
        ];
        using (var done = await desk.Do(path, whole)) Assert.EndsWith("done=place_edited", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        var profile = (await _platform.Stored(place.Id)).Profile;
        Assert.Equal((true, false, 12, 12, 3, new TimeOnly(9, 30), "Mujeres con hijos", "Cama"), (profile.AsksNoPapers!.Value, profile.FamiliesTogether!.Value, profile.Beds!.Value, profile.SonsUntilAge!.Value, profile.NightsAllowed!.Value, profile.LatestAdmission!.Value, profile.Eligibility!, profile.Description!));
        Assert.Equal(["Acta de nacimiento", "Foto"], profile.RequiredDocuments);
        Assert.Equal([new PlaceCost("Gratis"), new PlaceCost("Foto para el carné", 2550, "GTQ")], profile.Costs);
        Assert.Equal(["wheelchair", "Baño adaptado"], profile.Accessibility);
        Assert.Equal(["xyz", "hat"], profile.Interpreters);
        var page = await desk.Page(path);
        Assert.Equal("Gratis\nFoto para el carné | 25.50 GTQ", page.GetElementById("Costs")!.TextContent.Trim());
        Assert.Equal("09:30", page.GetElementById("LatestAdmission")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Mistakes_in_conditions_are_named_and_kept()
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        using var answer = await desk.Do($"/console/places/{place.Id}/edit/conditions", ("Beds", "muchas"), ("NightsAllowed", "-1"), ("LatestAdmission", "25:00"), ("SonsUntilAge", "99"), ("Costs", "Foto | mucho"), ("Eligibility", "Mi borrador"), ("RequiredDocuments", new string('x', 301)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Access.Desk.Read(answer);
        foreach (var field in new[] { "Beds", "NightsAllowed", "LatestAdmission", "SonsUntilAge", "Costs", "RequiredDocuments" }) Assert.Equal("true", page.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Equal("Mi borrador", page.GetElementById("Eligibility")!.TextContent.Trim());
    }

    [Fact]
    public async Task Of_a_place_that_hides_its_address_nobody_writes_the_way_and_readers_never_get_it()
    {
        var place = Some.Place(disclosure: Disclosures.Area, profile: new() { GettingThere = "Frente al parque" });
        await _platform.Given(place);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}/edit/conditions";
        Assert.Null((await desk.Page(path)).GetElementById("GettingThere"));
        using (await desk.Do(path, ("GettingThere", "La puerta verde"), ("Beds", "5"))) { }
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(("Frente al parque", 5), (stored.Profile.GettingThere!, stored.Profile.Beds!.Value));
        Assert.DoesNotContain("Frente al parque", (await desk.Page($"/console/places/{place.Id}")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        _platform.Services.GetRequiredService<Amparo.Publication.KeyFolder>().Init(true, null, _platform.Clock.Now);
        await _platform.Services.GetRequiredService<Amparo.Web.Serving.Publisher>().LookOnce(default);
        Assert.Null(Assert.Single(_platform.Services.GetRequiredService<Amparo.Publication.CurrentEdition>().Now!.Places()).Profile.GettingThere);
    }

    [Fact]
    public async Task Services_are_added_changed_and_taken_away_one_by_one()
    {
        var kept = new PlaceService(Guid.CreateVersion7(), "Comida", "food", Url: "https://comida.example", Terms: [new("t1", "Food")]);
        var place = Some.Place(approved: false, profile: new() { Services = [kept] });
        var foreign = Some.Place(approved: false, profile: new() { Services = [new(Guid.CreateVersion7(), "Ajena", "food")] });
        await _platform.Given(place, foreign);
        using var desk = await _platform.As("editor", Scope.Region);
        var path = $"/console/places/{place.Id}/edit/service";
        (string, string)[] legal = [("Name", "Asesoría legal"), ("Kind", "legal"), ("Status", "active"), ("MinimumAge", "12"), ("MaximumAge", "17"), ("ApplicationProcess", "Con cita")];
        using (await desk.Do(path, legal)) { }
        using (await desk.Do($"{path}/{kept.Id}", ("Name", "Comida caliente"), ("Kind", "food"), ("Status", "temporarily closed"), ("Url", "https://comida.example"), ("Email", "comida@comida.example"), ("Hours", "week"), ("from.0.0", "12:00"), ("to.0.0", "14:00"))) { }
        var services = (await _platform.Stored(place.Id)).Profile.Services;
        Assert.Equal(("Comida caliente", "temporarily closed", "https://comida.example", "t1", "comida@comida.example", "12:00"), (services[0].Name, services[0].Status, services[0].Url!, services[0].Terms![0].Id, services[0].Email!, services[0].Hours!.Regular[0].OpensAt!.Value.ToString()));
        Assert.Equal(("Asesoría legal", "legal", 12, 17, "Con cita"), (services[1].Name, services[1].Kind, services[1].MinimumAge!.Value, services[1].MaximumAge!.Value, services[1].ApplicationProcess!));
        Assert.Contains("Asesoría legal", (await desk.Page($"/console/places/{place.Id}/edit/services")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var bad = await desk.Do($"{path}/{services[1].Id}", ("Name", ""), ("Kind", "spaceship"), ("Status", "gone"), ("MinimumAge", "40"), ("MaximumAge", "3"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        await desk.Page($"{path}/{foreign.Profile.Services[0].Id}", 404);
        using (await desk.Do($"{path}/{kept.Id}", ("Remove", "true"))) { }
        Assert.Equal("Asesoría legal", Assert.Single((await _platform.Stored(place.Id)).Profile.Services).Name);
    }

    [Fact]
    public async Task Other_facts_are_written_and_an_organisation_is_chosen_never_guessed()
    {
        var (red, sur) = (new Organization { Name = "Red Inventada" }, new Organization { Name = "Red Inventada Sur" });
        var place = Some.Place(kind: PlaceKinds.Consular, approved: false);
        await _platform.Given(red, sur, place);
        using var desk = await _platform.As("country_steward", Scope.Country("MX"));
        var path = $"/console/places/{place.Id}/edit/other";
        (string, string)[] rest = [("TextLanguage", "es"), ("LastDay", "2027-03-31"), ("IsPublicHospital", "true"), ("IsLastResort", "true"), ("Nationals", "Honduras, SV"), ("Jurisdiction", "Chiapas"), ("IsHonorary", "true"), ("Attributes", "licencia = 77-B")];
        using (var many = await desk.Do(path, [.. rest, ("Organization", "Red")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
            Assert.Equal(2, (await Access.Desk.Read(many)).QuerySelectorAll("input[name=OrganizationId]").Length);
        }
        using (await desk.Do(path, [.. rest, ("Organization", "Red"), ("OrganizationId", sur.Id.ToString())])) { }
        var stored = await _platform.Stored(place.Id);
        Assert.Equal((sur.Id, true, true, true, "Chiapas"), (stored.OrganizationId!.Value, stored.IsLastResort, stored.Profile.IsPublicHospital, stored.Profile.IsHonorary, stored.Profile.Jurisdiction!));
        Assert.Equal(["HN", "SV"], stored.Profile.Nationals);
        Assert.Equal(new PlaceAttribute("licencia", "77-B"), Assert.Single(stored.Profile.Attributes));
        Assert.Equal(new DateTimeOffset(2027, 4, 1, 6, 0, 0, TimeSpan.Zero), stored.ExpiresAt);
        Assert.Equal("2027-03-31", (await desk.Page(path)).GetElementById("LastDay")!.GetAttribute("value"));
        using (await desk.Do(path, [.. rest, ("Organization", "Casa Nueva A.C."), ("NewOrganization", "true")])) { }
        Assert.Equal("Casa Nueva A.C.", await _platform.Read(db => db.Set<Place>().Where(p => p.Id == place.Id).Select(p => p.Organization!.Name).SingleAsync()));
        using (var bad = await desk.Do(path, ("TextLanguage", "xx"), ("LastDay", "mañana"), ("Nationals", "Narnia"), ("Attributes", "sin signo"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
    }

    [Fact]
    public async Task Who_reaches_an_entry_through_its_organisation_alone_cannot_give_it_away()
    {
        var (red, ong) = (new Organization { Name = "Red Inventada" }, new Organization { Name = "Otra Inventada" });
        var place = Some.Place(approved: false);
        place.OrganizationId = red.Id;
        await _platform.Given(red, ong, place);
        using var desk = await _platform.As("editor", Scope.Organisation(red.Id));
        using (var done = await desk.Do($"/console/places/{place.Id}/edit/other", ("TextLanguage", "es"), ("Organization", "Otra Inventada"), ("OrganizationId", ong.Id.ToString()))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(red.Id, (await _platform.Stored(place.Id)).OrganizationId);
    }

    [Theory, InlineData("where"), InlineData("conditions"), InlineData("other")]
    public async Task No_part_writes_what_belongs_to_another_or_to_no_form(string part)
    {
        var place = Some.Place(disclosure: Disclosures.Area, profile: new() { Phones = [new("+52 962 111 1111")], Url = "https://casa.example", Description = "Cama" });
        await _platform.Given(place);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (var done = await desk.Do($"/console/places/{place.Id}/edit/{part}",
            ("Country", "MX"), ("TownName", "Tapachula"), ("TextLanguage", "es"), ("Name", "Otro"), ("Phones[0].Number", "+52 962 999 9999"), ("Url", "https://evil.example"), ("Description", "x"), ("Status", "withdrawn"), ("Disclosure", "exact"), ("Place.Disclosure", "exact"), ("Kind", "other"), ("Version2", "9")))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var stored = await _platform.Stored(place.Id);
        Assert.Equal((place.Name, "+52 962 111 1111", "https://casa.example", "Cama", PlaceStatus.Approved, Disclosures.Area, PlaceKinds.Shelter),
            (stored.Name, stored.Profile.Phones[0].Number, stored.Profile.Url!, stored.Profile.Description!, stored.Status, stored.Disclosure, stored.Kind));
    }

    [Theory, InlineData("where"), InlineData("conditions"), InlineData("other"), InlineData("service")]
    public async Task A_part_that_changed_meanwhile_is_refused_with_both_versions(string part)
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var ana = await _platform.As("editor", Scope.Region);
        using var beto = await _platform.As("editor", Scope.Region);
        var path = $"/console/places/{place.Id}/edit/{part}";
        var seen = await ana.Open(path);
        using (await beto.Do($"/console/places/{place.Id}/edit/conditions", ("Beds", "44"))) { }
        using var late = await ana.Post(path, null, [.. seen, ("Country", "MX"), ("TownName", "Tapachula"), ("TextLanguage", "es"), ("Name", "Comida"), ("Kind", "food"), ("Status", "active")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains((await Access.Desk.Read(late)).QuerySelectorAll("main tbody tr"), r => r.TextContent.Contains("44", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_part_of_a_waiting_entry_is_looked_at_anew()
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var steward = await _platform.As("regional_steward", Scope.Region);
        using (await steward.Do($"/console/places/{place.Id}/approve")) { }
        Assert.Single((await _platform.Stored(place.Id)).Verifications);
        using (var done = await steward.Do($"/console/places/{place.Id}/edit/conditions", ("Beds", "9"))) Assert.EndsWith("done=place_edited_anew", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty((await _platform.Stored(place.Id)).Verifications);
    }

    [Fact]
    public async Task A_changed_e_mail_of_a_published_entry_waits_for_somebody_else_like_a_telephone()
    {
        var place = Some.Place(profile: new() { Email = "casa@casa.example" });
        await _platform.Given(place);
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        using (await ana.Do($"/console/places/{place.Id}/edit", ("Name", place.Name), ("Kind", "shelter"), ("Hours", "unknown"), ("Email", "otra@evil.example"))) { }
        Assert.Equal("casa@casa.example", (await _platform.Stored(place.Id)).Profile.Email);
        using (await beto.Do($"/console/places/{place.Id}/contacts", ("Decision", "yes"))) { }
        Assert.Equal("otra@evil.example", (await _platform.Stored(place.Id)).Profile.Email);
    }

    [Fact]
    public async Task A_new_entry_waits_hides_what_its_kind_asks_for_and_belongs_to_who_could_see_it()
    {
        using var desk = await _platform.As("editor", Scope.Country("MX"));
        (string, string)[] whole = [("Name", "Casa Nueva"), ("Kind", "women"), ("Hours", "always"), ("Country", "MX"), ("TownName", "Tapachula"), ("Phones[0].Number", "+52 962 000 0001"), ("Email", "casa@casa.example"), ("Serves", "women")];
        using (var twice = await desk.Do("/console/places/new", [.. whole.Where(f => f.Item1 != "TownName"), ("TownName", "Hidalgo")])) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using (var foreign = await desk.Do("/console/places/new", [.. whole.Where(f => f.Item1 != "Country"), ("Country", "GT")])) Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        var form = (await desk.Open("/console/places/new")).Concat(whole).ToArray();
        using (var first = await desk.Post("/console/places/new", null, form))
        using (var again = await desk.Post("/console/places/new", null, form))
        {
            Assert.EndsWith("done=place_added", first.Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.Equal(first.Headers.Location, again.Headers.Location);
        }
        var made = await _platform.Read(db => db.Set<Place>().SingleAsync());
        Assert.Equal((PlaceStatus.Queued, Disclosures.Area, "Tapachula", "MX", "America/Mexico_City", true), (made.Status, made.Disclosure, made.Locality!, made.Country, made.TimeZone, made.Profile.Hours.AlwaysOpen));
        Assert.Equal(("+52 962 000 0001", "casa@casa.example"), (made.Profile.Phones[0].Number, made.Profile.Email!));
        Assert.Null(made.AssuredAt);

        var red = new Organization { Name = "Red Inventada" };
        await _platform.Given(red);
        using var own = await _platform.As("editor", Scope.Organisation(red.Id));
        using (await own.Do("/console/places/new", [.. whole.Where(f => f.Item1 is not "Name"), ("Name", "De la red")])) { }
        Assert.Equal(red.Id, await _platform.Read(db => db.Set<Place>().Where(p => p.Name == "De la red").Select(p => p.OrganizationId).SingleAsync()));
        using var nobodys = await _platform.As("editor", Scope.Organisation(Guid.CreateVersion7()));
        using var refused = await nobodys.Do("/console/places/new", whole);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    public void Dispose() => _platform.Dispose();
}
