using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class EditTests : IDisposable
{
    private static readonly (string, string)[] Whole =
    [
        ("Name", "Casa Nueva"), ("Kind", "shelter"), ("Description", "Cama y cena."), ("Url", ""), ("Phones[0].Number", "+52 962 000 0001"), ("Phones[0].Type", "cell"), ("Hours", "week"), ("Holidays", "closed"),
        ("from.0.0", "08:00"), ("to.0.0", "12:00"), ("from.0.1", "14:00"), ("to.0.1", "18:00"), ("from.5.0", "20:00"), ("to.5.0", "02:00"), ("Languages", "spa"), ("Languages", "hat"), ("Serves", "families"),
    ];

    private readonly Platform _platform = new();

    [Fact]
    public async Task The_plain_fields_are_written_and_what_the_form_does_not_offer_stays()
    {
        var place = Some.Place(approved: false, profile: new() { Description = "Antes", Languages = ["eng", "xyz"], Beds = 12, AsksNoPapers = true });
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        using (var done = await desk.Do($"/console/places/{place.Id}/edit", Whole)) Assert.EndsWith("done=place_edited", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(("Casa Nueva", "Cama y cena.", 12, true), (stored.Name, stored.Profile.Description!, stored.Profile.Beds!.Value, stored.Profile.AsksNoPapers!.Value));
        Assert.Equal(["xyz", "spa", "hat"], stored.Profile.Languages);
        Assert.Equal(["families"], stored.Profile.Serves);
        Assert.Equal("+52 962 000 0001", Assert.Single(stored.Profile.Phones).Number);
        var week = WeeklyGrid.Of(stored.Profile.Hours, new(2026, 11, 21))!;
        Assert.Equal(["08:00-12:00", "14:00-18:00"], week.On(DayOfWeek.Monday).Select(i => $"{i.Opens}-{i.Closes}"));
        Assert.Equal("20:00-02:00", Assert.Single(week.On(DayOfWeek.Saturday).Select(i => $"{i.Opens}-{i.Closes}")));
        Assert.Equal(HolidayHours.Closed, stored.Profile.Hours.OnHolidays);

        // The form shows what it wrote, and sending it unchanged changes nothing.
        var page = await desk.Page($"/console/places/{place.Id}/edit");
        Assert.Equal("14:00", page.GetElementById("from.0.1")!.GetAttribute("value"));
        using (await desk.Do($"/console/places/{place.Id}/edit", Whole)) { }
        Assert.Equal(stored.Profile.Hours, (await _platform.Stored(place.Id)).Profile.Hours);
    }

    [Fact]
    public async Task A_changed_telephone_of_a_published_entry_waits_for_somebody_else()
    {
        var place = Some.Place(profile: new() { Phones = [new("+52 962 111 1111")], Url = "https://casa.example" });
        await _platform.Given(place);
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}";
        using (var done = await ana.Do(path + "/edit", [.. Whole.Where(f => f.Item1 != "Url"), ("Url", "https://otra.example")])) Assert.EndsWith("done=place_edited_waits", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(("Casa Nueva", "+52 962 111 1111", "https://casa.example"), (stored.Name, stored.Profile.Phones[0].Number, stored.Profile.Url!));
        using (var own = await ana.Do(path + "/contacts", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        using (var second = await beto.Do(path + "/contacts", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        stored = await _platform.Stored(place.Id);
        Assert.Equal(("+52 962 000 0001", "https://otra.example", true), (stored.Profile.Phones[0].Number, stored.Profile.Url!, stored.ProposedContacts is null));
    }

    [Fact]
    public async Task Taking_an_entry_away_for_a_minute_is_no_way_around_the_second_person()
    {
        var place = Some.Place(profile: new() { Phones = [new("+52 962 111 1111")] });
        await _platform.Given(place);
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}";
        using (await ana.Do(path + "/withdraw", ("Because", "asked"))) { }
        using (await ana.Do(path + "/bring-back")) { }
        using (var done = await ana.Do(path + "/edit", Whole)) Assert.EndsWith("done=place_edited_waits", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("+52 962 111 1111", (await _platform.Stored(place.Id)).Profile.Phones[0].Number);
        using (var approve = await ana.Do(path + "/approve", ("Document", "Carta"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, approve.StatusCode);
        using (await beto.Do(path + "/contacts", ("Decision", "yes"))) { }
        using (var approve = await ana.Do(path + "/approve", ("Document", "Carta"))) Assert.EndsWith("done=place_approved", approve.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("+52 962 000 0001", (await _platform.Stored(place.Id)).Profile.Phones[0].Number);
    }

    [Fact]
    public async Task A_colleague_who_saves_the_form_does_not_put_a_waiting_number_under_their_own_name()
    {
        var place = Some.Place(profile: new() { Phones = [new("+52 962 111 1111") { Type = "cell" }] });
        await _platform.Given(place);
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}";
        using (await ana.Do(path + "/edit", Whole)) { }
        var form = await beto.Page(path + "/edit");
        Assert.Equal("+52 962 111 1111", form.GetElementById("Phones_0__Number")!.GetAttribute("value"));
        using (await beto.Do(path + "/edit", [.. Whole.Where(f => f.Item1 != "Phones[0].Number"), ("Phones[0].Number", "+52 962 111 1111")])) { }
        Assert.Equal(ana.AccountId, (await _platform.Stored(place.Id)).ProposedContacts!.By);
        using (var own = await ana.Do(path + "/contacts", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
    }

    [Fact]
    public async Task What_is_changed_after_the_first_look_is_looked_at_anew()
    {
        var (red, ong) = (SomeOrganization("Red Inventada"), SomeOrganization("Otra Inventada"));
        var place = Some.Place(approved: false);
        await _platform.Given(red, ong, place);
        using var first = await _platform.Of(red.Id, "country_steward", Scope.Country("MX"));
        using var second = await _platform.Of(ong.Id, "country_steward", Scope.Country("MX"));
        var path = $"/console/places/{place.Id}";
        using (await first.Do(path + "/approve")) { }
        using (var edited = await second.Do(path + "/edit", Whole)) Assert.EndsWith("done=place_edited_anew", edited.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (var again = await second.Do(path + "/approve")) Assert.EndsWith("done=place_verified", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(PlaceStatus.Queued, (await _platform.Stored(place.Id)).Status);
    }

    private static Organization SomeOrganization(string name) => new() { Name = name };

    [Fact]
    public async Task Mistakes_are_named_by_field_and_nothing_that_was_typed_is_lost()
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        using var answer = await desk.Do($"/console/places/{place.Id}/edit", ("Name", ""), ("Kind", "spaceship"), ("Description", "Mi borrador"), ("Url", "javascript:alert(1)"), ("Phones[0].Number", "llame a Ana"), ("Hours", "week"), ("from.2.0", "8 am"), ("to.2.0", "17:00"), ("Serves", "women"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Access.Desk.Read(answer);
        foreach (var field in new[] { "Name", "Kind", "Url", "Phones_0__Number", "from.2.0" })
        {
            Assert.NotNull(page.QuerySelector($"[role=alert] a[href='#{field}']"));
            Assert.Equal("true", page.GetElementById(field)!.GetAttribute("aria-invalid"));
        }
        Assert.Equal(("Mi borrador", "llame a Ana", "8 am"), (page.GetElementById("Description")!.TextContent.Trim(), page.GetElementById("Phones_0__Number")!.GetAttribute("value")!, page.GetElementById("from.2.0")!.GetAttribute("value")!));
        Assert.NotNull(page.QuerySelector("input[name=Serves][value=women][checked]"));
        Assert.Equal(place.Name, (await _platform.Stored(place.Id)).Name);
    }

    [Fact]
    public async Task Two_who_edit_at_once_lose_nothing_of_either()
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var ana = await _platform.As("editor", Scope.Region);
        using var beto = await _platform.As("editor", Scope.Region);
        var path = $"/console/places/{place.Id}/edit";
        var seen = await ana.Open(path);
        using (await beto.Do(path, [.. Whole.Where(f => f.Item1 != "Description"), ("Description", "Lo de Beto")])) { }
        using var late = await ana.Post(path, null, [.. seen, .. Whole.Where(f => f.Item1 != "Description"), ("Description", "Lo de Ana")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Access.Desk.Read(late);
        Assert.Equal("Lo de Ana", page.GetElementById("Description")!.TextContent.Trim());
        Assert.Contains(page.QuerySelectorAll("main tbody tr"), r => r.TextContent.Contains("Lo de Beto", StringComparison.Ordinal) && r.TextContent.Contains("Cama, comida y ducha.", StringComparison.Ordinal));
        Assert.Equal("Lo de Beto", (await _platform.Stored(place.Id)).Profile.Description);
    }

    [Fact]
    public async Task What_the_form_has_no_field_for_cannot_be_written_through_it()
    {
        var place = Some.Place(approved: false, disclosure: Disclosures.Area);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        using (await desk.Do($"/console/places/{place.Id}/edit", [.. Whole, ("Place.Status", "approved"), ("Status", "approved"), ("Disclosure", "exact"), ("Form.Disclosure", "exact"), ("Country", "HN"), ("Place.Whereabouts.Address", "x"), ("OrganizationId", Guid.CreateVersion7().ToString())])) { }
        var stored = await _platform.Stored(place.Id);
        Assert.Equal((PlaceStatus.Queued, Disclosures.Area, "MX", "4a Avenida Norte 12", (Guid?)null), (stored.Status, stored.Disclosure, stored.Country, stored.Whereabouts.Address!, stored.OrganizationId));
    }

    [Fact]
    public async Task A_kind_that_asks_for_more_discretion_hides_the_address_by_itself()
    {
        var place = Some.Place(kind: PlaceKinds.Other);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        using (await desk.Do($"/console/places/{place.Id}/edit", [.. Whole.Where(f => f.Item1 != "Kind"), ("Kind", "women")])) { }
        Assert.Equal((PlaceKinds.Women, Disclosures.Area), ((await _platform.Stored(place.Id)).Kind, (await _platform.Stored(place.Id)).Disclosure));
    }

    public void Dispose() => _platform.Dispose();
}
