using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Asking;
using Amparo.Places.Entries;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Asking;

[Trait("Needs", "Database")]
public sealed class AskDeskTests : IDisposable
{
    private readonly AskHouse _house = new();

    [Fact]
    public async Task A_steward_takes_a_link_for_whatsapp_and_that_is_on_record()
    {
        var place = _house.Due(number: null);
        await _house.Platform.Given(place);
        using var desk = await _house.Of("editor", Scope.Country("MX"));
        using var taken = await desk.Do($"/console/places/{place.Id}/ask");
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var copied = (await desk.Page($"/console/places/{place.Id}/ask")).QuerySelector("#share")!.TextContent;
        var link = new Uri(copied[copied.IndexOf("https://", StringComparison.Ordinal)..].Trim()).AbsolutePath;
        var ask = Assert.Single(await _house.Asks());
        Assert.Equal((Ask.ByHand, desk.AccountId), (ask.Channel, ask.By));
        Assert.True(await _house.Platform.Read(db => db.Set<AuditEntry>().AnyAsync(a => a.Act == "places.assure" && a.Table == "places_ask" && a.Record == ask.Id && a.By == desk.AccountId && a.Outcome == AuditOutcomes.Seen)));
        using var other = await _house.Of("editor", Scope.Country("MX"));
        Assert.Null((await other.Page($"/console/places/{place.Id}/ask")).QuerySelector("#share"));
        await _house.Press(link, PlaceAnswers.AllTrue);
        Assert.Equal(Assurers.PlaceItself, (await _house.Platform.Stored(place.Id)).AssuredBy);
    }

