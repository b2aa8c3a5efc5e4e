using System.Net;
using System.Text.Json;
using Amparo.Contracts.Places;
using AngleSharp.Dom;

namespace Amparo.Tests.Public.Map;

/// <summary>What a map is told: the same as a list, and never where a hidden house stands.</summary>
public sealed class PointsTests : IDisposable
{
    private static readonly string[] TypedQuestions = ["q=albergue", "near=Tapachula"];
    private readonly Readers _readers = new();

    public void Dispose() => _readers.Dispose();

    public static TheoryData<string> EachLanguage => new(Languages.All);

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task A_map_says_of_each_place_what_the_list_says_in_five_languages(string language)
    {
        foreach (var question in new[] { "kind=shelter&near=14.90,-92.25", "q=posada+camino&near=14.95,-92.20", "kind=women&near=Tapachula", "kind=consular" })
        {
            var cards = (await _readers.Page($"/{language}/centres?{question}")).QuerySelectorAll(".cards .card");
            var points = await Points($"/{language}/map/points?{question}");
            Assert.NotEmpty(cards);
            foreach (var card in cards)
            {
                var slug = card.QuerySelector("h3 a")!.GetAttribute("href")!.Split('/')[^1];
                var point = points.Single(p => Text(p, "slug") == slug);
                Assert.Equal(card.QuerySelector("h3")!.TextContent.Trim(), Text(point, "name"));
                Assert.Equal(card.QuerySelector(".state")!.TextContent.Trim(), Text(point, "state"));
                Assert.Equal(card.QuerySelector(".state")!.ClassName!.Trim(), $"state {Text(point, "tone")}".Trim());
                Assert.Equal(card.QuerySelectorAll(".meta").Select(m => m.TextContent.Trim()), [Text(point, "what"), Text(point, "where")]);
                Assert.Equal(card.QuerySelector(".trust")!.TextContent.Trim(), Text(point, "trust"));
                Assert.Equal(card.QuerySelector(".trust")!.ClassList.Contains("doubt"), point.TryGetProperty("doubt", out _));
            }
        }
    }

