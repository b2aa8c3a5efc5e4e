using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Imports;

[Trait("Needs", "Database")]
public sealed class RunTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task Columns_are_mapped_with_a_preview_kept_under_a_name_and_used_again()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        const string csv = "COD,ESTABLECIMIENTO,TEL,MUN\n7,Centro de salud <b>Norte</b>,2233-4455,Cobán\n";
        var import = await desk.Bring(csv);
        var page = await desk.Page($"{ImportDesk.Path}/{import}/map");
        Assert.Contains("ESTABLECIMIENTO", page.QuerySelector("main thead")!.TextContent, StringComparison.Ordinal);
        (string, string)[] mapping = [("Profile", "own"), ("col.name", "ESTABLECIMIENTO"), ("col.phone", "TEL"), ("col.locality", "MUN"), ("col.id", "COD"), ("set.country", "GT"), ("set.kind", "health")];
        using (var unnamed = await desk.Do($"{ImportDesk.Path}/{import}/map", ("List", "salud"), ("Do", "preview"), ("Profile", "own"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, unnamed.StatusCode);
        using (var preview = await desk.Do($"{ImportDesk.Path}/{import}/map", [("List", "salud"), ("Do", "preview"), .. mapping]))
        {
            var shown = await Access.Desk.Read(preview);
            var row = shown.QuerySelectorAll("table")[^1].QuerySelector("tbody tr")!.TextContent;
            Assert.Contains("Centro de salud Norte", row, StringComparison.Ordinal);
            Assert.Contains("+50222334455", row, StringComparison.Ordinal);
            Assert.Contains("\"ESTABLECIMIENTO\"", shown.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(await _platform.Read(db => db.Set<Place>().ToListAsync()));
        }
        using (var saved = await desk.Do($"{ImportDesk.Path}/{import}/map", [("List", "salud"), ("Do", "save"), ("SaveAs", "Salud GT"), .. mapping])) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var profile = await _platform.Read(db => db.Set<SavedProfile>().SingleAsync());
        Assert.Equal(("GT", "Salud GT"), (profile.Country!, profile.Name));

        // The next issue of the list is read by it; a steward of another country does not see it.
        var next = await desk.Bring(csv);
        Assert.Contains("Salud GT", (await desk.Page($"{ImportDesk.Path}/{next}/map")).GetElementById("Profile")!.TextContent, StringComparison.Ordinal);
        using (var started = await desk.Do($"{ImportDesk.Path}/{next}/map", ("List", "salud"), ("Do", "start"), ("Profile", profile.Id.ToString()))) Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        Assert.Equal(JobStates.Ended, (await _platform.Work(next)).State);
        var place = await _platform.Read(db => db.Set<Place>().SingleAsync());
        Assert.Equal(("Centro de salud Norte", "health", "salud", "7"), (place.Name, place.Kind, place.Source!, place.SourceKey!));
        using var other = await _platform.As("country_steward", Scope.Country("HN"));
        var foreign = await other.Bring(csv, "HN");
        Assert.DoesNotContain("Salud GT", (await other.Page($"{ImportDesk.Path}/{foreign}/map")).GetElementById("Profile")!.TextContent, StringComparison.Ordinal);
        await other.Page($"{ImportDesk.Path}/{next}", 404);
    }

    [Fact]
    public async Task The_report_says_of_every_row_what_became_of_it_why_and_what_to_do_and_leaves_as_a_file()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var import = await _platform.Import(desk, ImportDesk.Two + "3,,food,GT,,\n4,Lejos,food,HN,,\n5,=cmd,castillo,GT,,\n");
        var job = await _platform.Job(import);
        Assert.Equal((JobStates.Ended, (string?)null), (job.State, job.StoredAs));
        Assert.Empty(_platform.Files());
        var page = await desk.Page($"{ImportDesk.Path}/{import}");
        Assert.Equal(["2", "0", "0", "2", "1"], page.QuerySelector("main table tbody")!.QuerySelectorAll("td").Select(t => t.TextContent.Trim()));
        Assert.Equal(["Comedor Belén", "Comedor Emaús"], page.QuerySelectorAll("main table")[1].QuerySelectorAll("tbody td:nth-child(2)").Select(t => t.TextContent));
        var findings = await desk.Page($"{ImportDesk.Path}/{import}?show=findings&outcome=quarantined");
        var rows = findings.QuerySelectorAll("main table")[1].QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains(Es("places.import.reason.outside_reach"), StringComparison.Ordinal) && r.Contains(Es("places.import.advice.outside_reach"), StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Contains(Es("places.import.reason.name_missing"), StringComparison.Ordinal));
        using var file = await desk.Get($"{ImportDesk.Path}/{import}/export");
        var text = await file.Content.ReadAsStringAsync();
        Assert.Contains("castillo", text, StringComparison.Ordinal);
        Assert.Contains(await _platform.Read(db => db.Set<AuditEntry>().ToListAsync()), a => a.Act == "places.export" && a.Record == import && a.Outcome == AuditOutcomes.Seen);
        Assert.All(await _platform.Read(db => db.Set<AuditEntry>().Where(a => a.Table == "places_place").ToListAsync()), a => Assert.Equal((desk.AccountId, "places.import"), (a.By!.Value, a.Act)));
    }

    [Fact]
    public async Task An_import_never_writes_outside_of_the_importers_countries()
    {
        using var regional = await _platform.As("regional_steward", Scope.Region);
        await _platform.Import(regional, ImportDesk.Header + "1,Comedor,food,HN,2233-4455,Antes\n", "");
        var before = await _platform.Read(db => db.Set<Place>().AsNoTracking().Where(p => p.Country == "HN").Select(p => new { p.Id, p.Version }).OrderBy(p => p.Id).ToListAsync());

        // The same list with the same key says that the entry lies in Guatemala now, or hides it, or stands where it was.
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        foreach (var row in new[] { "1,Comedor,food,GT,2233-4466,Robado\n", "1,Comedor,food,HN,2233-4466,Robado\n" })
        {
            await _platform.Import(desk, ImportDesk.Header + row);
            Assert.Equal(before, await _platform.Read(db => db.Set<Place>().AsNoTracking().Where(p => p.Country == "HN").Select(p => new { p.Id, p.Version }).OrderBy(p => p.Id).ToListAsync()));
        }
        // A steward of two countries who brings it for one writes into that one.
        using var two = await _platform.As(("country_steward", Scope.Country("GT")), ("country_steward", Scope.Country("SV")));
        await _platform.Import(two, ImportDesk.Header + "9,Salvador,food,SV,,\n8,Guatemala,food,GT,,\n", "GT", "dos");
        Assert.Equal(["GT"], await _platform.Read(db => db.Set<Place>().Where(p => p.Source == "dos").Select(p => p.Country).ToListAsync()));
    }

    [Fact]
    public async Task What_was_taken_from_somebody_between_the_click_and_the_work_is_no_longer_done()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var import = await desk.Bring(ImportDesk.Two);
        await _platform.In(async (db, _) =>
        {
            var job = await db.Set<ImportJob>().SingleAsync(j => j.Id == import);
            var account = await db.Set<Account>().SingleAsync(a => a.Id == desk.AccountId);
            job.Queue("lista", """{ "name": "x", "format": "table", "fields": { "name": "name", "kind": "kind", "country": "country" } }""", job.By);
            account.Disable(_platform.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var done = await _platform.Work(import);
        Assert.Equal((JobStates.Refused, "no_longer_allowed"), (done.State, done.Refused));
        Assert.Empty(await _platform.Read(db => db.Set<Place>().ToListAsync()));
    }

    [Fact]
    public async Task Who_is_shut_out_half_way_brings_no_further_row_in_and_what_came_in_stays_and_is_said()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var rows = string.Concat(Enumerable.Range(1, Importer.BatchSize + 20).Select(n => $"{n},Comedor {n},food,GT,,Almuerzo\n"));
        var import = await desk.Bring(ImportDesk.Header + rows);
        var (run, file) = (Guid.CreateVersion7(), _platform.Files()[0]);
        var asked = 0;
        await Assert.ThrowsAsync<NoLongerAllowed>(() => _platform.In(async (db, services) =>
        {
            var bounds = new ImportBounds(Reach.Of([Scope.Country("GT")]), "GT", run, "lista.csv", ListProfile.Load("plain"), true) { IsStillAllowed = _ => Task.FromResult(asked++ == 0) };
            await services.GetRequiredService<Importer>().Run(new(file) { List = "lista" }, bounds, null, default);
            return 0;
        }));
        Assert.Equal(Importer.BatchSize, await _platform.Read(db => db.Set<Place>().CountAsync()));
        var half = await _platform.Read(db => db.Set<ImportRun>().SingleAsync(r => r.Id == run));
        Assert.Equal((Importer.BatchSize, true), (half.Accepted, half.EndedAt is not null));

        await _platform.In(async (db, _) =>
        {
            var job = await db.Set<ImportJob>().SingleAsync(j => j.Id == import);
            job.Queue("lista", "{}", job.By);
            job.Begin(_platform.Clock.Now);
            job.Stop(_platform.Clock.Now, "no_longer_allowed_stopped");
            return await db.SaveChangesAsync();
        });
        // Another person sees why, and goes on from there in their own name.
        using var other = await _platform.As("country_steward", Scope.Country("GT"));
        Assert.Contains(Texts.From([typeof(Amparo.Places.PlacesModule).Assembly]).In("es")["places.import.refused.no_longer_allowed_stopped"], (await other.Page($"{ImportDesk.Path}/{import}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (await other.Map(import, "start")) { }
        Assert.Equal((JobStates.Ended, other.AccountId), ((await _platform.Work(import)).State, (await _platform.Job(import)).By));
        Assert.Equal(Importer.BatchSize + 20, await _platform.Read(db => db.Set<Place>().CountAsync()));
    }

    [Fact]
    public void A_reach_that_shrank_is_not_the_reach_with_which_it_began()
    {
        var both = new ImportBounds(Reach.Of([Scope.Country("GT"), Scope.Country("SV")]), null, Guid.Empty, "", ListProfile.Load("plain"), false);
        Assert.True(both.IsWithin(Reach.Of([Scope.Country("SV"), Scope.Country("GT"), Scope.Country("HN")])) && both.IsWithin(Reach.Of([Scope.Region])));
        Assert.False(both.IsWithin(Reach.Of([Scope.Country("GT")])) || (both with { Reach = Reach.Of([Scope.Region]) }).IsWithin(Reach.Of([Scope.Country("GT")])));
    }

    [Fact]
    public async Task An_import_whose_process_was_killed_says_so_and_goes_on_where_it_was()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var import = await desk.Bring(ImportDesk.Two);
        // As a killed process leaves it: begun, half a list stored, nobody who works on it.
        await _platform.In(async (db, services) =>
        {
            var job = await db.Set<ImportJob>().SingleAsync(j => j.Id == import);
            job.Queue("lista", """{ "name": "x", "format": "table", "key": ["id"], "fields": { "id": "id", "name": "name", "kind": "kind", "country": "country", "phone": "phone", "description": "description" } }""", job.By);
            job.Begin(_platform.Clock.Now);
            db.Add(new ImportRun { Id = job.RunId!.Value, List = "lista", Profile = "x", FileName = "lista.csv", FileHash = "", StartedAt = _platform.Clock.Now, BeatAt = _platform.Clock.Now, Of = 2, Accepted = 1 });
            return await db.SaveChangesAsync();
        });
        var half = (await _platform.Job(import)).RunId!.Value;
        await _platform.Given(new ImportChange { RunId = half, PlaceId = Guid.CreateVersion7(), Row = "2", What = ImportChange.Added, After = "" });
        Assert.Equal(JobStates.Running, (await _platform.Work(import)).State);
        Assert.Contains("1", (await desk.Page($"{ImportDesk.Path}/{import}")).QuerySelector("progress")!.GetAttribute("value"), StringComparison.Ordinal);
        _platform.Clock.Now += TimeSpan.FromMinutes(3);
        Assert.Equal(JobStates.Stopped, (await _platform.Work(import)).State);
        Assert.Contains(Es("places.desk.imports.about.stopped"), (await desk.Page($"{ImportDesk.Path}/{import}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (await desk.Map(import, "start")) { }
        Assert.Equal(JobStates.Ended, (await _platform.Work(import)).State);
        Assert.Equal(2, await _platform.Read(db => db.Set<Place>().CountAsync()));
        // What the first half did is undone with the second.
        Assert.All(await _platform.Changes(), c => Assert.NotEqual(half, c.RunId));
        Assert.Equal(3, (await _platform.Changes()).Count);
        Assert.Empty(_platform.Files());
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_the_row_and_may_be_read_in_another_way()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var import = await desk.Bring(ImportDesk.Two + string.Concat(Enumerable.Range(3, 6).Select(i => $"{i},Comedor {i},food,GT,,\n")) + "9,\"sin fin,food,GT\n");
        using (var refused = await desk.Map(import, "start")) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await _platform.In(async (db, _) =>
        {
            (await db.Set<ImportJob>().SingleAsync(j => j.Id == import)).Queue("lista", """{ "name": "x", "format": "table", "fields": { "name": "name" } }""", desk.AccountId);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(JobStates.Refused, (await _platform.Work(import)).State);
        var page = (await desk.Page($"{ImportDesk.Path}/{import}")).QuerySelector("main")!.TextContent;
        Assert.Contains("«lista.csv»", page, StringComparison.Ordinal);
        Assert.Empty(await _platform.Read(db => db.Set<Place>().ToListAsync()));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await desk.Get($"{ImportDesk.Path}/{import}")).StatusCode);
    }

    [Fact]
    public async Task Over_invented_entries_a_list_counts_as_invented_too()
    {
        await _platform.Given(Some.Place(country: "GT"));
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        await _platform.Import(desk, ImportDesk.Two);
        Assert.All(await _platform.Read(db => db.Set<Place>().ToListAsync()), p => Assert.True(p.IsDemonstration));
    }

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
