using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class WhereTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task A_typed_town_is_found_in_the_gazetteer_and_gives_area_zone_and_picture()
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        var path = $"/console/places/{place.Id}/edit/where";
        // Two towns in Mexico bear the name: nobody guesses.
        using (var many = await desk.Do(path, Where("MX", "Ciudad Hidalgo")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
            var page = await Access.Desk.Read(many);
            Assert.True(Choices(page).Count > 1);
            Assert.NotNull(page.QuerySelector("[role=alert] a[href='#TownName']"));
        }
        Assert.Equal("Tapachula", (await _platform.Stored(place.Id)).Locality);
        using (var found = await desk.Do(path, [.. Where("GT", "tecun uman"), ("Step", "find")]))
        {
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
            Assert.NotEmpty((await Access.Desk.Read(found)).QuerySelectorAll("svg.map path.land, svg.map circle.town"));
        }
        Assert.Equal("MX", (await _platform.Stored(place.Id)).Country);
        using (var done = await desk.Do(path, [.. Where("GT", "Quetzaltenango"), ("Latitude", "14.8347"), ("Longitude", "91°31'5\"W"), ("Address", "Calle Inventada 7")])) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(("GT", "Quetzaltenango", "America/Guatemala", "Calle Inventada 7"), (stored.Country, stored.Locality!, stored.TimeZone, stored.Whereabouts.Address!));
        Assert.StartsWith("GT.", stored.Admin1, StringComparison.Ordinal);
        Assert.Equal(-91.518, stored.Whereabouts.Longitude!.Value, 2);
        Assert.True(new GeoPoint(14.83, -91.52).KilometresTo(new(stored.AreaLatitude!.Value, stored.AreaLongitude!.Value)) < 10);
    }

    [Theory]
    [InlineData("14.9067", "92.2631", "sign_lost", "14.9067,-92.2631")]
    [InlineData("-92.2631", "14.9067", "swapped", "14.9067,-92.2631")]
    [InlineData("15.5", "-88.03", "outside_country", null)]
    [InlineData("0", "0", "zero_zero", null)]
    [InlineData("95", "-92", "out_of_range", null)]
    public async Task A_point_that_cannot_be_is_said_in_a_sentence_with_the_one_that_was_meant(string latitude, string longitude, string why, string? meant)
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        using var answer = await desk.Do($"/console/places/{place.Id}/edit/where", [.. Where("MX", "Tapachula"), ("Latitude", latitude), ("Longitude", longitude), ("Sure", "true")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Access.Desk.Read(answer);
        Assert.Contains(Es("places.desk.point." + why).Split('{')[0], page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        if (meant is not null) Assert.NotNull(page.QuerySelector($"button[value='at:{meant}']"));
        Assert.Equal(latitude, page.GetElementById("Latitude")!.GetAttribute("value"));
        Assert.Equal(14.9067, (await _platform.Stored(place.Id)).Whereabouts.Latitude);
        if (meant is null) return;
        using var moved = await desk.Do($"/console/places/{place.Id}/edit/where", [.. Where("MX", "Tapachula"), ("Latitude", latitude), ("Longitude", longitude), ("Step", $"at:{meant}")]);
        Assert.Equal("-92.2631", (await Access.Desk.Read(moved)).GetElementById("Longitude")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_point_in_another_area_is_saved_only_by_somebody_who_insists()
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Region);
        var path = $"/console/places/{place.Id}/edit/where";
        (string, string)[] oaxaca = [.. Where("MX", "Tapachula"), ("Latitude", "17.0606"), ("Longitude", "-96.7254")];
        using (var doubt = await desk.Do(path, oaxaca))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, doubt.StatusCode);
            Assert.NotNull((await Access.Desk.Read(doubt)).QuerySelector("input[name=Sure]"));
        }
        using (var sure = await desk.Do(path, [.. oaxaca, ("Sure", "true")])) Assert.Equal(HttpStatusCode.Redirect, sure.StatusCode);
        Assert.Equal(17.0606, (await _platform.Stored(place.Id)).Whereabouts.Latitude);
    }

    [Fact]
    public async Task Of_a_hidden_place_the_page_shows_no_address_and_writes_none_whatever_is_posted()
    {
        var place = Some.Place(disclosure: Disclosures.Area);
        await _platform.Given(place);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}/edit/where";
        var page = await desk.Page(path);
        Assert.Null(page.GetElementById("Address"));
        Assert.Null(page.QuerySelector("svg.map"));
        foreach (var secret in new[] { "4a Avenida", "14.9067", "-92.2631" }) Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using (var smuggled = await desk.Do(path, [.. Where("MX", "Tapachula"), ("Address", "Otra 1"), ("Latitude", "14.5"), ("Longitude", "-92.1"), ("StaffContact", "x")])) Assert.Equal(HttpStatusCode.Redirect, smuggled.StatusCode);
        var at = (await _platform.Stored(place.Id)).Whereabouts;
        Assert.Equal(("4a Avenida Norte 12", 14.9067, "Señora Ruiz, guardia de noche"), (at.Address!, at.Latitude!.Value, at.StaffContact!));
        // What is shown when somebody looks up a town knows no more.
        using var looked = await desk.Do(path, [.. Where("MX", "Tapachula"), ("Step", "at:14.1,-92.1")]);
        Assert.Null((await Access.Desk.Read(looked)).GetElementById("Latitude"));
    }

    [Fact]
    public async Task The_exact_position_has_its_own_page_its_own_permission_and_each_opening_is_on_record()
    {
        var place = Some.Place(disclosure: Disclosures.Officers);
        await _platform.Given(place);
        using var desk = await _platform.As("country_steward", Scope.Country("MX"));
        var path = $"/console/places/{place.Id}/whereabouts/edit";
        var page = await desk.Page(path);
        Assert.Equal("4a Avenida Norte 12", page.GetElementById("Address")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("svg.map circle[data-mark]"));
        Assert.Equal(1, await Seen(place.Id));
        using (var done = await desk.Do(path, ("Address", "5a Avenida 3"), ("Latitude", "14.91"), ("Longitude", "-92.26"), ("StaffContact", "Guardia"), ("Notes", ""))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(2, await Seen(place.Id));
        var at = (await _platform.Stored(place.Id)).Whereabouts;
        Assert.Equal(("5a Avenida 3", 14.91, "Guardia", (string?)null), (at.Address!, at.Latitude!.Value, at.StaffContact!, at.Notes));
        Assert.Equal(1, await _platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == "places.edit_whereabouts" && a.Table == "places_whereabouts" && a.By == desk.AccountId)));

        using var editor = await _platform.As("editor", Scope.Country("MX"));
        await editor.Page(path, 403);
    }

    [Fact]
    public async Task Who_may_write_a_position_but_not_read_it_writes_nothing()
    {
        var place = Some.Place(disclosure: Disclosures.Officers);
        await _platform.Given(place);
        await _platform.In(async (db, _) =>
        {
            db.Add(new RolePermission { Role = "editor", Act = "places.edit_whereabouts" });
            return await db.SaveChangesAsync();
        });
        using var desk = await _platform.As("editor", Scope.Region);
        await desk.Page($"/console/places/{place.Id}/whereabouts/edit", 404);
        using var blind = await desk.Post($"/console/places/{place.Id}/whereabouts/edit", null, ("Version", "1"), ("Address", "x"));
        Assert.Equal(HttpStatusCode.NotFound, blind.StatusCode);
        Assert.Equal("4a Avenida Norte 12", (await _platform.Stored(place.Id)).Whereabouts.Address);
    }

    [Fact]
    public async Task Two_who_move_a_hidden_place_at_once_lose_nothing_and_read_nothing_unrecorded()
    {
        var place = Some.Place(disclosure: Disclosures.Officers);
        await _platform.Given(place);
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        var path = $"/console/places/{place.Id}/whereabouts/edit";
        var seen = await ana.Open(path);
        using (await beto.Do(path, ("Address", "Lo de Beto 9"), ("Latitude", "14.91"), ("Longitude", "-92.26"))) { }
        using var late = await ana.Post(path, null, [.. seen, ("Address", "Lo de Ana 8"), ("Latitude", "14.92"), ("Longitude", "-92.25")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Access.Desk.Read(late);
        Assert.Equal("Lo de Ana 8", page.GetElementById("Address")!.GetAttribute("value"));
        Assert.DoesNotContain("Lo de Beto", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("Lo de Beto 9", (await _platform.Stored(place.Id)).Whereabouts.Address);
    }

    [Fact]
    public async Task Nobody_sends_an_entry_to_a_country_that_is_not_theirs()
    {
        var place = Some.Place(approved: false);
        await _platform.Given(place);
        using var desk = await _platform.As("editor", Scope.Country("MX"));
        using var sent = await desk.Do($"/console/places/{place.Id}/edit/where", Where("GT", "Quetzaltenango"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal("MX", (await _platform.Stored(place.Id)).Country);
    }

    private Task<int> Seen(Guid place) => _platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == "places.see_whereabouts" && a.Record == place));

    private static (string, string)[] Where(string country, string town) => [("Country", country), ("TownName", town), ("Locality", ""), ("AreaName", "")];

    private static List<string> Choices(IDocument page) => [.. page.QuerySelectorAll("button[value^='town:']").Select(b => b.TextContent)];

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