    [Fact]
    public async Task A_place_whose_address_is_not_public_is_told_by_its_area_and_to_no_more_than_a_kilometre()
    {
        // As if a steward had set the point of the area on the very door.
        var refuge = ReaderPlaces.All().Single(p => p.Slug == "casa-de-las-mujeres-ceiba") with { Latitude = 14.906712, Longitude = -92.263119 };
        var shelter = ReaderPlaces.All().Single(p => p.Slug == "albergue-puente-seguro") with { Latitude = 14.906712, Longitude = -92.263119 };
        _readers.Show(ReaderPlaces.Edition(places: [refuge, shelter, refuge with { Id = Guid.CreateVersion7(), Slug = "otra", Disclosure = "a-word-of-tomorrow" }]));

        using var answer = await _readers.Get("/es/map/points");
        var text = await answer.Content.ReadAsStringAsync();
        var points = await Points("/es/map/points");

        Assert.Equal(3, points.Count);
        foreach (var hidden in points.Where(p => Text(p, "kind") == PlaceKinds.Women))
        {
            Assert.True(hidden.GetProperty("area").GetBoolean());
            Assert.Equal((14.91, -92.26), (hidden.GetProperty("latitude").GetDouble(), hidden.GetProperty("longitude").GetDouble()));
        }
        var exact = points.Single(p => Text(p, "kind") == PlaceKinds.Shelter);
        Assert.False(exact.TryGetProperty("area", out _));
        Assert.Equal((14.90671, -92.26312), (exact.GetProperty("latitude").GetDouble(), exact.GetProperty("longitude").GetDouble()));
        foreach (var kept in new[] { "4a Avenida", "iglesia amarilla", "+52" }) Assert.DoesNotContain(kept, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_office_is_on_the_map_only_for_who_asks_for_it_by_its_kind()
    {
        Assert.DoesNotContain(await Points("/es/map/points?near=Tapachula"), p => Text(p, "kind") == PlaceKinds.MigrationAuthority);
        Assert.DoesNotContain(await Points("/es/map/points?q=migraci%C3%B3n"), p => Text(p, "kind") == PlaceKinds.MigrationAuthority);
        Assert.Contains(await Points("/es/map/points?kind=migration_authority"), p => Text(p, "kind") == PlaceKinds.MigrationAuthority);
    }

    [Fact]
    public async Task What_expired_is_gone_by_the_readers_clock_and_what_closed_is_no_longer_said_to_be_open()
    {
        var place = ReaderPlaces.All().Single(p => p.Slug == "abogados-del-sur");
        _readers.Show(ReaderPlaces.Edition(places: [place, place with { Id = Guid.CreateVersion7(), Slug = "soon-gone", ExpiresAt = ReaderPlaces.Now.AddHours(1) }]));
        Assert.Equal(["Abierto ahora, hasta las 17:00", "Abierto ahora, hasta las 17:00"], (await Points("/es/map/points")).Select(p => Text(p, "state")));

        _readers.Clock.Now = new DateTimeOffset(2026, 11, 21, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(["Cerrado; abre el lunes 23 nov a las 08:00"], (await Points("/es/map/points")).Select(p => Text(p, "state")));
    }

    [Fact]
    public async Task Full_never_stands_alone_on_a_map()
    {
        static PublicPlace Shelter(string slug, bool full) => ReaderPlaces.Place(slug, $"Albergue {slug}", PlaceKinds.Shelter, full: full, profile: new() { AsksNoPapers = full, Hours = OpeningHours.DayAndNight });
        _readers.Show(ReaderPlaces.Edition(places: [Shelter("lleno", full: true), Shelter("uno", full: false), Shelter("dos", full: false), Shelter("tres", full: false)]));
        var points = await Points("/es/map/points?kind=shelter&papers=no");
        Assert.Equal(["full", "open", "open"], points.Select(p => Text(p, "tone")));
        Assert.Equal(["lleno", .. (await _readers.Page("/es/centres?kind=shelter&papers=no")).QuerySelectorAll(".card h3 a").Skip(1).Select(a => a.GetAttribute("href")!.Split('/')[^1])], points.Select(p => Text(p, "slug")));
    }

    [Fact]
    public async Task No_more_is_told_than_a_phone_can_draw_and_that_there_is_more_is_told()
    {
        _readers.Show(ReaderPlaces.Edition(places: Enumerable.Range(1, 320).Select(i => ReaderPlaces.Place($"a-{i}", $"Albergue {i}", PlaceKinds.Shelter, at: (14 + i * 0.01, -92)))));
        using var answer = JsonDocument.Parse(await (await _readers.Get("/es/map/points?near=14.90,-92.00")).Content.ReadAsStringAsync());
        Assert.Equal(300, answer.RootElement.GetProperty("points").GetArrayLength());
        Assert.True(answer.RootElement.GetProperty("more").GetBoolean());

        _readers.Show(ReaderPlaces.Edition(version: 2, places: [ReaderPlaces.Place("a", "Albergue", PlaceKinds.Shelter), ReaderPlaces.Place("b", "Albergue sin punto", PlaceKinds.Shelter) with { Latitude = null, Longitude = null }]));
        using var few = JsonDocument.Parse(await (await _readers.Get("/es/map/points")).Content.ReadAsStringAsync());
        Assert.Equal((1, 1, false), (few.RootElement.GetProperty("points").GetArrayLength(), few.RootElement.GetProperty("unplaced").GetInt32(), few.RootElement.TryGetProperty("more", out _)));
    }

    [Theory, InlineData("kind=nonsense", "public.wrong.kind"), InlineData("page=-1", "public.wrong.page"), InlineData("near=99,999", "public.wrong.near"), InlineData("country=QQ", "public.wrong.country")]
    public async Task What_cannot_be_used_is_refused_in_words_by_the_page_and_by_its_points(string question, string key)
    {
        using var answer = await _readers.Get($"/fr/map/points?{question}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal([Readers.Text("fr", key)], json.RootElement.GetProperty("wrong").EnumerateArray().Select(w => w.GetString()));
        Assert.Contains(Readers.Text("fr", key), Readers.Said(await _readers.Page($"/fr/map?{question}", 400)), StringComparison.Ordinal);
    }

    [Theory, InlineData("map"), InlineData("map/points")]
    public async Task A_finer_position_than_a_cell_is_sent_to_its_cell_and_nothing_typed_is_kept(string door)
    {
        using var finer = await _readers.Get($"/es/{door}?near=14.906382,-92.263519&kind=food");
        Assert.Equal(HttpStatusCode.Redirect, finer.StatusCode);
        Assert.Equal($"/es/{door}?kind=food&near=14.90%2C-92.25", finer.Headers.Location!.ToString());
        Assert.True(finer.Headers.CacheControl!.NoStore);

        foreach (var question in TypedQuestions)
        {
            using var typed = await _readers.Get($"/es/{door}?{question}");
            Assert.True(typed.Headers.CacheControl!.NoStore, question);
        }
        using var chosen = await _readers.Get($"/es/{door}?kind=food");
        Assert.True(chosen.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task Points_are_packed_not_sent_twice_and_refuse_every_other_verb()
    {
        using var first = await _readers.Get("/es/map/points?kind=shelter", ("Accept-Encoding", "br"));
        Assert.Equal(["br"], first.Content.Headers.ContentEncoding);
        using var again = await _readers.Get("/es/map/points?kind=shelter", ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var sent = await _readers.Post("/es/map/points", []);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, sent.StatusCode);
    }

    private async Task<List<JsonElement>> Points(string path)
    {
        using var answer = await _readers.Get(path);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.TryGetProperty("points", out var points) ? [.. points.EnumerateArray().Select(p => p.Clone())] : [];
    }

    private static string Text(JsonElement point, string name) => point.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
