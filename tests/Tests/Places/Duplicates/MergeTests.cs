using System.Net;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Places.Reporting;
using Amparo.Publication;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;
using Amparo.Web.Serving;

namespace Amparo.Tests.Places.Duplicates;

[Trait("Needs", "Database")]
public sealed class MergeTests : IDisposable
{
    private const string Path = "/console/places/duplicates";
    private readonly Platform _platform = new();

    [Fact]
    public async Task Two_that_are_one_are_joined_by_chosen_values_and_the_old_address_leads_on_until_they_are_parted()
    {
        var (one, two) = (Some.Place("Casa Uno", profile: new() { Description = "Uno", Phones = [new("+52 962 111 1111")], Beds = 4 }), Some.Place("Casa Dos", profile: new() { Description = "Dos", Phones = [new("+52 962 111 1111")], Url = "https://dos.example" }));
        await _platform.Given(one, two);
        var report = ProblemReport.From(new(two.Id, "phone", null, "x"), _platform.Clock.Now, _platform.Clock.Now);
        await _platform.Given(report);
        _platform.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);
        using var desk = await _platform.As("country_steward", Scope.Country("MX"));
        var pair = await Propose(one, two);
        Assert.Contains("Casa Uno", (await desk.Page(Path)).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Reader(two));

        using (var done = await desk.Do($"{Path}/{pair}", ("Stays", Side(one, two)), ("pick.description", Side(two, one)), ("pick.name", Side(one, two))))
            Assert.Equal($"/console/places/{one.Id}?done=twin_merged", done.Headers.Location!.ToString());
        var (stayed, left) = (await _platform.Stored(one.Id), await _platform.Stored(two.Id));
        Assert.Equal(("Casa Uno", "Dos", 4, PlaceStatus.Approved), (stayed.Name, stayed.Profile.Description!, stayed.Profile.Beds!.Value, stayed.Status));
        Assert.Equal(Disclosures.Exact, stayed.Disclosure); // what the place chose of itself is nobody's to change by joining
        Assert.Equal((PlaceStatus.Withdrawn, "twin", one.Id), (left.Status, left.WithdrawnBecause!, left.MergedInto!.Value));
        Assert.Equal(one.Id, await _platform.Read(db => db.Set<ProblemReport>().Select(r => r.PlaceId).SingleAsync()));
        Assert.Equal(HttpStatusCode.MovedPermanently, await Reader(two, $"/es/centres/{one.Slug}"));
        Assert.Contains(Es("places.merge.done"), (await desk.Page($"/console/places/{one.Id}")).QuerySelectorAll("li.said")[0].TextContent, StringComparison.Ordinal);
        using (var back = await desk.Do($"/console/places/{two.Id}/bring-back")) Assert.Equal(HttpStatusCode.UnprocessableEntity, back.StatusCode);

