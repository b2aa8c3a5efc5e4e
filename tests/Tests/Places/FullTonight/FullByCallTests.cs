using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Desk.Deeds;
using Amparo.Places.Entries;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.FullTonight;

[Trait("Needs", "Database")]
public sealed class FullByCallTests : IDisposable
{
    private const string Phone = "+52 000 555 0101";
    private readonly Platform _platform = new();

    private async Task<Place> Given(string kind = PlaceKinds.Shelter, string disclosure = Disclosures.Exact, PlaceProfile? profile = null, bool approved = true)
    {
        var place = Some.Place(kind: kind, disclosure: disclosure, profile: profile ?? new() { Phones = [new(Phone, "voice", null, "Recepción")] }, approved: approved);
        await _platform.Given(place);
        return place;
    }

    [Fact]
    public async Task An_officer_says_it_after_a_call_to_a_registered_number_and_takes_it_back_after_another()
    {
        var place = await Given();
        using var desk = await _platform.As("country_steward", Scope.Country("MX"));
        var path = $"/console/places/{place.Id}/full";
        Assert.Contains((await desk.Page($"/console/places/{place.Id}")).QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
        foreach (var number in new[] { "", "+52 000 555 0999" })
            using (var none = await desk.Do(path, ("Say", "full"), ("Called", number))) Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Null((await _platform.Stored(place.Id)).FullUntil);
        using (var said = await desk.Do(path, ("Say", "full"), ("Called", Phone))) Assert.EndsWith("done=mine_full", said.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), (await _platform.Stored(place.Id)).FullUntil); // 06:00 there
        Assert.True(await _platform.Read(db => db.Set<AuditEntry>().AnyAsync(a => a.Act == "places.say_full_called" && a.Record == place.Id && a.Purpose == SayFullModel.Why && a.By == desk.AccountId)));
        using (await desk.Do(path, ("Say", "room"), ("Called", Phone))) { }
        Assert.Null((await _platform.Stored(place.Id)).FullUntil);
    }

    [Fact]
    public async Task Of_refuges_homes_for_children_hidden_and_unpublished_places_nobody_says_it_after_any_call()
    {
        using var desk = await _platform.As("regional_steward", Scope.Region);
        foreach (var never in new[] { await Given(PlaceKinds.Women, Disclosures.Area), await Given(PlaceKinds.ChildProtection), await Given(disclosure: Disclosures.Officers), await Given(approved: false), await Given(profile: new() { Phones = [new(Phone)], Serves = [Populations.UnaccompaniedChildren] }) })
        {
            var path = $"/console/places/{never.Id}/full";
            Assert.DoesNotContain((await desk.Page($"/console/places/{never.Id}")).QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
            Assert.Null((await desk.Page(path)).QuerySelector("main form"));
            using var refused = await desk.Post(path, null, ("Version", $"{never.Version}"), ("Say", "full"), ("Called", Phone));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Null((await _platform.Stored(never.Id)).FullUntil);
        }
    }

    public void Dispose() => _platform.Dispose();
}
