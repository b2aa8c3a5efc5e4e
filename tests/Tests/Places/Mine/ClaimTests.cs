using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Claiming;
using Amparo.Places.Entries;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Asking;
using Amparo.Tests.Places.Desk;
using Amparo.Tests.Public;

namespace Amparo.Tests.Places.Mine;

[Trait("Needs", "Database")]
public sealed class ClaimTests : IDisposable
{
    private readonly AskHouse _house = new();

    private async Task<Place> Shown()
    {
        var place = _house.Due();
        await _house.Platform.Given(place);
        _house.Show(place);
        return place;
    }

    private async Task<int> Ask(Place place, string email = "casa@example.org", string name = "Quien Atiende", string? site = "same-origin")
    {
        var path = $"/es/centres/{place.Slug}/claim";
        var key = (await _house.Open(path)).Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key, ["organisation"] = "Casa Alfa", ["name"] = name, ["email"] = email, ["words"] = "Llámeme al +52 000 555 0666" }),
        };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await _house.Site.CreateClient(new() { AllowAutoRedirect = false }).SendAsync(request);
        await _house.Site.Services.GetRequiredService<TakeClaims>().TakeAll(default);
        return (int)answer.StatusCode;
    }

    private Task<List<Claim>> Claims() => _house.Platform.Read(db => db.Set<Claim>().AsNoTracking().OrderBy(c => c.At).ToListAsync());
    private Task<Access.Desk> Steward() => _house.Of("country_steward", Scope.Country("MX"));
    private static Task<HttpResponseMessage> Check(Access.Desk desk, Place place, Claim claim, string how) => desk.Do($"/console/places/{place.Id}/claims", ("Claim", claim.Id.ToString()), ("How", how));

    [Fact]
    public async Task Two_people_in_two_ways_make_sure_before_anybody_gets_a_link()
    {
        var place = await Shown();
        Assert.Equal(200, await Ask(place));
        var claim = Assert.Single(await Claims());
        using var first = await Steward();
        Assert.Equal(HttpStatusCode.Redirect, (await Check(first, place, claim, "call")).StatusCode);
        Assert.Equal((ClaimStates.First, 0), (Assert.Single(await Claims()).State, await _house.Platform.Read(db => db.Set<Account>().CountAsync(a => a.Email == "casa@example.org"))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Check(first, place, claim, "document")).StatusCode); // the same person
        using var second = await Steward();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Check(second, place, claim, "call")).StatusCode); // the same way
        using var confirmed = await Check(second, place, claim, "document");
        Assert.Equal("/console/places/claims?done=invited", confirmed.Headers.Location!.ToString());
        var account = await _house.Platform.Read(db => db.Set<Account>().SingleAsync(a => a.Email == "casa@example.org"));
        var role = await _house.Platform.Read(db => db.Set<Assignment>().SingleAsync(a => a.AccountId == account.Id));
        Assert.Equal(("partner", Scope.Organisation((await _house.Platform.Stored(place.Id)).OrganizationId!.Value)), (role.Role, role.Scope));
        var over = Assert.Single(await Claims());
        Assert.Equal((ClaimStates.Confirmed, null, null, null), (over.State, over.Name, over.Email, over.Words));
        Assert.Contains("casa@example.org", Assert.Single(_house.Post.Sent).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_of_one_place_open_no_other_place_of_its_network()
    {
        var network = new Organization { Name = "Red Inventada" };
        await _house.Platform.Given(network);
        var (place, refuge) = (_house.Due(), Some.Place("Refugio", disclosure: Disclosures.Officers));
        (place.OrganizationId, refuge.OrganizationId) = (network.Id, network.Id);
        await _house.Platform.Given(place, refuge);
        _house.Show(place);
        await Ask(place);
        var claim = Assert.Single(await Claims());
        using var first = await Steward();
        using var second = await Steward();
        foreach (var (desk, how) in new[] { (first, "call"), (second, "document") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Check(desk, place, claim, how)).StatusCode);
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<Account>().CountAsync(a => a.Email == "casa@example.org")));
        Assert.Equal(HttpStatusCode.Redirect, (await Check(second, place, claim, CheckClaimsModel.Decline)).StatusCode);
    }

    [Fact]
    public async Task Who_is_not_who_they_say_is_declined_and_forgotten()
    {
        var place = await Shown();
        await Ask(place);
        using var steward = await Steward();
        await Check(steward, place, Assert.Single(await Claims()), CheckClaimsModel.Decline);
        var over = Assert.Single(await Claims());
        Assert.Equal((ClaimStates.Declined, null, null), (over.State, over.Name, over.Email));
        Assert.Empty(_house.Post.Sent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.Post($"/console/places/{place.Id}/claims", null, ("Claim", over.Id.ToString()), ("How", "call"))).StatusCode);
    }

    [Fact]
    public async Task Nobody_of_another_country_sees_who_asks_and_no_partner_checks_claims()
    {
        var place = await Shown();
        await Ask(place);
        using var elsewhere = await _house.Of("country_steward", Scope.Country("HN"));
        Assert.DoesNotContain("Casa Alfa", (await elsewhere.Page("/console/places/claims")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get($"/console/places/{place.Id}/claims")).StatusCode);
        using var partner = await _house.Of("partner", Scope.Country("MX"));
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.Get($"/console/places/{place.Id}/claims")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_whole_or_comes_from_another_site_is_not_taken()
    {
        var place = await Shown();
        Assert.Equal(400, await Ask(place, email: "no mailbox"));
        Assert.Equal(400, await Ask(place, name: ""));
        Assert.Equal(403, await Ask(place, site: "cross-site"));
        Assert.Empty(await Claims());
    }

    [Fact]
    public async Task Two_servers_that_take_one_claim_at_once_make_one_of_it()
    {
        var place = await Shown();
        var taking = _house.Site.Services.GetRequiredService<TakeClaims>();
        for (var i = 0; i < 5; i++)
            await _house.Platform.In(async (_, services) =>
            {
                await services.GetRequiredService<IInbox>().Put(PlaceClaim.Kind, Guid.CreateVersion7().ToString("N"), System.Text.Json.JsonSerializer.Serialize(new PlaceClaim(place.Id, "Casa", "Ana", "a@example.org", "es", null), CompactJson.Options), default);
                return 0;
            });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => taking.TakeAll(default))));
        await taking.TakeAll(default);
        Assert.Equal(5, (await Claims()).Count);
    }

    [Fact]
    public async Task A_flood_of_claims_of_one_place_ends()
    {
        var place = await Shown();
        for (var i = 0; i < TakeClaims.MostOpen + 3; i++) await Ask(place, $"casa{i}@example.org");
        Assert.Equal(TakeClaims.MostOpen, (await Claims()).Count);
    }

    [Theory, InlineData("es"), InlineData("en"), InlineData("fr"), InlineData("pt"), InlineData("ht")]
    public async Task The_form_says_in_every_language_that_help_does_not_hang_on_it(string language)
    {
        var place = await Shown();
        Assert.Contains(Readers.Text(language, "public.claim.what"), Readers.Said((await _house.Open($"/{language}/centres/{place.Slug}/claim")).Page), StringComparison.Ordinal);
    }

    public void Dispose() => _house.Dispose();
}
