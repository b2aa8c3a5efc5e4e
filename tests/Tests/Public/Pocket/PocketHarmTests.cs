using System.Globalization;
using System.Net;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Publication;
using Amparo.Tests.Search.Pocket;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Amparo.Tests.Public.Pocket;

/// <summary>What a page without a network must never do, whatever the pack, the clock and the address say.</summary>
public sealed class PocketHarmTests(PocketPhones phones) : IClassFixture<PocketPhones>
{
    private static readonly DateTimeOffset Now = ReaderPlaces.Now;

    [Fact]
    public async Task What_somebody_types_comes_out_as_text_and_as_nothing_else()
    {
        var phone = phones.Phone;
        string[] hostile = [.. HardQuestions.Hostile.Where(h => h != "\0" && !char.IsSurrogate(h[0]) || h.Length > 1), "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)", "</title></main><script>alert(1)</script>", "$&$1$`", "{place}{n}", "&lt;b&gt;&#60;b>", "\uE000\uE001\uE005"];
        string[] doors = ["centres?q=", "centres?near=", "centres?kind=", "centres?country=", "centres?page=", "consulates?from=HN&in=", "danger?country=", "centres/"];
        var asked = hostile.SelectMany(h => doors.Select(d => ($"/es/{d}{Uri.EscapeDataString(h)}", h))).ToList();
        var answers = await phone.Pages(new Kept("es", [.. asked.Select(a => (a.Item1, Now))]));
        foreach (var ((path, typed), answer) in asked.Zip(answers))
        {
            if (answer is null) continue;
            var page = new HtmlParser().ParseDocument(answer.Html);
            Assert.True(page.QuerySelectorAll("main").Length == 1 && page.QuerySelector("footer") is not null, path);
            Assert.Empty(page.QuerySelectorAll("main script, main img, main style, main iframe, main base"));
            Assert.All(page.All.SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase), path));
            if (path.Contains("?q=", StringComparison.Ordinal) && answer.Status == 200) Assert.Equal(typed.Trim(), page.QuerySelector("#q")!.GetAttribute("value"));
        }
        Assert.True(answers.Count(a => a is not null) > 200);
    }

    [Fact]
    public async Task What_was_called_back_is_in_no_list_and_has_no_page_and_what_lost_its_address_has_none()
    {
        var (phone, places) = (phones.Phone, phones.Places);
        var gone = places.First(p => p.Kind == PlaceKinds.Health && p.Country == "HN");
        var sheltered = places.First(p => ShortLived.Is(p) && p.Latitude is not null && p.Country == "HN");
        var office = places.First(p => !ShortLived.Is(p) && p.Disclosure == Disclosures.Exact && p.Latitude is not null && p.Country == "HN" && p.Kind != PlaceKinds.MigrationAuthority && p.Id != gone.Id);
        (string, DateTimeOffset)[] asked = [.. places.Chunk(20).Select((_, i) => ($"/es/centres?country=HN&near=tegucigalpa-hn&page={i + 1}", Now)), ($"/es/centres/{gone.Slug}", Now), ($"/es/centres/{sheltered.Slug}", Now), ($"/es/centres/{office.Slug}", Now)];
        var before = await phone.Pages(new Kept("es", asked));
        var after = await phone.Pages(new Kept("es", asked) { Entries = [gone.Slug], Addresses = [sheltered.Slug, office.Slug] });
        string Lists(IEnumerable<PocketAnswer?> answers) => string.Concat(answers.Take(asked.Length - 3).Select(a => a!.Html));

        Assert.Contains($"/centres/{gone.Slug}\"", Lists(before), StringComparison.Ordinal);
        Assert.DoesNotContain(gone.Slug, Lists(after), StringComparison.Ordinal);
        Assert.Equal((200, 404, "centre"), (before[^3]!.Status, after[^3]!.Status, after[^3]!.Missing));
        Assert.DoesNotContain(WebUtility.HtmlEncode(gone.Name), after[^3]!.Html, StringComparison.Ordinal);
        foreach (var (place, i) in new[] { (sheltered, 2), (office, 1) })
        {
            Assert.Contains(place.Address!.Split(',')[0], before[^i]!.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(place.Address.Split(',')[0], after[^i]!.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(place.Latitude!.Value.ToString("0.##", CultureInfo.InvariantCulture), Body(after[^i]!).TextContent, StringComparison.Ordinal);
            Assert.Contains(Readers.Text("es", "public.where.by_phone"), after[^i]!.Html, StringComparison.Ordinal);
        }
        var points = await phone.Points(new Kept("es", [("/es/centres?country=HN", Now)]), new Kept("es", [("/es/centres?country=HN", Now)]) { Entries = [gone.Slug], Addresses = [office.Slug] });
        Assert.Subset(Slugs(points[0]), Slugs(points[1]));
        Assert.DoesNotContain(Slugs(points[1]), s => s == gone.Slug || s == office.Slug);
    }

    [Fact]
    public async Task A_pack_whose_time_is_over_says_so_and_no_door_of_it_is_open()
    {
        var (phone, places) = (phones.Phone, phones.Places);
        string[] paths = ["/es/centres?kind=shelter&open=now", "/es/centres?q=albergue+abierto", "/es/danger?country=HN", $"/es/centres/{places.First(p => p.Profile.Hours.AlwaysOpen && PlaceStateIs(p)).Slug}"];
        var (good, old, early) = (Now, Now.AddDays(31), Now.AddDays(-3));
        var answers = await phone.Pages(new[] { good, old, early }.Select(now => new Kept("es", [.. paths.Select(p => (p, now))])));
        Assert.Contains(answers.Take(4), a => Body(a!).QuerySelector(".state.open") is not null);
        foreach (var (answer, i) in answers.Select((a, i) => (a!, i)))
        {
            var bar = new HtmlParser().ParseDocument(answer.Html).QuerySelector("header .bar[role=alert]")?.TextContent;
            Assert.Equal(i < 4 ? null : Readers.Text("es", i < 8 ? "public.pack.check.expired" : "public.pack.check.early"), bar);
            if (i < 4) continue;
            Assert.Empty(Body(answer).QuerySelectorAll(".state.open, .state.full, .state.later"));
            Assert.Null(Body(answer).QuerySelector("a.chip[href$='open=now'][aria-current]"));
        }
        // Weekly hours of an expired pack are hidden with the reason; a wrong clock leaves them.
        Assert.DoesNotContain(Readers.Text("es", "public.hours.taken_away"), answers[3]!.Html, StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.hours.taken_away"), answers[7]!.Html, StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.danger.none_open"), answers[6]!.Html, StringComparison.Ordinal);
        var over = (await phone.Pages(new Kept("es", [("/es/centres", Now.AddDays(8))])))[0]!;
        Assert.Contains(Readers.Text("es", "public.pack.check.addresses_over"), over.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_seven_days_no_address_and_no_exact_point_of_a_house_is_shown()
    {
        var (phone, places) = (phones.Phone, phones.Places);
        var house = places.First(p => ShortLived.Is(p) && p.Latitude is not null && p.Profile.GettingThere is not null);
        var path = $"/es/centres/{house.Slug}";
        var pages = await phone.Pages(new Kept("es", [(path, Now.AddDays(6.99)), (path, Now.AddDays(7))]));
        Assert.Contains(house.Address!.Split(',')[0], pages[0]!.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Address.Split(',')[0], pages[1]!.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Profile.GettingThere!, pages[1]!.Html, StringComparison.Ordinal);
        var points = await phone.Points(new Kept("es", [("/es/centres", Now), ("/es/centres", Now.AddDays(7))]));
        foreach (var (answer, isExact) in new[] { (points[0], true), (points[1], false) })
            Assert.Equal(isExact, answer.GetProperty("points").EnumerateArray().Single(p => p.GetProperty("slug").GetString() == house.Slug).GetProperty("isExact").GetBoolean());
        Assert.All(points[0].GetProperty("points").EnumerateArray(), p => Assert.Equal(places.Single(x => x.Slug == p.GetProperty("slug").GetString()).Disclosure == Disclosures.Exact, p.GetProperty("isExact").GetBoolean()));
    }

    [Fact]
    public async Task Of_a_country_that_no_pack_holds_nothing_is_said_to_be_missing_there()
    {
        var phone = phones.Phone;
        string[] paths = ["/es/centres?country=GT&q=albergue", "/es/consulates?from=HN&in=GT", "/es/danger?country=GT", "/es/child?country=GT"];
        var answers = await phone.Pages(new Kept("es", [.. paths.Select(p => (p, Now))]));
        Assert.All(answers, a =>
        {
            Assert.Equal((200, "country"), (a!.Status, a.Missing));
            Assert.Contains("Guatemala: no hay nada guardado en este teléfono", a.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(Readers.Text("es", "public.find.nothing"), a.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(Readers.Text("es", "public.danger.none_open"), a.Html, StringComparison.Ordinal);
            Assert.Empty(Body(a).QuerySelectorAll("li.card"));
        });
        // Whom to call there is known, since numbers of all countries were on the server's page.
        Assert.Contains("1572", answers[0]!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_packs_a_list_is_over_the_one_that_is_asked_about_and_a_place_is_found_in_any()
    {
        var (phone, places) = (phones.Phone, phones.Places);
        (string Path, string Of)[] asked =
        [
            ("/es/centres?country=SV", "El Salvador"), ("/es/centres?near=san-salvador-sv", "El Salvador"), ("/es/centres?near=14.10,-87.20", "Honduras"), ("/es/centres?near=13.70,-89.20", "El Salvador"),
            ("/es/centres?q=albergue+en+santa+ana", "El Salvador"), ("/es/centres?q=albergue+en+choluteca", "Honduras"), ("/es/centres?q=comida+en+el+salvador", "El Salvador"),
        ];
        var slugs = PocketPlaces.Countries.Select(c => places.First(p => p.Country == c && p.WithdrawnAt is null && p.ExpiresAt is null).Slug).ToList();
        var answers = await phone.Pages(new Kept("es", [.. asked.Select(a => (a.Path, Now)), .. slugs.Select(s => ($"/es/centres/{s}", Now)), ("/es/consulates?from=GT&in=SV", Now)]) { Packs = ["hn", "sv"] });
        foreach (var (want, answer) in asked.Zip(answers))
            Assert.True($"Guardado en este teléfono: {want.Of}." == Body(answer!).QuerySelector("#held")?.TextContent, $"{want.Path}: {Body(answer!).QuerySelector("#held")?.TextContent}");
        Assert.All(answers.Skip(asked.Length), a => Assert.Equal((200, null), (a!.Status, a.Missing)));
    }

    private static bool PlaceStateIs(PublicPlace place) => place is { MayBeClosedSince: null, FullSaidAt: null, ExpiresAt: null } && (place.StaleAt is null || place.StaleAt > Now);

    private static IElement Body(PocketAnswer answer) => new HtmlParser().ParseDocument(answer.Html).QuerySelector("main")!;

    private static HashSet<string> Slugs(JsonElement points) => [.. points.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("slug").GetString()!)];
}
