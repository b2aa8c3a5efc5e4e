using System.Net;
using Amparo.Contracts.Places;
using AngleSharp.Dom;

namespace Amparo.Tests.Public;

public sealed class NoHarmTests : IDisposable
{
    private readonly Readers _readers = new();

    public void Dispose() => _readers.Dispose();

    public static TheoryData<string> EachLanguage => new(Languages.All);

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task Every_answer_about_consulates_begins_with_the_asylum_warning(string language)
    {
        foreach (var path in new[] { "consulates", "consulates?from=HN&in=MX", "consulates?from=NP&in=GT", "centres/consulado-de-honduras-tapachula", "centres/consulado-de-honduras-tapachula/print", "centres?kind=consular" })
        {
            var main = (await _readers.Page($"/{language}/{path}")).QuerySelector("main")!;
            var warning = main.QuerySelectorAll(".note.stop").First(n => n.TextContent.Contains(Readers.Text(language, "public.asylum.before_consulate"), StringComparison.Ordinal));
            foreach (var later in main.QuerySelectorAll(".card, .panel, form, a[href^='tel:']"))
                Assert.True(path.StartsWith("centres?", StringComparison.Ordinal) && later.LocalName == "form" || warning.CompareDocumentPosition(later).HasFlag(DocumentPositions.Following), path);
        }
    }

    [Fact]
    public async Task A_consulate_gets_no_call_button_before_a_second_step()
    {
        _readers.Show(ReaderPlaces.Edition(isDemonstration: false));
        var page = await _readers.Page("/es/centres/consulado-de-honduras-tapachula");

        var calls = page.QuerySelectorAll("a[href^='tel:']");
        Assert.NotEmpty(calls);
        Assert.All(calls, c => Assert.NotNull(c.Closest("details:not([open])")));
    }

    [Fact]
    public async Task A_demonstration_entry_has_no_number_that_can_be_tapped()
    {
        foreach (var place in ReaderPlaces.All())
        {
            var page = await _readers.Page($"/es/centres/{place.Slug}");
            Assert.Empty(page.QuerySelectorAll("a[href^='tel:'], a[href^='sms:'], a[href*='wa.me'], a[href^='geo:']"));
        }
        foreach (var path in new[] { "/es/emergency", "/es/danger", "/es/danger?country=MX", "/es/child?country=MX" })
            Assert.Empty((await _readers.Page(path)).QuerySelectorAll("a[href^='tel:']"));
    }

