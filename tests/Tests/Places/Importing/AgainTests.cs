using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

[Trait("Needs", "Database")]
public sealed class AgainTests : IDisposable
{
    private const string Header = "id,name,kind,country,latitude,longitude,phone,disclosure\n";
    private const string One = Header + "1,Comedor Belén,food,GT,14.6,-90.5,2233-4455,\n";
    private const string Other = Header + "1,Comedor Belén,food,GT,14.6,-90.5,2233-4466,\n";
    private readonly ImportDoor _door = new();

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await _door.ImportText(One);
        var before = await _door.OnlyPlace();
        var again = await _door.ImportText(One);
        Assert.Equal((0, 0, 1), (again.Accepted, again.Changed, again.Unchanged));
        Assert.Equal(before.Version, (await _door.OnlyPlace()).Version);
    }

    [Fact]
    public async Task The_next_issue_changes_what_waits_and_moves_no_assurance()
    {
        await _door.ImportText(One);
        var at = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        await _door.Edit(p => p.Assure("Oficina", AssuranceMeans.Call, at));
        var again = await _door.ImportText(Other);
        Assert.Equal(1, again.Changed);
        var place = await _door.OnlyPlace();
        Assert.Equal(("+50222334466", at), (place.Profile.Phones[0].Number, place.AssuredAt));
    }

    [Fact]
    public async Task What_a_person_has_edited_since_is_not_overwritten()
    {
        await _door.ImportText(One);
        await _door.Edit(p => p.Name = "Comedor Belén (nueva sede)");
        var again = await _door.ImportText(Other);
        Assert.Equal((0, 1), (again.Changed, again.Quarantined));
        Assert.Contains(await _door.Findings(), f => f.Reason == Reasons.EditedHere);
        Assert.Equal("+50222334455", (await _door.OnlyPlace()).Profile.Phones[0].Number);
    }

    [Fact]
    public async Task A_published_entry_is_not_changed_by_a_list_that_nobody_approved_but_is_hidden_at_once()
    {
        await _door.ImportText(One);
        await _door.Edit(p => p.Approve("dos personas", _door.Platform.Clock.Now));
        var again = await _door.ImportText(Other.Replace("4466,", "4466,officers", StringComparison.Ordinal));
        Assert.Equal((0, 1), (again.Changed, again.Quarantined));
        var place = await _door.OnlyPlace();
        Assert.Equal(("+50222334455", Disclosures.Officers), (place.Profile.Phones[0].Number, place.Disclosure));
    }

    [Fact]
    public async Task An_import_neither_shows_more_nor_brings_back_what_a_person_took_away()
    {
        await _door.ImportText(One);
        await _door.Edit(p =>
        {
            p.HideTo(Disclosures.Officers);
            p.Withdraw();
        });
        var again = await _door.ImportText(Other);
        Assert.Equal(1, again.Changed);
        var place = await _door.OnlyPlace();
        Assert.Equal((Disclosures.Officers, PlaceStatus.Withdrawn), (place.Disclosure, place.Status));
    }

    [Fact]
    public async Task Approval_counts_only_for_a_list_that_names_who_answers_for_it()
    {
        var queued = await _door.ImportText(One, approve: true);
        Assert.Equal((0, (string?)null, PlaceStatus.Queued), (queued.Approved, queued.ApprovedAs, (await _door.OnlyPlace()).Status));

        var summary = await _door.ImportText(One, Official(), approve: true);
        Assert.Equal((1, "Ministerio; Lista 2026"), (summary.Approved, summary.ApprovedAs));
        var place = await _door.OnlyPlace();
        Assert.Equal((PlaceStatus.Approved, "Ministerio; Lista 2026", (DateTimeOffset?)null), (place.Status, place.ApprovedBy, place.AssuredAt));
        Assert.Equal(0, (await _door.ImportText(One, Official(), approve: true)).Changed);
        Assert.Equal(1, (await _door.ImportText(Other, Official(), approve: true)).Changed);
    }

    [Fact]
    public async Task Real_lists_and_demonstration_entries_never_meet()
    {
        await _door.Platform.Given(Some.Place());
        Assert.Equal("demonstration_entries_here", (await Assert.ThrowsAsync<ImportRefused>(() => _door.ImportText(One))).Key);
        Assert.Single(await _door.Places());
    }

    [Fact]
    public async Task A_file_that_breaks_half_way_changes_nothing()
    {
        await _door.ImportText(One);
        foreach (var broken in new[] { Other + "2,\"Sin fin,food,GT,,,,", Other + "2,Cortado,fo" })
        {
            var refused = await Assert.ThrowsAsync<ImportRefused>(() => _door.ImportText(broken));
            Assert.Equal(("cut_off", "3"), (refused.Key, refused.Values.Single(v => v.Name == "row").Value));
        }
        Assert.Equal("+50222334455", (await _door.OnlyPlace()).Profile.Phones[0].Number);
        Assert.Equal(1, await _door.Platform.Read(db => db.Set<ImportRun>().CountAsync()));
    }

    [Fact]
    public async Task A_cancelled_import_keeps_whole_batches_and_goes_on_when_run_again()
    {
        var path = _door.File("many.csv", Header + string.Concat(Enumerable.Range(1, 1600).Select(i => $"{i},Comedor {i},food,GT,,,,\n")));
        using var stopping = new CancellationTokenSource();
        var progress = new Stopping(stopping);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _door.Import(path, progress: progress, stop: stopping.Token));
        var kept = (await _door.Places()).Count;
        Assert.Equal(Importer.BatchSize, kept);
        var run = await _door.Platform.Read(db => db.Set<ImportRun>().SingleAsync());
        Assert.Equal((kept, true), (run.Accepted, run.EndedAt is not null));
        var again = await _door.Import(path);
        Assert.Equal((1600 - kept, kept), (again.Accepted, again.Unchanged));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var summary = await _door.Import(_door.File("l.csv", One), dry: true);
        Assert.Equal(1, summary.Accepted);
        Assert.Empty(await _door.Places());
        Assert.Equal(0, await _door.Platform.Read(db => db.Set<ImportRun>().CountAsync()));
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_loses_only_itself()
    {
        // The slug of row 2 is taken by an entry of another list: the batch fails once, then its rows go one by one.
        var id = StableId.Of("place", "list", "2");
        await _door.Platform.In(async (db, _) =>
        {
            var place = new Place { Slug = Slug.Of("Comedor Dos", id), Name = "Otro", Kind = PlaceKinds.Food, Country = "GT", TimeZone = "America/Guatemala", Profile = new() };
            place.HideTo(Disclosures.Exact);
            db.Add(place);
            return await db.SaveChangesAsync();
        });
        var summary = await _door.ImportText(Header + "1,Comedor Uno,food,GT,,,,\n2,Comedor Dos,food,GT,,,,\n3,Comedor Tres,food,GT,,,,\n");
        Assert.Equal((2, 1, 1), (summary.Accepted, summary.Rejected, ImportDoor.Count(summary, Reasons.NotStored)));
        Assert.Equal(["Comedor Tres", "Comedor Uno", "Otro"], (await _door.Places()).Select(p => p.Name));
    }

    private string Official() => _door.File("official.json", """
        {
          "name": "official", "list": "list", "format": "table", "key": ["id"], // a steward's own file
          "official": { "organisation": "Ministerio", "document": "Lista 2026" },
          "fields": { "id": "id", "name": "name", "kind": "kind", "country": "country", "latitude": "latitude", "longitude": "longitude", "phone": "phone" },
        }
        """);

    public void Dispose() => _door.Dispose();

    private sealed class Stopping(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (!value.Checking) source.Cancel();
        }
    }
}
