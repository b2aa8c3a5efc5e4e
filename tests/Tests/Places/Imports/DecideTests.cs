using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Imports;

[Trait("Needs", "Database")]
public sealed class DecideTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task Many_are_approved_by_the_rule_of_one_and_only_as_they_were_seen()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var import = await _platform.Import(desk, ImportDesk.Two + "3,Comedor Nazaret,food,GT,,\n");
        var path = $"{ImportDesk.Path}/{import}/approve";
        var marks = (await desk.Page(path)).QuerySelectorAll("input[name=Chosen]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.Equal(3, marks.Count);
        using (var none = await desk.Do(path)) Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);

        // One organisation and no document: noted, and not public.
        using (var noted = await desk.Do(path, ("Chosen", marks[0]))) Assert.EndsWith("?approved=0&noted=1&left=0", noted.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (var twice = await desk.Do(path, ("Chosen", (await Marks(desk, path))[0]))) Assert.EndsWith("?approved=0&noted=0&left=1", twice.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Public());
        // What somebody changed since it was shown is left.
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Name == "Comedor Nazaret")).Name = "Otro";
            return await db.SaveChangesAsync();
        });
        using (var done = await desk.Do(path, [("Document", "Acuerdo 12"), .. marks[1..].Select(m => ("Chosen", m)), ("Chosen", (await Marks(desk, path))[0])])) Assert.EndsWith("?approved=2&noted=0&left=1", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await Public());
        Assert.Equal("Otro", await _platform.Read(db => db.Set<Place>().Where(p => p.Status == PlaceStatus.Queued).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_list_that_changes_what_somebody_had_verified_makes_them_look_again()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        await _platform.Import(desk, ImportDesk.Two);
        var place = await _platform.Read(db => db.Set<Place>().AsNoTracking().SingleAsync(p => p.SourceKey == "1"));
        using (await desk.Do($"/console/places/{place.Id}/approve")) { }
        Assert.Single((await _platform.Stored(place.Id)).Verifications);
        await _platform.Import(desk, ImportDesk.Two.Replace("Almuerzo", "Otra cosa", StringComparison.Ordinal));
        Assert.Empty((await _platform.Stored(place.Id)).Verifications);
    }

    [Fact]
    public async Task A_list_puts_no_hidden_place_under_another_organisation_on_one_persons_word()
    {
        const string header = "id,name,kind,country,phone,description,organization,disclosure\n", other = "2,Comedor Emaús,food,GT,2233-4466,Cena,Red Dos,exact\n";
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        await _platform.Import(desk, header + "1,Casa Oculta,other,GT,2233-4455,Casa,Red Uno,officers\n" + other);
        var (before, two) = (await _platform.Read(db => db.Set<Place>().AsNoTracking().SingleAsync(p => p.SourceKey == "1")), await _platform.Read(db => db.Set<Organization>().AsNoTracking().SingleAsync(o => o.Name == "Red Dos")));
        Assert.Equal(Disclosures.Officers, before.Disclosure);
        var import = await _platform.Import(desk, header + "1,Casa Oculta,other,GT,2233-4455,Casa,Red Dos,officers\n" + other);
        Assert.Equal(before.OrganizationId, (await _platform.Stored(before.Id)).OrganizationId);

        // Somebody takes the row; whose people will see the place waits all the same.
        var change = (await _platform.Changes()).Single(c => c.What == ImportChange.Waits);
        using (var taken = await desk.Do($"{ImportDesk.Path}/{import}/rows/{change.Id}", ("Decision", "yes"))) Assert.EndsWith("done=place_edited_waits", taken.Headers.Location!.ToString(), StringComparison.Ordinal);
        var after = await _platform.Stored(before.Id);
        Assert.Equal(((Guid?)before.OrganizationId, (Guid?)two.Id), (after.OrganizationId, after.ProposedContacts!.Organization));
    }

    [Fact]
    public async Task Approving_many_and_undoing_ask_anew_who_one_is()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var import = await _platform.Import(desk, ImportDesk.Two);
        _platform.Clock.Now += SessionTimes.Fresh + TimeSpan.FromMinutes(1);
        foreach (var deed in new[] { "approve", "undo" })
        {
            using var answer = await desk.Get($"{ImportDesk.Path}/{import}/{deed}");
            Assert.StartsWith(ConsolePaths.Confirm, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_an_import_added_goes_what_it_changed_goes_back_and_what_somebody_touched_is_left_and_said()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        await _platform.Import(desk, ImportDesk.Two + "3,Comedor Nazaret,food,GT,,Uno\n");
        var import = await _platform.Import(desk, ImportDesk.Header + "1,Comedor Belén,food,GT,2233-4455,NUEVO\n2,Comedor Emaús,food,GT,2233-4466,NUEVO\n4,Comedor Añadido,food,GT,,x\n5,Comedor Corregido,food,GT,,x\n6,Comedor Publicado,food,GT,,x\n");
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.SourceKey == "2")).Assure("Oficina", AssuranceMeans.Call, _platform.Clock.Now);
            (await db.Set<Place>().SingleAsync(p => p.SourceKey == "5")).Name = "Corregido a mano";
            (await db.Set<Place>().SingleAsync(p => p.SourceKey == "6")).Approve("dos", _platform.Clock.Now);
            return await db.SaveChangesAsync();
        });
        using (var asked = await desk.Do($"{ImportDesk.Path}/{import}/undo")) Assert.EndsWith("done=import_undo_asked", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(JobStates.Undone, (await _platform.Work(import)).State);

        var places = await _platform.Read(db => db.Set<Place>().AsNoTracking().ToDictionaryAsync(p => p.SourceKey!));
        Assert.Equal("Almuerzo", places["1"].Profile.Description);
        Assert.Equal("NUEVO", places["2"].Profile.Description);
        Assert.False(places.ContainsKey("4"));
        Assert.Equal(("Corregido a mano", PlaceStatus.Withdrawn), (places["5"].Name, places["6"].Status));
        Assert.Equal(["assured", "edited"], (await _platform.Changes()).Where(c => c.Outcome == ChangeOutcomes.Left).Select(c => c.LeftBecause!).Order());
        var left = (await desk.Page($"{ImportDesk.Path}/{import}?show=places&outcome=left")).QuerySelector("main")!.TextContent;
        Assert.Contains(Es("places.desk.imports.left.edited"), left, StringComparison.Ordinal);
        Assert.Contains(await _platform.Read(db => db.Set<AuditEntry>().ToListAsync()), a => a.Act == "places.undo_import" && a.Table == "places_place" && a.By == desk.AccountId);
        // Once is enough, and the list may come in again, the right way.
        using (var twice = await desk.Do($"{ImportDesk.Path}/{import}/undo")) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        await _platform.Import(desk, ImportDesk.Header + "4,Comedor Añadido,food,GT,,bien\n");
        Assert.Equal("bien", await _platform.Read(db => db.Set<Place>().Where(p => p.SourceKey == "4").Select(p => p.Profile.Description).SingleAsync()));
    }

    [Fact]
    public async Task What_a_list_says_of_a_published_entry_waits_beside_it_and_its_telephone_for_a_second_person_besides()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        await _platform.Import(desk, ImportDesk.Two);
        await _platform.In(async (db, _) =>
        {
            foreach (var place in await db.Set<Place>().ToListAsync()) place.Approve("dos", _platform.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var import = await _platform.Import(desk, ImportDesk.Header + "1,Comedor Belén,food,GT,2299-0000,Ahora cena\n2,Comedor Emaús,food,GT,2233-4466,Otra cosa\n");
        var changes = await _platform.Changes();
        var (first, second) = (changes.Single(c => c is { Row: "2", What: ImportChange.Waits }), changes.Single(c => c is { Row: "3", What: ImportChange.Waits }));
        var path = $"{ImportDesk.Path}/{import}/rows/{first.Id}";
        var row = (await desk.Page(path)).QuerySelector("main table")!.TextContent;
        Assert.Contains("Almuerzo", row, StringComparison.Ordinal);
        Assert.Contains("Ahora cena", row, StringComparison.Ordinal);
        using (var done = await desk.Do(path, ("Decision", "yes"))) Assert.EndsWith("done=place_edited_waits", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        var place = await _platform.Read(db => db.Set<Place>().AsNoTracking().SingleAsync(p => p.SourceKey == "1"));
        Assert.Equal(("Ahora cena", "+50222334455", "+50222990000"), (place.Profile.Description!, place.Profile.Phones[0].Number, place.ProposedContacts!.Phones[0].Number));
        using (var twice = await desk.Do(path, ("Decision", "no"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);

        var seen = await desk.Open($"{ImportDesk.Path}/{import}/rows/{second.Id}");
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.SourceKey == "2")).Name = "Entretanto";
            return await db.SaveChangesAsync();
        });
        using (var late = await desk.Post($"{ImportDesk.Path}/{import}/rows/{second.Id}", null, [.. seen, ("Decision", "yes")])) Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using (await desk.Do($"{ImportDesk.Path}/{import}/rows/{second.Id}", ("Decision", "no"))) { }
        Assert.Equal("Cena", await _platform.Read(db => db.Set<Place>().Where(p => p.SourceKey == "2").Select(p => p.Profile.Description).SingleAsync()));
    }

    [Fact]
    public async Task Where_a_hidden_place_is_stands_on_no_page_of_an_import_for_whoever_did_not_bring_it()
    {
        using var desk = await _platform.As("regional_steward", Scope.Region);
        const string header = "id,name,kind,country,latitude,longitude,address,disclosure\n";
        await _platform.Import(desk, header + "1,Hogar de mujeres,women,GT,14.6123,-90.5123,Calle Secreta 12,officers\n", "");
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync()).Approve("dos", _platform.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var import = await _platform.Import(desk, header + "1,Hogar de mujeres,women,GT,14.7123,-90.6123,Avenida Oculta 99,officers\n2,Otra,women,GT,99.5,-90.5,Pasaje Callado 7,officers\n", "");
        using var colleague = await _platform.As("country_steward", Scope.Country("GT"));
        await colleague.Page($"{ImportDesk.Path}/{import}", 404);
        using var second = await _platform.As("regional_steward", Scope.Region);
        var change = (await _platform.Changes()).Single(c => c.What == ImportChange.Waits);
        foreach (var page in new[] { "", "?show=findings", "/approve", "/undo", "/export", $"/rows/{change.Id}" })
        {
            using var answer = await second.Get($"{ImportDesk.Path}/{import}{page}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var said = await answer.Content.ReadAsStringAsync();
            foreach (var secret in new[] { "Secreta", "Oculta", "Callado", "14.6123", "14.7123", "99.5" }) Assert.False(said.Contains(secret, StringComparison.Ordinal), $"{page} says {secret}");
        }
    }

    [Fact]
    public async Task What_an_entry_held_before_is_forgotten_after_a_month()
    {
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        await _platform.Import(desk, ImportDesk.Two);
        await _platform.Import(desk, ImportDesk.Two.Replace("Cena", "Desayuno", StringComparison.Ordinal));
        Assert.Contains(await _platform.Changes(), c => c.Content is not null);
        _platform.Clock.Now += TimeSpan.FromDays(31);
        await _platform.Services.GetRequiredService<ImportWorker>().Sweep(default);
        Assert.DoesNotContain(await _platform.Changes(), c => c.Content is not null);
    }

    private static async Task<List<string>> Marks(Access.Desk desk, string path) => [.. (await desk.Page(path)).QuerySelectorAll("input[name=Chosen]").Select(i => i.GetAttribute("value")!)];

    private Task<int> Public() => _platform.Read(db => db.Set<Place>().CountAsync(p => p.Status == PlaceStatus.Approved));

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
