using System.Globalization;
using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Impostors;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Impostors;

[Trait("Needs", "Database")]
public sealed class WarningTests : IDisposable
{
    private const string Path = "/console/places/warnings";
    private readonly Platform _platform = new();
    private readonly Organization _one = new() { Name = "Red Uno" }, _other = new() { Name = "Red Dos" };

    [Fact]
    public async Task The_same_telephone_at_two_organisations_is_said_of_both_and_within_one_it_is_not()
    {
        var (real, sister, false_) = (Of(_one, "Casa Real", phone: "+52 962 111 1111"), Of(_one, "Casa Hermana", phone: "+52 962 111 1111"), Of(_other, "Casa Nueva", phone: "962 111 1111"));
        await _platform.Given(_one, _other, real, sister);
        await Look();
        Assert.Empty(await Warnings());
        await _platform.Given(false_);
        await Look();
        Assert.Equal(2, (await Warnings()).Count(w => w is { Kind: Warning.SamePhone, Value: "529621111111" }));
        using var desk = await _platform.As("regional_steward", Scope.Region);
        var page = (await desk.Page(Path)).QuerySelector("main")!.TextContent;
        Assert.Contains("529621111111", page, StringComparison.Ordinal);
        foreach (var place in new[] { real, false_ }) Assert.Contains(Es("places.desk.warnings.kind.same_phone"), (await desk.Page($"/console/places/{place.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("2", (await desk.Page("/console")).QuerySelector($".queue[href='{Path}']")!.TextContent.Trim(), StringComparison.Ordinal);

        // The number is mended: the warning goes by itself, and looking again says nothing anew.
        await Change(false_.Id, p => p.Write(PlaceTexts.Of(p) with { Profile = p.Profile with { Phones = [new("+52 962 999 9999")], Url = null } }, Guid.Empty, _platform.Clock.Now));
        await Look();
        await Change(false_.Id, p => p.ConfirmContacts(Guid.CreateVersion7()));
        await Look();
        Assert.DoesNotContain(await Warnings(), w => w.IsOpen);
    }

    [Fact]
    public async Task A_number_that_waits_for_a_second_person_is_warned_of_before_that_person_decides()
    {
        var (real, taken) = (Of(_one, "Casa Real", phone: "+52 962 111 1111"), Of(_other, "Otra Casa", phone: "+52 962 222 2222"));
        await _platform.Given(_one, _other, real, taken);
        await Look();
        await Change(taken.Id, p => p.Write(PlaceTexts.Of(p) with { Profile = p.Profile with { Phones = [new("+52 962 111 1111")], Url = null } }, Guid.Empty, _platform.Clock.Now));
        await Look();
        Assert.Single(await Warnings(), w => w is { Kind: Warning.SamePhone, IsOpen: true });
    }

    [Fact]
    public async Task Names_and_sites_that_only_look_alike_and_a_site_that_is_new_are_said_with_their_reason()
    {
        var real = Of(_one, "Casa del Migrante", url: "https://casa.example");
        await _platform.Given(_one, _other, real);
        await Look();
        await _platform.Given(Of(_other, "Cаsa del Migrante", url: "https://cаsa.example"), Of(_one, "Casa Segunda", url: "https://otra.example"), Of(_one, "Casa Tercera", url: "https://norte.casa.example"));
        await Look();
        Assert.Equal([Warning.LooksAlike, Warning.MixedLetters, Warning.NewSite, Warning.SiteLooksAlike], (await Warnings()).Select(w => w.Kind).Order(StringComparer.Ordinal));
        Assert.Equal("otra.example", (await Warnings()).Single(w => w.Kind == Warning.NewSite).Value);
        // Looked at again without a change nothing is said twice, and a site stays new until somebody judged it.
        await Change(real.Id, p => p.IsLastResort = true);
        await Look();
        Assert.Equal(4, (await Warnings()).Count(w => w.IsOpen));
    }

    [Fact]
    public async Task An_account_to_pay_into_is_warned_of_and_the_same_one_at_two_organisations_of_both()
    {
        var (real, sister, false_) = (Of(_one, "Casa Real", text: "Donaciones: cuenta 0123 4567 8901"), Of(_one, "Casa Hermana", text: "Cuenta 012345678901"), Of(_other, "Casa Nueva", text: "Aparte su cama: depósito a la cta. 012345678901"));
        await _platform.Given(_one, _other, real, sister);
        await Look();
        Assert.Equal([Warning.NamesAccount, Warning.NamesAccount], (await Warnings()).Select(w => w.Kind));
        await _platform.Given(false_);
        await Look();
        Assert.Equal(2, (await Warnings()).Count(w => w is { Kind: Warning.SameAccount, Value: "012345678901" }));
        using var desk = await _platform.As("regional_steward", Scope.Region);
        foreach (var kind in new[] { "same_account", "names_account" }) Assert.Contains(Es("places.desk.warnings.kind." + kind), (await desk.Page(Path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Change(false_.Id, p => p.Profile = p.Profile with { Description = "Sin costo" });
        await Look();
        Assert.DoesNotContain(await Warnings(), w => w.IsOpen && (w.Kind == Warning.SameAccount || w.PlaceId == false_.Id));
    }

    [Fact]
    public async Task Putting_a_warning_away_takes_a_reason_is_recorded_and_holds()
    {
        var (real, other) = (Of(_one, "Casa Real", phone: "+52 962 111 1111"), Of(_other, "Casa Nueva", phone: "+52 962 111 1111"));
        await _platform.Given(_one, _other, real, other);
        await Look();
        var warning = Assert.Single(await Warnings());
        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (var unsaid = await desk.Do($"{Path}/{warning.Id}", ("Because", "nada"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        using (var done = await desk.Do($"{Path}/{warning.Id}", ("Because", "shared"), ("Note", "Misma centralita"))) Assert.EndsWith("done=warning_dismissed", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (var twice = await desk.Post($"{Path}/{warning.Id}", null, ("Because", "called"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        var row = await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == "places.dismiss_warnings" && a.Table == "places_warning"));
        Assert.Equal((desk.AccountId, "shared", warning.Id), (row.By!.Value, row.Purpose!, row.Record!.Value));
        await Change(other.Id, p => p.IsLastResort = true);
        await Look();
        Assert.DoesNotContain(await Warnings(), w => w.IsOpen);
        using var editor = await _platform.As("editor", Scope.Region);
        await editor.Page(Path, 403);
    }

    [Fact]
    public async Task A_warning_tells_nobody_of_a_hidden_place_elsewhere()
    {
        var (near, refuge) = (Of(_one, "Casa Norte", phone: "+502 2233 4455", country: "GT"), Of(_other, "Refugio Callado", phone: "+502 2233 4455", country: "HN", disclosure: Disclosures.Officers));
        await _platform.Given(_one, _other, near, refuge);
        await Look();
        Assert.Single(await Warnings());
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        foreach (var page in new[] { Path, $"/console/places/{near.Id}" }) Assert.DoesNotContain("Callado", (await desk.Page(page)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        await desk.Page($"{Path}/{(await Warnings())[0].Id}", 404);
        // What readers know may be said.
        await Change(refuge.Id, p =>
        {
            p.ProposeDisclosure(Disclosures.Area, "a");
            p.ConfirmDisclosure("b");
        });
        Assert.Contains("Callado", (await desk.Page(Path)).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_watch_reads_indexes_and_never_the_whole_table()
    {
        await _platform.Given(_one, _other);
        await _platform.Given([.. Enumerable.Range(0, 300).Select(i => Of(_one, $"Casa {i}", phone: $"+52962{i:0000000}"))]);
        await Look();
        var since = _platform.Clock.Now.AddDays(1);
        await UsesAnIndex(db => db.Set<PlaceMark>().Where(m => m.Kind == "phone" && new[] { "1", "2" }.Contains(m.Value)).Select(m => m.Id));
        await UsesAnIndex(db => db.Set<Place>().Where(p => p.ChangedAt > since).OrderBy(p => p.ChangedAt).Take(200).Select(p => p.Id));
        await UsesAnIndex(db => db.Set<Warning>().Where(w => w.State == Warning.Open).OrderBy(w => w.FoundAt).Take(50).Select(w => w.Id));
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => UsesAnIndex(db => db.Set<Place>().Where(p => p.TimeZone == "x").Select(p => p.Id)));
    }

    private Task<int> UsesAnIndex(Func<Database, IQueryable<Guid>> ask) => _platform.In(async (db, _) =>
    {
        await using var command = ask(db).CreateDbCommand();
        if (command.Connection!.State is not System.Data.ConnectionState.Open) await command.Connection.OpenAsync();
        var sql = command.CommandText;
        if (TestEngine.Postgres is not null)
        {
            await using var off = command.Connection.CreateCommand();
            off.CommandText = "SET enable_seqscan = off";
            await off.ExecuteNonQueryAsync();
        }
        command.CommandText = (TestEngine.Postgres is null ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
        var plan = new List<string>();
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync()) plan.Add(Convert.ToString(rows.GetValue(rows.FieldCount - 1), CultureInfo.InvariantCulture)!);
        var said = string.Join('\n', plan);
        Assert.True(!said.Contains("Seq Scan", StringComparison.Ordinal) && !plan.Exists(p => p.StartsWith("SCAN", StringComparison.Ordinal) && !p.Contains("INDEX", StringComparison.Ordinal) && !p.Contains("VIRTUAL", StringComparison.Ordinal)), $"{sql}\n{said}");
        return 0;
    });

    private static Place Of(Organization organization, string name, string? phone = null, string? url = null, string? text = null, string country = "MX", string disclosure = Disclosures.Exact)
    {
        var place = Some.Place(name, country: country, disclosure: disclosure, profile: new() { Phones = phone is null ? [] : [new(phone)], Url = url, Description = text });
        place.OrganizationId = organization.Id;
        return place;
    }

    private Task<int> Change(Guid id, Action<Place> change)
    {
        _platform.Clock.Now += TimeSpan.FromSeconds(1);
        return _platform.In(async (db, _) =>
        {
            change(await db.Set<Place>().SingleAsync(p => p.Id == id));
            return await db.SaveChangesAsync();
        });
    }

    private async Task Look()
    {
        _platform.Clock.Now += TimeSpan.FromSeconds(1);
        await _platform.Services.GetRequiredService<Watch>().LookOnce(default);
    }

    private Task<List<Warning>> Warnings() => _platform.Read(db => db.Set<Warning>().AsNoTracking().OrderBy(w => w.FoundAt).ToListAsync());

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
