using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Duplicates;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

/// <summary>Whoever runs a place sees where it is: a hidden one is given to nobody on one person's word, through no door.</summary>
[Trait("Needs", "Database")]
public sealed class GivingTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly Organization _red = new() { Name = "Red Inventada" }, _ong = new() { Name = "Otra Inventada" };

    private async Task<Place> Given(string disclosure, string name = "Casa Oculta", Organization? of = null, bool approved = false)
    {
        if (!await _platform.Read(db => db.Set<Organization>().AnyAsync())) await _platform.Given(_red, _ong);
        var place = Some.Place(name, disclosure: disclosure, approved: approved);
        place.OrganizationId = of?.Id;
        await _platform.Given(place);
        return place;
    }

    private Task<Access.Desk> Steward() => _platform.As("country_steward", Scope.Country("MX"));

    private static async Task<string> Give(Access.Desk desk, Guid place, string organization, params (string, string)[] more)
    {
        using var answer = await desk.Do($"/console/places/{place}/edit/other", [("TextLanguage", "es"), ("Organization", organization), .. more]);
        return answer.Headers.Location?.ToString() ?? $"{(int)answer.StatusCode}";
    }

    [Theory, InlineData(Disclosures.Officers, false), InlineData(Disclosures.Area, false), InlineData(Disclosures.Area, true)]
    public async Task A_hidden_place_that_is_given_to_an_organisation_waits_and_its_partners_see_nothing_until_another_person_confirms(string disclosure, bool approved)
    {
        var place = await Given(disclosure, approved: approved);
        var path = $"/console/places/{place.Id}";
        using var partner = await _platform.Of(_red.Id, "partner", Scope.Organisation(_red.Id));
        using var first = await Steward();
        Assert.Equal($"{path}?done=place_given_waits", await Give(first, place.Id, "Red Inventada"));
        Assert.Contains("segunda persona", (await first.Page($"{path}?done=place_given_waits")).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await _platform.Stored(place.Id)).OrganizationId);
        foreach (var door in new[] { "", "/whereabouts" }) await partner.Page(path + door, 404);
        await partner.Page($"/console/mine/{place.Id}", 404);

        using (var oneself = await first.Do($"{path}/contacts", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, oneself.StatusCode);
        Assert.Null((await _platform.Stored(place.Id)).OrganizationId);
        using var second = await Steward();
        var asked = (await second.Page($"{path}/contacts")).QuerySelector("main")!;
        Assert.Contains("Red Inventada", Assert.Single(asked.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("verán dónde está", asked.TextContent, StringComparison.Ordinal);
        using (var confirmed = await second.Do($"{path}/contacts", ("Decision", "yes"))) Assert.Equal($"{path}?done=place_contacts", confirmed.Headers.Location!.ToString());
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(_red.Id, stored.OrganizationId);
        Assert.Null(stored.ProposedContacts);
        await partner.Page($"{path}/whereabouts");
    }

    [Fact]
    public async Task A_refused_gift_stays_ungiven_and_an_open_place_or_an_organisation_that_nobody_is_in_waits_for_nobody()
    {
        var (hidden, open, made) = (await Given(Disclosures.Officers), await Given(Disclosures.Exact, "Comedor"), await Given(Disclosures.Officers, "Otra casa"));
        using var first = await Steward();
        using var second = await Steward();
        await Give(first, hidden.Id, "Red Inventada");
        using (var refused = await second.Do($"/console/places/{hidden.Id}/contacts", ("Decision", "no"))) Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        var ungiven = await _platform.Stored(hidden.Id);
        Assert.True(ungiven is { OrganizationId: null, ProposedContacts: null });
        Assert.EndsWith("?done=place_edited", await Give(first, open.Id, "Red Inventada"), StringComparison.Ordinal);
        Assert.Equal(_red.Id, (await _platform.Stored(open.Id)).OrganizationId);
        await Give(first, made.Id, "Casa Nueva A.C.", ("NewOrganization", "true"));
        Assert.NotNull((await _platform.Stored(made.Id)).OrganizationId);
    }

    [Fact]
    public async Task Somebody_who_changes_something_else_after_it_neither_loses_nor_takes_over_what_waits()
    {
        var place = await Given(Disclosures.Area, approved: true);
        using var first = await Steward();
        using var second = await Steward();
        await Give(first, place.Id, "Red Inventada");
        await Give(second, place.Id, "", ("LastDay", "2027-03-31"));
        await _platform.In(async (db, _) =>
        {
            var stored = await db.Set<Place>().SingleAsync(p => p.Id == place.Id);
            stored.Write(PlaceTexts.Of(stored) with { Profile = stored.Profile with { Url = "https://nueva.example" } }, second.AccountId, _platform.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var waits = (await _platform.Stored(place.Id)).ProposedContacts!;
        Assert.Equal(((Guid?)_red.Id, "https://nueva.example", true, true), (waits.Organization, waits.Url, waits.IsOf(first.AccountId), waits.IsOf(second.AccountId)));
        foreach (var desk in new[] { first, second })
        {
            using var oneself = await desk.Do($"/console/places/{place.Id}/contacts", ("Decision", "yes"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, oneself.StatusCode);
        }
    }

    [Fact]
    public async Task Merging_gives_a_hidden_place_away_no_more_than_the_form_does()
    {
        var (free, run) = (await Given(Disclosures.Officers), await Given(Disclosures.Officers, "Casa oculta dos", _red));
        var other = await Given(Disclosures.Officers, "Casa oculta tres", _ong);
        var (by, now) = (Guid.CreateVersion7(), _platform.Clock.Now);
        await _platform.In(async (db, _) =>
        {
            var places = await db.Set<Place>().ToDictionaryAsync(p => p.Id);
            await db.Merge(places[free.Id], places[run.Id], new HashSet<string> { "organization", "whereabouts" }, by, now, default);
            Assert.Equal(((Guid?)null, (Guid?)_red.Id), (places[free.Id].OrganizationId, places[free.Id].ProposedContacts!.Organization));
            return await db.SaveChangesAsync();
        });
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => _platform.In(async (db, _) =>
        {
            var places = await db.Set<Place>().ToDictionaryAsync(p => p.Id);
            // The people of the one that stays would read where the refuge of the others is.
            places[run.Id].PartAgain(await db.Set<PlaceMerge>().SingleAsync());
            return await db.Merge(places[run.Id], places[other.Id], new HashSet<string> { "whereabouts" }, by, now, default);
        }));
        Assert.Equal("places.merge.whereabouts_of_another", broken.Key);
    }

    [Fact]
    public async Task What_an_import_says_of_who_runs_a_hidden_place_waits_too_when_somebody_accepts_its_row()
    {
        var place = await Given(Disclosures.Officers);
        var listed = PlaceContent.Of(place) with { OrganizationId = _red.Id, Name = "Casa Oculta Norte" };
        await _platform.In(async (db, _) =>
        {
            var stored = await db.Set<Place>().SingleAsync(p => p.Id == place.Id);
            Assert.True(listed.Into(stored, Guid.CreateVersion7(), _platform.Clock.Now));
            return await db.SaveChangesAsync();
        });
        var after = await _platform.Stored(place.Id);
        Assert.Equal(("Casa Oculta Norte", (Guid?)null, (Guid?)_red.Id), (after.Name, after.OrganizationId, after.ProposedContacts!.Organization));
    }

    public void Dispose() => _platform.Dispose();
}