    [Fact]
    public async Task What_the_place_gave_is_sealed_masked_and_asked_for_in_its_language()
    {
        var place = _house.Due(disclosure: Disclosures.Officers);
        await _house.Platform.Given(place);
        using var desk = await _house.Of("country_steward", Scope.Country("MX"));
        using var saved = await desk.Do($"/console/places/{place.Id}/ask/contact", ("Channel", "sms"), ("Address", "+52 (000) 555-0777"), ("Language", "fr"), ("Gave", "true"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var stored = await _house.Platform.Read(db => db.Set<AskContact>().SingleAsync());
        Assert.Equal("+520005550777", _house.Addresses.Unseal(place.Id, stored.Address));
        foreach (var path in new[] { $"/console/places/{place.Id}/ask", $"/console/places/{place.Id}/ask/contact" })
            Assert.DoesNotContain("5550777", (await desk.Page(path)).DocumentElement.OuterHtml.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await _house.Run();
        await _house.Sender.SendDue(default);
        Assert.Equal("+520005550777", Assert.Single(_house.Sms.Sent).Number);
        Assert.Contains("Effacez ce message", _house.Sms.Sent.Single().Text, StringComparison.Ordinal);
        using var taken = await desk.Do($"/console/places/{place.Id}/ask/contact", ("Channel", "none"));
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<AskContact>().CountAsync()));
    }

    [Theory]
    [InlineData("sms", "555 0101", "es", "true")]
    [InlineData("mail", "not a mailbox", "es", "true")]
    [InlineData("sms", "+520005550101", "de", "true")]
    [InlineData("pigeon", "+520005550101", "es", "true")]
    [InlineData("sms", "+520005550101", "es", "false")]
    public async Task What_is_not_whole_or_was_not_given_for_this_is_not_saved(string channel, string address, string language, string gave)
    {
        var place = _house.Due();
        await _house.Platform.Given(place);
        using var desk = await _house.Of("country_steward", Scope.Country("MX"));
        using var answer = await desk.Do($"/console/places/{place.Id}/ask/contact", ("Channel", channel), ("Address", address), ("Language", language), ("Gave", gave));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<AskContact>().CountAsync()));
    }

    [Fact]
    public async Task The_list_shows_who_cannot_be_reached_who_asked_not_to_be_and_what_it_cost_within_ones_reach()
    {
        var (here, stopped) = (_house.Due(), _house.Due("+52 000 555 0102", name: "Comedor del Puente"));
        await _house.Platform.Given(here, stopped);
        await _house.Run();
        _house.Sms.Answers = n => new(HandedOver.Accepted);
        await _house.Sender.SendDue(default);
        await _house.Platform.Given(new Stopped { AddressHash = _house.Addresses.HashOf(Channels.Sms, "+520005550102"), At = _house.Clock.Now });
        using var desk = await _house.Of("country_steward", Scope.Country("MX"));
        var page = await desk.Page("/console/places/asked");
        Assert.Equal(2, page.QuerySelectorAll("main tbody")[0].QuerySelectorAll("tr").Length);
        Assert.Contains("0.08 USD", page.Body!.TextContent.Replace(',', '.'), StringComparison.Ordinal); // two messages of two segments
        Assert.Equal("Comedor del Puente", Assert.Single((await desk.Page("/console/places/asked?view=stopped")).QuerySelectorAll("main tbody th a")).TextContent);
        Assert.Empty((await desk.Page("/console/places/asked?view=unreached")).QuerySelectorAll("main tbody"));
        Assert.NotNull((await desk.Page($"/console/places/{stopped.Id}/ask")).QuerySelector(".note.warn"));
        using var elsewhere = await _house.Of("country_steward", Scope.Country("HN"));
        Assert.Empty((await elsewhere.Page("/console/places/asked")).QuerySelectorAll("main tbody"));
    }

    [Fact]
    public async Task What_messages_cost_is_said_by_country_and_to_an_organisation_of_its_own_places_each_once()
    {
        var own = new Organization { Name = "Red Alfa" };
        var places = new[] { _house.Due("+52 000 555 0101"), _house.Due("+52 000 555 0102"), _house.Due("+504 0000 0103"), _house.Due("+504 0000 0104") };
        foreach (var place in places[2..]) place.Country = "HN";
        (places[1].OrganizationId, places[2].OrganizationId) = (own.Id, own.Id);
        await _house.Platform.Given([own, .. places]);
        Assert.Equal(4, await _house.Run());
        async Task<int> Seen(params (string, Scope)[] roles)
        {
            using var desk = await _house.Of(roles);
            return (await desk.Page("/console/places/asked")).QuerySelectorAll("main tbody").ElementAtOrDefault(1)?.QuerySelectorAll("tr td:nth-child(2)").Sum(c => int.Parse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture)) ?? 0;
        }
        Assert.Equal(4, await Seen(("regional_steward", Scope.Region)));
        Assert.Equal(2, await Seen(("country_steward", Scope.Country("MX"))));
        Assert.Equal(2, await Seen(("partner", Scope.Organisation(own.Id))));
        Assert.Equal(1, await Seen(("hub_officer", new Scope(Scope.HubKind, places[3].Id.ToString()))));
        // Two of Mexico and the one of hers that lies elsewhere.
        Assert.Equal(3, await Seen(("country_steward", Scope.Country("MX")), ("partner", Scope.Organisation(own.Id))));
        _house.Clock.Now = new(2026, 12, 1, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal(0, await Seen(("regional_steward", Scope.Region)));
    }

    public void Dispose() => _house.Dispose();
}

internal static class AskDesks
{
    /// <summary>Somebody at a desk of this house: its site, with its own settings.</summary>
    public static Task<Access.Desk> Of(this AskHouse house, string role, Scope scope) => house.Of((role, scope));

    public static async Task<Access.Desk> Of(this AskHouse house, params (string Role, Scope Scope)[] roles)
    {
        var now = house.Clock.Now;
        var account = Desks.NewAccount(now);
        account.SignedIn(now);
        var (session, token) = Desks.NewSession(account.Id, now);
        await house.Platform.Given([account, session, .. roles.Select(r => Desks.Given(account.Id, r.Role, r.Scope, now))]);
        return new(house.Site, token) { AccountId = account.Id, SessionId = session.Id };
    }
}
