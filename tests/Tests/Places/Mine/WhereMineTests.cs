using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Mine;

/// <summary>An organisation says where its place is: a steward decides, and of a hidden one nothing finer than its area passes through a proposal.</summary>
[Trait("Needs", "Database")]
public sealed class WhereMineTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly Organization _own = new() { Name = "Red Alfa" };

    private async Task<Place> Given(string disclosure = Disclosures.Exact)
    {
        if (!await _platform.Read(db => db.Set<Organization>().AnyAsync())) await _platform.Given(_own);
        var place = Some.Place("Albergue Alfa", disclosure: disclosure);
        place.OrganizationId = _own.Id;
        await _platform.Given(place);
        return place;
    }

    private Task<Access.Desk> Partner() => _platform.Of(_own.Id, "partner", Scope.Organisation(_own.Id));
    private Task<ProposedChange> Change() => _platform.Read(db => db.Set<ProposedChange>().AsNoTracking().SingleAsync(c => c.State == ProposalStates.Waits));

    private static (string, string)[] Moved(params (string, string)[] more) => [("TownName", "San Cristóbal de las Casas"), ("Address", "Calle Inventada 7"), ("Latitude", "16.7370"), ("Longitude", "-92.6376"), .. more];

    [Fact]
    public async Task A_new_address_town_and_point_wait_for_a_steward_who_sees_them_beside_what_is_there()
    {
        var place = await Given();
        using var partner = await Partner();
        var path = $"/console/mine/{place.Id}/edit/where";
        Assert.Equal("4a Avenida Norte 12", (await partner.Page(path)).GetElementById("Address")!.GetAttribute("value"));
        using (var looked = await partner.Do(path, Moved(("Step", "find")))) Assert.NotEmpty((await Access.Desk.Read(looked)).QuerySelectorAll("svg.map"));
        Assert.Equal(0, await _platform.Read(db => db.Set<ProposedChange>().CountAsync())); // a look sends nothing
        using (var asked = await partner.Do(path, Moved())) Assert.Equal($"/console/mine/{place.Id}?done=mine_proposed", asked.Headers.Location?.ToString());
        var before = await _platform.Stored(place.Id);
        Assert.Equal(("Tapachula", "4a Avenida Norte 12", 14.9067), (before.Locality, before.Whereabouts.Address, before.Whereabouts.Latitude!.Value));

        using var steward = await _platform.As("country_steward", Scope.Country("MX"));
        var rows = (await steward.Page($"/console/places/{place.Id}/changes")).QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        foreach (var said in new[] { "San Cristóbal de las Casas", "Calle Inventada 7", "16.737" }) Assert.Contains(rows, r => r.Contains(said, StringComparison.Ordinal));
        using (var decided = await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"))) Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var after = await _platform.Stored(place.Id);
        Assert.Equal(("San Cristóbal de las Casas", "Calle Inventada 7", 16.737, -92.6376), (after.Locality, after.Whereabouts.Address, after.Whereabouts.Latitude!.Value, after.Whereabouts.Longitude!.Value));
        Assert.Equal(("Chiapas", "Señora Ruiz, guardia de noche"), (after.Admin1Name, after.Whereabouts.StaffContact));
        Assert.InRange(after.AreaLatitude!.Value, 16.5, 17);
    }

    [Fact]
    public async Task A_point_that_cannot_be_is_said_and_a_change_of_something_else_keeps_what_was_asked_of_the_place()
    {
        var place = await Given();
        using var partner = await Partner();
        var path = $"/console/mine/{place.Id}/edit/where";
        using (var wrong = await partner.Do(path, ("TownName", "Tapachula"), ("Address", "x"), ("Latitude", "14.9067"), ("Longitude", "92.2631")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.NotNull((await Access.Desk.Read(wrong)).QuerySelector("button[value='at:14.9067,-92.2631']"));
        }
        using (await partner.Do(path, Moved())) { }
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        using (await partner.Do($"/console/mine/{place.Id}/edit/conditions", ("RequiredDocuments", "Ninguno"))) { }
        var change = await Change();
        Assert.Equal(("Calle Inventada 7", "Ninguno"), (change.After.Where!.Address, change.After.Profile.RequiredDocuments[0]));
    }

    [Theory, InlineData(Disclosures.Area), InlineData(Disclosures.Officers)]
    public async Task Of_a_hidden_place_no_address_or_point_is_shown_or_taken_whatever_is_posted(string disclosure)
    {
        var place = await Given(disclosure);
        using var partner = await Partner();
        var path = $"/console/mine/{place.Id}/edit/where";
        var page = await partner.Page(path);
        Assert.Null(page.QuerySelector("#Address, #Latitude, svg.map"));
        Assert.DoesNotContain("4a Avenida", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using (await partner.Do(path, Moved())) { }
        var change = await Change();
        Assert.Equal(((string?)null, (double?)null, "San Cristóbal de las Casas"), (change.After.Where!.Address, change.After.Where.Latitude, change.After.Where.Locality));
        using var steward = await _platform.As("country_steward", Scope.Country("MX"));
        using (await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"))) { }
        var after = await _platform.Stored(place.Id);
        Assert.Equal(("San Cristóbal de las Casas", "4a Avenida Norte 12", 14.9067), (after.Locality, after.Whereabouts.Address, after.Whereabouts.Latitude!.Value));
    }

    [Fact]
    public async Task What_was_asked_while_everybody_might_know_it_is_neither_shown_nor_written_once_the_place_hides()
    {
        var place = await Given();
        using var partner = await Partner();
        using (await partner.Do($"/console/mine/{place.Id}/edit/where", Moved())) { }
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Id == place.Id)).HideTo(Disclosures.Officers);
            return await db.SaveChangesAsync();
        });
        using var steward = await _platform.As("country_steward", Scope.Country("MX"));
        Assert.DoesNotContain("Calle Inventada", (await steward.Page($"/console/places/{place.Id}/changes")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        using (await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"))) { }
        Assert.Equal(("4a Avenida Norte 12", 14.9067), await _platform.Read(async db => { var p = await db.Set<Place>().SingleAsync(x => x.Id == place.Id); return (p.Whereabouts.Address!, p.Whereabouts.Latitude!.Value); }));
    }

    public void Dispose() => _platform.Dispose();
}