        var merge = await _platform.Read(db => db.Set<PlaceMerge>().Select(m => m.Id).SingleAsync());
        using (var parted = await desk.Do($"{Path}/merges/{merge}")) Assert.EndsWith("done=twin_parted", parted.Headers.Location!.ToString(), StringComparison.Ordinal);
        (stayed, left) = (await _platform.Stored(one.Id), await _platform.Stored(two.Id));
        Assert.Equal(("Uno", PlaceStatus.Approved, (Guid?)null), (stayed.Profile.Description!, left.Status, left.MergedInto));
        Assert.Equal(two.Id, await _platform.Read(db => db.Set<ProblemReport>().Select(r => r.PlaceId).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, await Reader(two));
        using (var twice = await desk.Post($"{Path}/merges/{merge}", null, ("VersionFirst", $"{stayed.Version}"), ("VersionSecond", $"{left.Version}"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(1, await _platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == "places.unmerge" && a.Table == "places_merge")));
    }

    [Fact]
    public async Task A_hidden_place_is_never_joined_with_one_that_readers_know_and_its_address_never_leads_on()
    {
        var (shown, hidden, other) = (Some.Place("Casa", country: "GT"), Some.Place("Refugio", country: "GT", disclosure: Disclosures.Officers), Some.Place("Refugio Dos", country: "GT", disclosure: Disclosures.Officers));
        await _platform.Given(shown, hidden, other);
        _platform.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        var pair = await Propose(shown, hidden);
        Assert.Contains(Es("places.merge.disclosures_differ"), (await desk.Page($"{Path}/{pair}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var refused = await desk.Do($"{Path}/{pair}", ("Stays", Side(shown, hidden)))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(PlaceStatus.Approved, (await _platform.Stored(hidden.Id)).Status);

        // Two hidden ones may be joined: nothing of it reaches readers, neither then nor when they are parted.
        var both = await Propose(hidden, other);
        using (var done = await desk.Do($"{Path}/{both}", ("Stays", Side(hidden, other)))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await Reader(other));
        foreach (var file in Directory.EnumerateFiles(_platform.Data.Editions, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))) Assert.DoesNotContain("refugio", await File.ReadAllTextAsync(file), StringComparison.OrdinalIgnoreCase);
        foreach (var page in new[] { Path, $"{Path}/{pair}", $"{Path}/{both}" })
        {
            var said = (await desk.Page(page)).DocumentElement.OuterHtml;
            Assert.DoesNotContain("14.9067", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_that_leads_on_ends_where_the_one_that_stays_is_hidden()
    {
        var (one, two) = (Some.Place("Casa Uno"), Some.Place("Casa Dos"));
        await _platform.Given(one, two);
        _platform.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (await desk.Do($"{Path}/{await Propose(one, two)}", ("Stays", Side(one, two)))) { }
        Assert.Equal(HttpStatusCode.MovedPermanently, await Reader(two, $"/es/centres/{one.Slug}"));
        using (await desk.Do($"/console/places/{one.Id}/hide", ("To", "officers"))) { }
        Assert.Equal(HttpStatusCode.NotFound, await Reader(two));
        Assert.Equal(HttpStatusCode.NotFound, await Reader(one));
    }

    [Fact]
    public async Task What_leads_to_an_entry_that_is_joined_in_turn_leads_on_and_back()
    {
        var (a, b, c) = (Some.Place("Casa A"), Some.Place("Casa B"), Some.Place("Casa C"));
        await _platform.Given(a, b, c);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        foreach (var (gone, stays) in new[] { (a, b), (b, c) })
            using (var joined = await desk.Do($"{Path}/{await Propose(gone, stays)}", ("Stays", Side(stays, gone)))) Assert.True(joined.StatusCode is HttpStatusCode.Redirect, (await Access.Desk.Read(joined)).QuerySelector("main")?.TextContent);
        Assert.Equal(c.Id, (await _platform.Stored(a.Id)).MergedInto);
        var second = await _platform.Read(db => db.Set<PlaceMerge>().Where(m => m.SurvivorId == c.Id).Select(m => m.Id).SingleAsync());
        using (await desk.Do($"{Path}/merges/{second}")) { }
        Assert.Equal(b.Id, (await _platform.Stored(a.Id)).MergedInto);
    }

    [Fact]
    public async Task Two_stewards_at_once_lose_nothing_and_a_telephone_waits_for_a_second_person()
    {
        var (one, two) = (Some.Place("Casa Uno", profile: new() { Phones = [new("+52 962 111 1111")] }), Some.Place("Casa Dos", profile: new() { Phones = [new("+52 962 222 2222")] }));
        await _platform.Given(one, two);
        using var ana = await _platform.As("regional_steward", Scope.Region);
        using var beto = await _platform.As("regional_steward", Scope.Region);
        var pair = await Propose(one, two);
        var seen = (await ana.Open($"{Path}/{pair}")).Where(f => f.Name != "once").ToList();
        using (await beto.Do($"/console/places/{two.Id}/assure", ("How", "call"))) { }
        using (var late = await ana.Post($"{Path}/{pair}", null, [.. seen, ("Stays", Side(one, two)), ("pick.phones", Side(two, one))]))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            var page = await Access.Desk.Read(late);
            Assert.NotNull(page.QuerySelector($"input[name='pick.phones'][value={Side(two, one)}][checked]"));
            // Sent again as it stands now, it is done.
            var anew = page.QuerySelectorAll("main form")[0].QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(f => f.Item1 != "__RequestVerificationToken").ToArray();
            using var done = await ana.Post($"{Path}/{pair}", null, [.. anew, ("Stays", Side(one, two)), ("pick.phones", Side(two, one))]);
            Assert.EndsWith("done=twin_merged_waits", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        var stayed = await _platform.Stored(one.Id);
        Assert.Equal(("+52 962 111 1111", "+52 962 222 2222"), (stayed.Profile.Phones[0].Number, stayed.ProposedContacts!.Phones[0].Number));
        using (var second = await beto.Do($"{Path}/{pair}", ("Stays", "first"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        // Parted again, the waiting telephone is gone as well.
        using (await beto.Do($"{Path}/merges/{await _platform.Read(db => db.Set<PlaceMerge>().Select(m => m.Id).SingleAsync())}")) { }
        Assert.Null((await _platform.Stored(one.Id)).ProposedContacts);
        Assert.Equal(PlaceStatus.Approved, (await _platform.Stored(two.Id)).Status);
    }

    [Fact]
    public async Task What_somebody_changed_since_stays_when_they_are_parted_and_what_was_edited_waits()
    {
        var (one, two) = (Some.Place("Casa Uno"), Some.Place("Casa Dos"));
        await _platform.Given(one, two);
        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (await desk.Do($"{Path}/{await Propose(one, two)}", ("Stays", Side(one, two)))) { }
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Id == one.Id)).Name = "Corregida";
            (await db.Set<Place>().SingleAsync(p => p.Id == two.Id)).Name = "Cambiada mientras";
            return await db.SaveChangesAsync();
        });
        using (var parted = await desk.Do($"{Path}/merges/{await _platform.Read(db => db.Set<PlaceMerge>().Select(m => m.Id).SingleAsync())}")) Assert.EndsWith("done=twin_parted_kept", parted.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("Corregida", PlaceStatus.Queued), ((await _platform.Stored(one.Id)).Name, (await _platform.Stored(two.Id)).Status));
    }

    [Fact]
    public async Task That_two_are_two_is_remembered_and_whoever_reaches_one_alone_sees_no_pair()
    {
        var (one, two, far) = (Some.Place("Casa Uno", country: "GT"), Some.Place("Casa Dos", country: "GT"), Some.Place("Casa Lejos", country: "HN"));
        await _platform.Given(one, two, far);
        var (near, across) = (await Propose(one, two), await Propose(two, far));
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        Assert.Single((await desk.Page(Path)).QuerySelectorAll("main table tbody tr"));
        await desk.Page($"{Path}/{across}", 404);
        using (var foreign = await desk.Do(Path, ("One", $"https://x/console/places/{one.Id}"), ("Other", $"{far.Id}"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        using (var said = await desk.Post($"{Path}/{near}/different", Path)) Assert.EndsWith("done=twin_different", said.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty((await desk.Page(Path)).QuerySelectorAll("main table tbody tr"));
        Assert.Equal((DuplicateProposal.Different, desk.AccountId), await _platform.Read(db => db.Set<DuplicateProposal>().Where(d => d.Id == near).Select(d => new ValueTuple<string, Guid>(d.Decision!, d.DecidedBy!.Value)).SingleAsync()));
        using (var merged = await desk.Do($"{Path}/{near}", ("Stays", "first"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, merged.StatusCode);
        using (var again = await desk.Do(Path, ("One", $"{one.Id}"), ("Other", $"{two.Id}"))) Assert.EndsWith(near.ToString(), again.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await _platform.Read(db => db.Set<DuplicateProposal>().CountAsync()));
    }

    private async Task<Guid> Propose(Place one, Place other)
    {
        var (first, second) = Deciding.Ordered(one.Id, other.Id);
        var pair = new DuplicateProposal { FirstId = first, SecondId = second, Reasons = "same_phone,same_point", ProposedAt = _platform.Clock.Now };
        await _platform.Given(pair);
        return pair.Id;
    }

    /// <summary>The side on which an entry stands.</summary>
    private static string Side(Place place, Place other) => Deciding.Ordered(place.Id, other.Id).First == place.Id ? "first" : "second";

    private async Task<HttpStatusCode> Reader(Place place, string? to = null)
    {
        _platform.Clock.Now += TimeSpan.FromSeconds(3);
        await _platform.Services.GetRequiredService<Publisher>().LookOnce(default);
        using var client = _platform.Client();
        using var answer = await client.GetAsync(new Uri($"/es/centres/{place.Slug}", UriKind.Relative));
        if (to is not null) Assert.Equal(to, answer.Headers.Location?.ToString());
        return answer.StatusCode;
    }

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