    [Fact]
    public async Task A_real_number_can_be_tapped_and_WhatsApp_warns_before_it_opens()
    {
        _readers.Show(ReaderPlaces.Edition(isDemonstration: false));
        var page = await _readers.Page("/ht/centres/albergue-puente-seguro");

        Assert.NotNull(page.QuerySelector("a[href='tel:+520005550110']"));
        var whatsapp = page.QuerySelector("a[href='https://wa.me/520005550110']")!;
        var step = whatsapp.Closest("details:not([open])")!;
        Assert.Contains(Readers.Text("ht", "public.phone.whatsapp_warning"), step.TextContent, StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.phone.whatsapp_warning"), step.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_tonight_never_stands_alone()
    {
        var page = await _readers.Page("/es/centres/hogar-rio-suchiate");
        Assert.Contains("Lleno esta noche, dicho a las 08:40; llame antes", Readers.Said(page), StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.full.call_first"), Readers.Said(page), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".card").Length);
        Assert.NotNull(page.QuerySelector("main a[href='/es/child']"));

        var list = await _readers.Page("/es/centres?q=Suchiate");
        Assert.Contains("Lleno esta noche", Readers.Said(list), StringComparison.Ordinal);
        Assert.True(list.QuerySelectorAll(".card").Length >= 3);
    }

    [Fact]
    public async Task Full_lapses_at_the_hour_that_was_said()
    {
        await _readers.Page("/es/centres/hogar-rio-suchiate");
        _readers.Clock.Now = ReaderPlaces.Now.AddHours(19);

        Assert.DoesNotContain("Lleno", Readers.Said(await _readers.Page("/es/centres/hogar-rio-suchiate")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_is_never_said_of_a_refuge_or_of_child_protection()
    {
        foreach (var kind in new[] { PlaceKinds.Women, PlaceKinds.ChildProtection, PlaceKinds.Lgbti })
        {
            _readers.Show(ReaderPlaces.Edition(places: [ReaderPlaces.Place("a-place", "Casa", kind, full: true)]));
            Assert.DoesNotContain("Lleno", Readers.Said(await _readers.Page("/es/centres/a-place")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Previews_of_sensitive_kinds_say_the_sites_name_only()
    {
        foreach (var place in ReaderPlaces.All())
        {
            var page = await _readers.Page($"/es/centres/{place.Slug}");
            var shown = string.Join(' ', page.QuerySelectorAll("meta[property^='og:']").Select(m => m.GetAttribute("content")));
            string[] sensitive = [PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence, PlaceKinds.ChildProtection, PlaceKinds.AsylumAuthority];
            if (sensitive.Contains(place.Kind)) Assert.Equal("Amparo Amparo", shown);
            else Assert.Contains(place.Name, shown, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("meta[name=description]"));
        }
    }

    [Theory, InlineData(""), InlineData("/print"), InlineData("/share")]
    public async Task A_place_that_shows_its_area_only_never_shows_an_address_a_way_or_a_point(string view)
    {
        var text = (await _readers.Page($"/es/centres/casa-de-las-mujeres-ceiba{view}")).DocumentElement.OuterHtml;

        Assert.DoesNotContain("14.9", text, StringComparison.Ordinal);
        Assert.DoesNotContain("92.2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("iglesia amarilla", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Avenida", text, StringComparison.Ordinal);
        if (view != "/share") Assert.Contains(Readers.Text("es", "public.where.by_phone"), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14.90671,-92.26314", "14.90,-92.25")]
    [InlineData("14.9,-92.25", "14.90,-92.25")]
    [InlineData(" 14.90 , -92.25 ", "14.90,-92.25")]
    public async Task A_finer_position_is_sent_to_its_cell_and_leaves_no_trace(string near, string cell)
    {
        using var answer = await _readers.Get($"/es/centres?kind=shelter&near={Uri.EscapeDataString(near)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/es/centres?kind=shelter&near={Uri.EscapeDataString(cell)}", answer.Headers.Location!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        using var there = await _readers.Get(answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        Assert.True(there.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/es/centres"), InlineData("/es/centres?near=Tapachula"), InlineData("/es/centres?q=migracion"), InlineData("/es/centres?open=now&near=14.90,-92.25"), InlineData("/es/centres?q=oficina&country=MX")]
    public async Task A_migration_office_is_never_help_near(string path)
    {
        var page = await _readers.Page(path);
        Assert.Null(page.QuerySelector("a[href$='oficina-de-migracion-tapachula']"));
    }

    [Fact]
    public async Task A_migration_office_says_first_what_can_happen_there()
    {
        var list = await _readers.Page("/es/centres?kind=migration_authority");
        Assert.NotNull(list.QuerySelector("a[href$='oficina-de-migracion-tapachula']"));
        Assert.Contains(Readers.Text("es", "public.migration.what_can_happen"), Readers.Said(list), StringComparison.Ordinal);

        var page = await _readers.Page("/fr/centres/oficina-de-migracion-tapachula");
        Assert.Contains(Readers.Text("fr", "public.migration.what_can_happen"), page.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.migration.what_can_happen"), page.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_alone_is_led_to_child_protection_and_asked_nothing_more()
    {
        var home = await _readers.Page("/es/");
        Assert.NotNull(home.QuerySelector("a.tile[href='/es/child']"));
        var page = await _readers.Page("/es/child?country=MX");

        Assert.Empty(page.QuerySelectorAll("main form, main input, main select, main textarea"));
        var places = page.QuerySelectorAll("main .card a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["/es/centres/proteccion-de-la-ninez-tapachula"], places);
        var list = await _readers.Page("/es/centres");
        Assert.NotNull(list.QuerySelector(".chips a[href='/es/child']"));
    }

    [Theory, InlineData("refugio"), InlineData("asilo")]
    public async Task A_word_of_two_meanings_is_answered_with_both_side_by_side(string word)
    {
        var page = await _readers.Page($"/es/centres?q={word}");
        var meanings = page.QuerySelectorAll(".halves > section").Select(s => s.QuerySelector("h2")!.TextContent.Trim()).ToList();

        Assert.Equal(2, meanings.Count);
        Assert.Contains(Readers.Text("es", "places.kind.shelter"), meanings);
        Assert.Contains(Readers.Text("es", "places.kind.asylum_authority"), meanings);
        Assert.All(page.QuerySelectorAll(".halves > section"), s => Assert.NotEmpty(s.QuerySelectorAll(".card")));
    }

    [Theory, MemberData(nameof(EachLanguage))]
    public async Task Danger_opens_with_numbers_and_neither_form_nor_question_and_waits_for_no_script(string language)
    {
        foreach (var path in new[] { "danger", "danger?country=MX" })
        {
            var page = await _readers.Page($"/{language}/{path}");
            Assert.Empty(page.QuerySelectorAll("form, input"));
            var script = Assert.Single(page.QuerySelectorAll("script"));
            Assert.True(script.HasAttribute("defer") && script.GetAttribute("src")!.Contains("/exit.", StringComparison.Ordinal), "more than the quick way out");
            Assert.Contains("911", Readers.Said(page), StringComparison.Ordinal);
            Assert.Contains(Readers.Text("es", "public.danger.call"), Readers.Said(page), StringComparison.Ordinal);
        }
        Assert.NotEmpty((await _readers.Page($"/{language}/danger?country=MX")).QuerySelectorAll(".card"));
    }

    [Fact]
    public async Task Nobody_is_left_with_an_empty_list()
    {
        foreach (var path in new[] { "/es/centres?q=zzzzzz", "/es/centres?kind=remittance&country=HN", "/es/centres?kind=lgbti&near=Tapachula&open=now&papers=no", "/es/centres?page=499" })
        {
            var page = await _readers.Page(path);
            Assert.NotEmpty(page.QuerySelectorAll("main .card"));
            Assert.NotEmpty(page.QuerySelectorAll("main .number"));
        }
    }

    [Fact]
    public async Task Silence_takes_away_hours_and_beds_first()
    {
        var page = await _readers.Page("/es/centres/posada-la-ceiba");
        var said = Readers.Said(page);

        Assert.Contains("Por confirmar: hace 50 días; llame antes de ir", said, StringComparison.Ordinal);
        Assert.DoesNotContain("08:00", said, StringComparison.Ordinal);
        Assert.DoesNotContain("12 camas", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Abierto", page.QuerySelector(".state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sin confirmar: llame antes de ir", Readers.Said(await _readers.Page("/es/centres/posada-nunca-confirmada")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_expired_is_gone_by_the_readers_clock_without_a_new_edition()
    {
        _readers.Show(ReaderPlaces.Edition(places: [ReaderPlaces.Place("short-lived", "Posada Breve", PlaceKinds.Shelter, expiresAt: ReaderPlaces.Now.AddHours(1))]));
        await _readers.Page("/es/centres/short-lived");
        Assert.NotNull((await _readers.Page("/es/centres?kind=shelter")).QuerySelector("a[href$='short-lived']"));
        _readers.Clock.Now = ReaderPlaces.Now.AddHours(1);

        await _readers.Page("/es/centres/short-lived", 404);
        Assert.Null((await _readers.Page("/es/centres?kind=shelter")).QuerySelector("a[href$='short-lived']"));
    }

    [Fact]
    public async Task A_shared_link_and_a_printed_code_carry_the_place_and_nothing_of_the_search()
    {
        var page = await _readers.Page("/ht/centres/albergue-puente-seguro/share?q=violencia&near=Tapachula");
        Assert.Equal("https://amparo.example/ht/centres/albergue-puente-seguro", page.QuerySelector("input[readonly]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("svg.qr path"));
        Assert.NotNull((await _readers.Page("/ht/centres/albergue-puente-seguro/print")).QuerySelector("svg.qr path"));
    }

    [Fact]
    public async Task Asylum_and_a_free_lawyer_are_offered_on_the_home_page_the_list_and_every_place()
    {
        foreach (var path in ReaderPlaces.All().Take(15).Select(p => $"/es/centres/{p.Slug}").Concat(["/es/", "/es/centres", "/es/centres?kind=food"]))
        {
            var page = await _readers.Page(path);
            Assert.True(page.QuerySelector("a[href*='kind=asylum_authority'], a[href*='kind=legal']") is not null, path);
        }
    }
}
