using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Tests.Access;
using AngleSharp.Dom;
using Ask = Amparo.Places.Asking.Ask;

namespace Amparo.Tests.Places.Desk;

/// <summary>Tables of the desk of places: duplicates, imports and their rows, and what was asked.</summary>
[Trait("Needs", "Database")]
public sealed class TableTests : IDisposable
{
    private readonly Platform _platform = new();

    private Task<Access.Desk> Steward() => _platform.As("country_steward", Scope.Country("MX"));
    private static List<string> Column(IDocument page, int column = 1) => [.. page.QuerySelectorAll($"main tbody tr > :nth-child({column})").Select(c => c.TextContent.Trim())];

    private static async Task<List<string>> Csv(Access.Desk desk, string path)
    {
        using var answer = await desk.Get(path);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return [.. (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }

    private async Task<(int Records, string Act)> Left(string table) =>
        await _platform.Read(async db => { var left = await db.Set<AuditEntry>().OrderByDescending(a => a.Id).FirstAsync(a => a.Table == table && a.Outcome == AuditOutcomes.Seen); return (left.Records, left.Act); });

    [Fact]
    public async Task Pairs_are_filtered_ordered_and_taken_away_within_ones_reach()
    {
        var now = _platform.Clock.Now;
        var places = new[] { "Casa A", "Casa B", "=Casa C", "Casa D" }.Select(n => Some.Place(n)).Concat([Some.Place("Lejos 1", country: "HN"), Some.Place("Lejos 2", country: "HN")]).ToArray();
        await _platform.Given([.. places]);
        await _platform.Given([.. new[] { (0, 1, "same_phone", 2), (2, 3, "same_point,same_phone", 1), (4, 5, "same_phone", 3) }.Select(p =>
        {
            var (first, second) = Deciding.Ordered(places[p.Item1].Id, places[p.Item2].Id);
            return new DuplicateProposal { FirstId = first, SecondId = second, Reasons = p.Item3, ProposedAt = now.AddDays(-p.Item4) };
        })]);
        using var desk = await Steward();
        const string path = "/console/places/duplicates";
        Assert.Equal([true, false], Column(await desk.Page(path)).Select(p => p.Contains("Casa A", StringComparison.Ordinal)));
        Assert.Equal([false, true], Column(await desk.Page(path + "?sort=-since")).Select(p => p.Contains("Casa A", StringComparison.Ordinal)));
        Assert.Contains("=Casa C", Assert.Single(Column(await desk.Page(path + "?reason=same_point"))), StringComparison.Ordinal);
        var none = await desk.Page(path + "?country=GT");
        Assert.Contains(none.QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
        var file = await Csv(desk, path + "/export?reason=same_point");
        Assert.Equal(2, file.Count);
        Assert.Contains("'=Casa C", file[1], StringComparison.Ordinal);
        Assert.Equal((1, "places.merge"), await Left("places_duplicate_proposal"));
    }

    [Fact]
    public async Task Imports_are_a_table_with_who_brought_them_and_their_rows_another()
    {
        using var desk = await Steward();
        var now = _platform.Clock.Now;
        var run = new ImportRun { List = "lista", Profile = "plain", FileName = "b.csv", FileHash = "", StartedAt = now, Accepted = 2, Rejected = 1 };
        var (one, two) = (Some.Place("Albergue Norte"), Some.Place("Comedor Abajo"));
        await _platform.Given(run, one, two);
        ImportJob Job(string name, int days, string? country = "MX") => new() { Country = country, By = desk.AccountId, FileName = name, Kind = FileKind.Csv, Size = 1, UploadedAt = now.AddDays(-days) };
        var job = Job("b.csv", 1);
        await _platform.Given(Job("a.csv", 2), job, Job("ajena.csv", 0, "HN"));
        await _platform.In(async (db, _) => await db.Acting("places_import_job", () => db.Set<ImportJob>().Where(j => j.Id == job.Id).ExecuteUpdateAsync(j => j.SetProperty(x => x.RunId, run.Id).SetProperty(x => x.State, JobStates.Ended)), default));
        await _platform.Given(
            new ImportChange { RunId = run.Id, PlaceId = two.Id, Row = "2", Number = 1, What = ImportChange.Added, After = "", Content = "{\"address\":\"secreta\"}" }, new ImportChange { RunId = run.Id, PlaceId = one.Id, Row = "3", Number = 2, What = ImportChange.Changed, After = "" },
            new ImportFinding { RunId = run.Id, Row = "4", Number = 1, Outcome = Outcomes.Rejected, Field = "name", Reason = Reasons.NameMissing, Value = "=1+1" });

        const string path = "/console/places/imports";
        Assert.Equal(["b.csv", "a.csv"], Column(await desk.Page(path)));
        Assert.Equal(["a.csv", "b.csv"], Column(await desk.Page(path + "?sort=file")));
        var ended = await desk.Page(path + "?state=ended");
        Assert.Equal(["b.csv"], Column(ended));
        Assert.Equal(["Persona Inventada"], Column(ended, 5));
        Assert.EndsWith(",2,0,0,0,1", (await Csv(desk, path + "/export?state=ended"))[1], StringComparison.Ordinal);
        Assert.Equal((1, "places.import"), await Left("places_import_job"));

        Assert.Equal(["Comedor Abajo", "Albergue Norte"], Names(await desk.Page($"{path}/{job.Id}")));
        Assert.Equal(["Albergue Norte", "Comedor Abajo"], Names(await desk.Page($"{path}/{job.Id}?sort=name")));
        Assert.Equal(["Comedor Abajo"], Names(await desk.Page($"{path}/{job.Id}?outcome=added")));
        var rows = await Csv(desk, $"{path}/{job.Id}/rows/export?outcome=added");
        Assert.StartsWith($"2,{two.Id},Comedor Abajo,", Assert.Single(rows.Skip(1)), StringComparison.Ordinal);
        Assert.DoesNotContain(rows, r => r.Contains("secreta", StringComparison.Ordinal));
        Assert.Equal((1, "places.import"), await Left("places_import_change"));
        Assert.Contains("'=1+1", (await Csv(desk, $"{path}/{job.Id}/export?show=findings&reason=name_missing"))[1], StringComparison.Ordinal);
        using var book = await desk.Get($"{path}/{job.Id}/export?show=findings&as=xlsx");
        Assert.EndsWith(".xlsx", book.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    private static List<string> Names(IDocument page) => [.. page.QuerySelectorAll("main tbody a[href^='/console/places/']").Where(a => Guid.TryParse(a.GetAttribute("href")!.Split('/')[^1], out _)).Select(a => a.TextContent).Where(t => t.StartsWith("Comedor", StringComparison.Ordinal) || t.StartsWith("Albergue", StringComparison.Ordinal))];

    [Fact]
    public async Task What_was_asked_is_filtered_and_leaves_without_any_number_or_mailbox()
    {
        var now = _platform.Clock.Now;
        var (one, two) = (Some.Place("Casa Uno", profile: new() { Phones = [new("+52 000 555 0101")] }), Some.Place("Casa Dos", profile: new() { Email = "casa@example.org" }));
        await _platform.Given(one, two);
        Ask Asked(Place place, string channel, int days) => new() { PlaceId = place.Id, Period = "0.0", Channel = channel, AddressHash = $"{days}", Language = "es", AskedAt = now.AddDays(-days), EndsAt = now.AddDays(3), NextAt = now.AddDays(3) };
        await _platform.Given(Asked(one, Channels.Sms, 1), Asked(two, Channels.Mail, 10));
        using var desk = await Steward();
        const string path = "/console/places/asked";
        Assert.Equal([true, false], Column(await desk.Page(path)).Select(n => n.StartsWith("Casa Uno", StringComparison.Ordinal)));
        Assert.Equal([false, true], Column(await desk.Page(path + "?sort=when")).Select(n => n.StartsWith("Casa Uno", StringComparison.Ordinal)));
        Assert.StartsWith("Casa Dos", Assert.Single(Column(await desk.Page(path + "?view=silent"))), StringComparison.Ordinal);
        Assert.StartsWith("Casa Uno", Assert.Single(Column(await desk.Page(path + "?channel=sms"))), StringComparison.Ordinal);
        var file = await Csv(desk, path + "/export?channel=mail");
        Assert.Contains("Casa Dos", Assert.Single(file.Skip(1)), StringComparison.Ordinal);
        Assert.DoesNotContain(await Csv(desk, path + "/export"), l => l.Contains("555", StringComparison.Ordinal) || l.Contains('@'));
        Assert.Equal((2, "places.assure"), await Left("places_ask"));
    }

    [Fact]
    public async Task Costs_and_rare_languages_are_said_in_words_in_the_readers_language()
    {
        var place = Some.Place(profile: new() { Costs = [new("Gratis", 0, "USD"), new("Foto para el carné", 2500, "GTQ"), new("Cena", 0, "GTQ"), new("Lo que pueda dar")], Languages = ["gym", "tzh", "spa"] });
        await _platform.Given(place);
        using var desk = await Steward();
        var said = (await desk.Page($"/console/places/{place.Id}")).QuerySelector("main")!.TextContent;
        foreach (var words in new[] { "sin costo; Foto para el carné: 25 quetzales; Cena: sin costo; Lo que pueda dar", "ngäbere, tseltal, español" }) Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("0.00", said, StringComparison.Ordinal);
        Assert.Contains("Foto para el carné | 25.00 GTQ", (await desk.Page($"/console/places/{place.Id}/edit/conditions")).GetElementById("Costs")!.TextContent, StringComparison.Ordinal); // what is typed stays exact
    }

    public void Dispose() => _platform.Dispose();
}
