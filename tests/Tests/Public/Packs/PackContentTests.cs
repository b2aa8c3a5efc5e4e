using System.Text;
using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Public.Packs;
using Amparo.Publication;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Amparo.Tests.Public.Packs;

public sealed class PackContentTests : IDisposable
{
    private readonly PackHouse _house = new();

    public static TheoryData<string> EachLanguage => new(Languages.All);

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task What_a_pack_shows_of_a_place_is_what_the_server_shows(string language)
    {
        var fresh = ReaderPlaces.All().Where(p => p.AssuredAt is null || PlaceState.Of(p, _house.Now).SaysHours).ToList();
        _house.Show(fresh);
        await _house.Build();
        var entries = PackHouse.Entries(_house.Pack($"mx-{language}"));
        var words = _house.Of<Texts>().In(language);
        foreach (var place in fresh.Where(p => p.Country == "MX"))
        {
            var (centre, live, where) = entries[place.Slug];
            var state = PlaceState.Of(place, _house.Now);
            var day = place.AssuredAt is { } at ? new ReaderDates(words).Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone)).DateTime)) : "";
            var filled = new HtmlParser().ParseDocument("<main>" + Slots.Fill(centre[3], place.Slug, "", StateWords.Of(state, place, words, new(words)), day) + "</main>").QuerySelector("main")!;
            if (where[0].Length > 0) filled.QuerySelector("[data-live=where]")!.OuterHtml = where[0];
            foreach (var live2 in filled.QuerySelectorAll("[data-live]"))
                if (live2.GetAttribute("data-live") == "stale" || (live2.GetAttribute("data-live") == "full" && state.FullSaidAt is null)) live2.Remove();
            var served = (await _house.Readers.Page($"/{language}/centres/{place.Slug}")).QuerySelector("main")!;
            // Other places beside a full one are searched for on the phone; they stand between two panels.
            foreach (var other in served.QuerySelectorAll("ul.cards")) { other.PreviousElementSibling?.Remove(); other.Remove(); }
            foreach (var sprite in served.QuerySelectorAll("svg.sprite")) sprite.Remove();
            Assert.Equal(Said(served), Said(filled));
            Assert.Equal(served.QuerySelectorAll("a").Select(a => a.GetAttribute("href")), filled.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
            Assert.Equal(place.Kind, live[0]);
        }
    }

    [Fact]
    public async Task An_address_of_a_shelter_lies_in_the_part_that_ends_after_seven_days_and_nowhere_else()
    {
        await _house.Build();
        var pack = _house.Pack("mx-es");
        Assert.Equal(pack.Manifest.MadeAt.AddDays(7), pack.Manifest.Part(PackParts.Where)!.ExpiresAt);
        Assert.Equal(pack.Manifest.MadeAt.AddDays(30), pack.Manifest.ExpiresAt);
        var (centre, _, where) = PackHouse.Entries(pack)["albergue-puente-seguro"];
        Assert.Contains("4a Avenida Norte", where[0], StringComparison.Ordinal);
        Assert.Equal("14.9067", where[1]);
        var rest = string.Join('\n', pack.Manifest.Parts.Where(p => p.Name is not (PackParts.Where or PackParts.Index)).Select(p => Encoding.UTF8.GetString(pack.Bytes(p.Name)!)).SelectMany(t => t.Split('\n')).Where(l => l.Contains("Puente Seguro", StringComparison.Ordinal)));
        Assert.NotEmpty(rest);
        Assert.DoesNotContain("Avenida", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("portón azul", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("14.9067", rest, StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.where.by_phone"), centre[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_shows_its_area_only_has_no_address_and_no_point_in_any_part()
    {
        await _house.Build();
        var pack = _house.Pack("mx-es");
        var (centre, live, where) = PackHouse.Entries(pack)["casa-de-las-mujeres-ceiba"];
        Assert.Equal([""], where);
        Assert.DoesNotContain("14.9", string.Concat([.. centre, .. live]), StringComparison.Ordinal);
        Assert.DoesNotContain("iglesia amarilla", string.Concat([.. centre, .. live]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_is_given_no_point_and_no_address_of_a_shelter_that_a_phone_must_forget()
    {
        foreach (var place in ReaderPlaces.All().Where(ShortLived.Is))
        {
            var coarse = ShortLived.Coarse(place);
            Assert.Null(coarse.Address);
            Assert.Null(coarse.Profile.GettingThere);
            Assert.Equal(Math.Round(place.Latitude!.Value, 2), coarse.Latitude);
        }
        Assert.Contains(ReaderPlaces.All(), p => ShortLived.Is(p) && p.Kind == PlaceKinds.Shelter);
        Assert.DoesNotContain(ReaderPlaces.All(), p => ShortLived.Is(p) && p.Kind == PlaceKinds.Health);
    }

    [Fact]
    public async Task A_demonstration_pack_says_so_and_has_no_number_that_can_be_tapped()
    {
        await _house.Build();
        Assert.NotEmpty(_house.Store.Catalogue.Packs);
        foreach (var name in _house.Store.Catalogue.Packs.Keys)
        {
            var pack = _house.Pack(name);
            Assert.True(pack.Manifest.IsDemonstration);
            foreach (var part in pack.Manifest.Parts) Assert.DoesNotContain("tel:", Encoding.UTF8.GetString(pack.Bytes(part.Name)!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_country_and_each_way_has_its_pack_in_every_language_under_a_name_that_says_nothing()
    {
        var run = await _house.Build();
        Assert.Equal(_house.Store.Catalogue.Packs.Count, run.Made);
        foreach (var language in Languages.All) Assert.All(new[] { "mx", "gt", "hn", "hn-gt-mx", "sv-gt-mx" }, c => Assert.NotNull(_house.Store.Catalogue[$"{c}-{language}"]));
        Assert.Null(_house.Store.Catalogue["ni-cr-es"]);
        var way = _house.Pack("hn-gt-mx-es");
        Assert.Equal(["HN", "GT", "MX"], way.Manifest.Countries);
        Assert.Equal(way.Lines(PackParts.Centres).Select(l => l[0]), _house.Pack("gt-es").Lines(PackParts.Centres).Concat(_house.Pack("mx-es").Lines(PackParts.Centres)).Select(l => l[0]));
        Assert.Equal(["HN", "GT", "MX"], way.Lines(PackParts.Numbers).Select(l => l[0]));
        Assert.Equal(_house.Pack("mx-es").Bytes(PackParts.Words), way.Bytes(PackParts.Words));
        Assert.All(_house.Store.Catalogue.Packs.Keys, n => Assert.Equal(PackState.Good, _house.Of<PackCheck>().File(_house.File(n), new(_house.Now, n)).State));
    }

    [Fact]
    public async Task A_consulate_in_a_pack_begins_with_the_asylum_warning()
    {
        await _house.Build();
        foreach (var language in Languages.All)
        {
            var centre = PackHouse.Entries(_house.Pack($"mx-{language}"))["consulado-de-honduras-tapachula"].Centre;
            var page = new HtmlParser().ParseDocument(centre[3]);
            var warning = page.QuerySelector(".note.stop")!;
            Assert.Contains(Readers.Text(language, "public.asylum.before_consulate"), warning.TextContent, StringComparison.Ordinal);
            Assert.All(page.QuerySelectorAll(".panel"), p => Assert.True(warning.CompareDocumentPosition(p).HasFlag(DocumentPositions.Following)));
        }
    }

    [Fact]
    public async Task Only_packs_whose_content_changed_are_made_anew_and_after_a_day_all_are_signed_anew_with_the_same_parts()
    {
        await _house.Build();
        var before = _house.Store.Catalogue;
        Assert.Equal((0, 0, before.Packs.Count), Figures(await _house.Build()));
        Assert.Equal(before.Packs.Values.Select(p => p.File), _house.Store.Catalogue.Packs.Values.Select(p => p.File));

        _house.Show(ReaderPlaces.All().Select(p => p.Country == "GT" ? p with { Name = "Casa del Puente" } : p));
        var run = await _house.Build();
        Assert.All(_house.Store.Catalogue.Packs.Values, p => Assert.Equal(p.Countries.Contains("GT"), p.Id != before[p.Name]!.Id));
        Assert.True(run.Made > 0 && run.Kept > 0);

        var old = _house.Pack("mx-es").Manifest;
        _house.Readers.Clock.Now += TimeSpan.FromHours(25);
        var again = await _house.Build();
        Assert.Equal((0, _house.Store.Catalogue.Packs.Count, 0), Figures(again));
        var renewed = _house.Pack("mx-es").Manifest;
        Assert.Equal(old.Parts.Select(p => p.Sha256), renewed.Parts.Select(p => p.Sha256));
        Assert.Equal(renewed.MadeAt.AddDays(7), renewed.Part(PackParts.Where)!.ExpiresAt);
        Assert.True(renewed.MadeAt > old.MadeAt);

        static (int, int, int) Figures(PackRun run) => (run.Made, run.Renewed, run.Kept);
    }

    [Fact]
    public async Task The_same_entries_give_the_same_parts_in_another_house()
    {
        using var other = new PackHouse();
        await _house.Build();
        await other.Build();
        foreach (var name in _house.Store.Catalogue.Packs.Keys) Assert.Equal(_house.Pack(name).Manifest.Parts, other.Pack(name).Manifest.Parts);
    }

    public void Dispose() => _house.Dispose();

    private static string Said(IElement element) => string.Join(' ', element.TextContent.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
