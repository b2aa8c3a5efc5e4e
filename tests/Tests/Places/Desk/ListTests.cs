using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Places;
using Amparo.Places.Desk;
using Amparo.Places.Desk.Lists;
using Amparo.Places.Desk.Queue;
using Amparo.Places.Entries;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class ListTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task A_steward_sees_the_places_of_her_country_and_finds_them_without_accents()
    {
        await _platform.Given(Some.Place("Ángeles del Río", country: "GT"), Some.Place("Casa Norte", country: "GT", approved: false), Some.Place("Ángeles de Honduras", country: "HN"));
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        Assert.Equal(["Ángeles del Río", "Casa Norte"], await Names(desk, "/console/places"));
        Assert.Equal(["Ángeles del Río"], await Names(desk, "/console/places?q=angeles%20DEL"));
        Assert.Equal(["Casa Norte"], await Names(desk, "/console/places?state=queued"));
        Assert.Empty(await Names(desk, "/console/places?country=HN"));
        Assert.Contains(Es("places.desk.list.none"), (await desk.Page("/console/places?kind=legal")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_state_finds_its_places_and_no_others()
    {
        var now = _platform.Clock.Now;
        var (due, stale, hidden, gone, doubtful) = (Some.Place("Due", assuredAt: now.AddDays(-31)), Some.Place("Stale", assuredAt: now.AddDays(-46)), Some.Place("Hidden", disclosure: Disclosures.Officers), Some.Place("Gone"), Some.Place("Doubtful"));
        gone.Withdraw("closed");
        doubtful.Doubt(now);
        await _platform.Given(Some.Place("Fresh"), Some.Place("Queued", approved: false), due, stale, hidden, gone, doubtful);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        foreach (var (state, names) in new[] { ("queued", "Queued"), ("due", "Due Stale"), ("stale", "Stale"), ("hidden", "Hidden"), ("withdrawn", "Gone"), ("doubtful", "Doubtful"), ("published", "Doubtful Due Fresh Stale") })
            Assert.Equal(names.Split(' '), await Names(desk, $"/console/places?state={state}"));
    }

    [Fact]
    public async Task A_long_list_has_pages_and_a_link_keeps_what_was_asked()
    {
        await _platform.Given([.. Enumerable.Range(0, 60).Select(i => Some.Place($"Casa {i:00}", country: "GT"))]);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var first = await desk.Page("/console/places?q=casa&country=GT");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Equal("/console/places?q=casa&country=GT&page=2", next);
        Assert.Equal("Casa 50", (await Names(desk, next))[0]);
    }

    [Fact]
    public async Task A_file_defuses_formulas_keeps_whereabouts_back_and_is_recorded_before_it_leaves()
    {
        await _platform.Given(Some.Place("=HYPERLINK(\"http://x\")", country: "GT", disclosure: Disclosures.Officers, profile: new() { Phones = [new("+502 7700 0001")] }), Some.Place("Casa, la \"Buena\"", country: "GT"));
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        using var answer = await desk.Get("/console/places/export?country=GT");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Casa, la \"\"Buena\"\"\"", text, StringComparison.Ordinal);
        foreach (var secret in new[] { "4a Avenida", "14.9067", "Ruiz" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        var (hidden, shown) = (text.Split('\n').Single(l => l.Contains("HYPERLINK", StringComparison.Ordinal)), text.Split('\n').Single(l => l.Contains("Buena", StringComparison.Ordinal)));
        foreach (var clue in new[] { "Tapachula", "Chiapas", "7700", "Oficina regional" }) Assert.DoesNotContain(clue, hidden, StringComparison.Ordinal);
        foreach (var known in new[] { "Tapachula", "Chiapas", "Oficina regional" }) Assert.Contains(known, shown, StringComparison.Ordinal);
        var row = await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == "places.export"));
        Assert.Equal((desk.AccountId, 2, AuditOutcomes.Seen), (row.By, row.Records, row.Outcome));
    }

    [Theory]
    [InlineData("=1", "'=1"), InlineData("+1", "'+1"), InlineData("-1", "'-1"), InlineData("@a", "'@a"), InlineData("\ta", "'\ta"), InlineData("\ra", "'\ra"), InlineData("  =1", "'  =1"), InlineData("a=1", "a=1"), InlineData("", "")]
    public void A_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(string cell, string expected) =>
        Assert.Equal(expected, CsvRow.Of(cell).TrimEnd('\n')[..^1].Trim('"'));

    [Fact]
    public async Task The_lists_and_the_queue_read_an_index_and_never_the_whole_table()
    {
        await _platform.Given([.. Enumerable.Range(0, 400).Select(i => Some.Place($"Casa {i:000}", country: i % 2 == 0 ? "GT" : "HN", approved: i % 40 != 0, kind: i % 3 == 0 ? PlaceKinds.Legal : PlaceKinds.Shelter))]);
        if (TestEngine.Postgres is not null) await _platform.In(async (db, _) => await db.Acting("test", () => db.Database.ExecuteSqlRawAsync("ANALYZE places_place"), default));
        var now = _platform.Clock.Now;
        var settings = new PlacesSettings();
        foreach (var scope in new[] { Scope.Region, Scope.Country("GT") })
        {
            var user = new CurrentUser { Session = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "", "es", default, [new("places.view", scope)]) };
            foreach (var state in new[] { null, PlaceStates.Queued })
                await UsesAnIndex(db => new PlaceFilter(null, null, null, state, null).Of(db.PlacesFor(user, "places.view"), settings, now).Take(51), $"list {scope.Kind} {state}");
            foreach (var (look, i) in Enumerable.Range(0, 2).Select(i => (i, i)))
                await UsesAnIndex(db => DuePlaces.Looks(db.PlacesFor(user, "places.view"), settings, new(null, PlaceKinds.Shelter), now.AddDays(-400)).ElementAt(look).OrderBy(p => p.AssuredAt).Take(25), $"queue {scope.Kind} {i}");
        }
        // The negative control: what no index serves is seen.
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => UsesAnIndex(db => db.Set<Place>().Where(p => p.TimeZone == "x").Take(5), "control"));
    }

    private Task<int> UsesAnIndex(Func<Database, IQueryable<Place>> ask, string what) => _platform.In(async (db, _) =>
    {
        await using var command = ask(db).Select(p => p.Id).CreateDbCommand();
        if (command.Connection!.State is not System.Data.ConnectionState.Open) await command.Connection.OpenAsync();
        var sql = command.CommandText;
        // A table of a test is small enough that reading and sorting it whole is cheaper: the question is whether an index can give the rows in order.
        if (TestEngine.Postgres is not null)
        {
            await using var off = command.Connection.CreateCommand();
            off.CommandText = "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off";
            await off.ExecuteNonQueryAsync();
        }
        command.CommandText = (TestEngine.Postgres is null ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
        var plan = new List<string>();
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync()) plan.Add(Convert.ToString(rows.GetValue(rows.FieldCount - 1), CultureInfo.InvariantCulture)!);
        var said = string.Join('\n', plan);
        Assert.True(!said.Contains("Seq Scan on places_place", StringComparison.Ordinal) && !plan.Exists(p => p.StartsWith("SCAN p", StringComparison.Ordinal) && !p.Contains("INDEX", StringComparison.Ordinal)), $"{what}:\n{sql}\n{said}");
        Assert.True(!said.Contains("USE TEMP B-TREE", StringComparison.Ordinal) && !plan.Exists(p => p.TrimStart(' ', '-', '>').StartsWith("Sort ", StringComparison.Ordinal)), $"{what} sorts:\n{sql}\n{said}");
        return 0;
    });

    private static async Task<List<string>> Names(Access.Desk desk, string path) =>
        [.. (await desk.Page(path)).QuerySelectorAll("main tbody a").Select(a => a.TextContent)];

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
