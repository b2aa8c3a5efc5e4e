using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Figures;
using Amparo.Places.Reporting;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Figures;

[Trait("Needs", "Database")]
public sealed class FigureTests : IDisposable
{
    private const string Path = "/console/places/figures";
    private readonly Platform _platform = new();

    [Fact]
    public async Task Each_number_of_a_country_and_a_kind_opens_just_its_rows()
    {
        await Given();
        await Count();
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var page = await desk.Page(Path);
        var links = page.QuerySelectorAll("main tbody a[href*='state=']").ToList();
        Assert.Equal(9, links.Count);
        foreach (var link in links)
        {
            var rows = (await desk.Page(link.GetAttribute("href")!)).QuerySelectorAll("main tbody tr").Length;
            Assert.True(link.TextContent == $"{rows}", $"{link.GetAttribute("href")} says {link.TextContent} and opens {rows}.");
        }
        Assert.Equal(4, page.QuerySelectorAll("figure polygon").Length);
        Assert.NotEmpty(page.QuerySelector("figure svg[role=img]")!.GetAttribute("aria-label")!);
    }

    [Fact]
    public async Task A_day_is_counted_once_and_a_day_without_a_server_is_not_made_up()
    {
        await Given();
        Assert.True(await Count());
        Assert.False(await Count());
        var first = await _platform.Read(db => db.Set<PlaceFigure>().CountAsync());
        _platform.Clock.Now += TimeSpan.FromDays(3);
        Assert.True(await Count());
        Assert.Equal(2 * first, await _platform.Read(db => db.Set<PlaceFigure>().CountAsync()));
        using var desk = await _platform.As("regional_steward", Scope.Region);
        Assert.Equal(2, (await desk.Page(Path)).QuerySelectorAll("details tbody tr").Length);
        // Another country than one's own is not among them.
        using var foreign = await _platform.As("country_steward", Scope.Country("SV"));
        Assert.Contains(Es("places.desk.figures.none"), (await foreign.Page(Path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var near = await _platform.As("country_steward", Scope.Country("GT"));
        Assert.DoesNotContain("Honduras", (await near.Page(Path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_days_are_thinned_to_mondays_and_then_forgotten()
    {
        var today = DateOnly.FromDateTime(_platform.Clock.Now.UtcDateTime);
        var days = new[] { -10, -100, -101, -102, -103, -104, -105, -106, -7 * 270 }.Select(d => today.AddDays(d)).ToList();
        await _platform.Given([Some.Place(), .. days.Select(d => Figure(d))]);
        await Count();
        var kept = await _platform.Read(db => db.Set<PlaceFigure>().Select(f => f.Day).Distinct().ToListAsync());
        Assert.Equal([days[1..8].Single(d => d.DayOfWeek == DayOfWeek.Monday), days[0], today], kept.Order());
    }

    [Fact]
    public async Task Whoever_sees_figures_alone_sees_no_hidden_entry_no_row_and_no_name()
    {
        await Given();
        await Count();
        using var steward = await _platform.As("regional_steward", Scope.Region);
        using (await steward.Do($"/console/places/{await _platform.Read(db => db.Set<Place>().Where(p => p.Country == "GT" && p.AssuredAt == null).Select(p => p.Id).FirstAsync())}/assure", ("How", "call"))) { }
        Assert.Contains("Persona Inventada", (await steward.Page(Path)).QuerySelectorAll("main table")[^1].TextContent, StringComparison.Ordinal);
        using var donor = await _platform.As("donor_viewer", Scope.Region);
        var main = (await donor.Page(Path)).QuerySelector("main")!;
        Assert.Empty(main.QuerySelectorAll("tbody a"));
        Assert.DoesNotContain("Persona Inventada", main.TextContent, StringComparison.Ordinal);
        // The one refuge of the kind is in the steward's numbers and in none of the donor's.
        Assert.Contains(Es("places.kind.women"), (await steward.Page(Path)).QuerySelectorAll("main tbody th").Select(t => t.TextContent));
        Assert.DoesNotContain(Es("places.kind.women"), main.QuerySelectorAll("tbody th").Select(t => t.TextContent));
        using var file = await donor.Get($"{Path}/export");
        var text = await file.Content.ReadAsStringAsync();
        Assert.DoesNotContain(Es("places.kind.women"), text, StringComparison.Ordinal);
        Assert.Contains("2026-11-21,GT,", text, StringComparison.Ordinal);
        Assert.Contains(await _platform.Read(db => db.Set<AuditEntry>().ToListAsync()), a => a.Act == "places.figures" && a.By == donor.AccountId && a.Outcome == AuditOutcomes.Seen);
    }

    [Fact]
    public async Task The_median_is_that_of_answers_and_not_of_what_still_waits()
    {
        var place = Some.Place(country: "GT");
        await _platform.Given(place);
        var now = _platform.Clock.Now;
        foreach (var (days, i) in new[] { 1, 3, 10 }.Select((d, i) => (d, i)))
        {
            var report = ProblemReport.From(new(place.Id, "phone", null, $"c{i}"), now.AddDays(-days), now);
            report.Settle("changed", now);
            await _platform.Given(report);
        }
        await _platform.Given(ProblemReport.From(new(place.Id, "phone", null, "open"), now.AddDays(-60), now));
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var row = (await desk.Page(Path)).QuerySelectorAll("main tbody tr").First(r => r.TextContent.Contains(Es("places.desk.figures.all"), StringComparison.Ordinal));
        Assert.Equal(["3", "3", "1"], row.QuerySelectorAll("td").Select(t => t.TextContent.Trim()));
    }

    [Fact]
    public void Areas_lie_upon_each_other_and_fill_the_whole()
    {
        var areas = SharePlot.Areas([(new(2026, 1, 1), new(1, 1, 0, 2)), (new(2026, 1, 11), new(4, 0, 0, 0))]).ToList();
        Assert.Equal(Shares.Keys, areas.Select(a => a.Key));
        Assert.Equal("0,0 640,0 640,220 0,55", areas[0].Points);
        Assert.Equal("0,110 640,220 640,220 0,220", areas[3].Points);
        Assert.All(SharePlot.Stack(default), s => Assert.Equal(0, s.To));
    }

    private async Task Given()
    {
        var now = _platform.Clock.Now;
        await _platform.Given(
            Some.Place("Al día", country: "GT", assuredAt: now.AddDays(-5)), Some.Place("Al día dos", country: "GT", assuredAt: now.AddDays(-29)), Some.Place("Por confirmar", country: "GT", assuredAt: now.AddDays(-40)),
            Some.Place("Vencida", country: "HN", assuredAt: now.AddDays(-60)), Never("Nunca", "GT"), Some.Place("Refugio", PlaceKinds.Women, "GT", Disclosures.Officers, assuredAt: now.AddDays(-1)), Some.Place("Espera", country: "GT", approved: false));
    }

    private static Place Never(string name, string country)
    {
        var own = Guid.CreateVersion7();
        var place = new Place { Id = own, Slug = Slug.Of(name, own), Name = name, Kind = PlaceKinds.Shelter, Country = country, TimeZone = "America/Guatemala", IsDemonstration = true, Profile = new() };
        place.HideTo(Disclosures.Exact);
        place.Approve("test", new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        return place;
    }

    private static PlaceFigure Figure(DateOnly day) => new() { Day = day, Country = "GT", Kind = PlaceKinds.Shelter, IsHidden = false, Assured = 1, Due = 0, Stale = 0, Never = 0 };

    private Task<bool> Count() => _platform.Services.GetRequiredService<DailyFigures>().Count(default);

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
