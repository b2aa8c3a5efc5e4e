using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Places;

namespace Amparo.Tests.Publication;

[Trait("Needs", "Database")]
public sealed class IncrementalTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task What_is_built_from_the_last_edition_is_what_is_built_from_nothing(int seed)
    {
        var (history, secrets) = (new History(seed), new Secrets(seed));
        using var house = new House();
        using var whole = new House(sameDatabase: house, sameKeys: house);
        for (var step = 0; step < 2 * History.Steps; step++)
        {
            whole.Clock.Now = house.Clock.Now += TimeSpan.FromMinutes(secrets.Random.Next(1, 90));
            await history.LiveInPublic(house);
            await history.LiveInSecret(house, secrets);
            var (incremental, full) = (await house.Publish(), await whole.Publish(full: true));
            Assert.Equal(step > 0, !incremental.WasFull);
            Assert.Equal(full.Envelope.ContentRoot, incremental.Envelope.ContentRoot);
            Assert.Equal(full.Envelope.Files, incremental.Envelope.Files);
        }
        Assert.NotEmpty(house.Files());
    }

    [Fact]
    public async Task One_changed_entry_reads_one_shard()
    {
        using var house = new House();
        var places = Enumerable.Range(0, 60).Select(i => Some.Place("Casa " + i)).ToArray();
        await house.Given([.. places]);
        house.Clock.Now += TimeSpan.FromMinutes(10);
        await house.Publish();
        house.Clock.Now += TimeSpan.FromMinutes(10);
        await house.Change(places[17].Id, p => p.Name = "Casa renovada");
        var built = await house.Publish();
        Assert.Equal((1, false, true), (built.Shards, built.WasFull, built.IsNew));
        Assert.Equal("Casa renovada", house.Open().ById(places[17].Id)!.Name);
    }

    [Theory]
    [InlineData("expires"), InlineData("is withdrawn by age"), InlineData("its organization is renamed"), InlineData("is hidden"), InlineData("is withdrawn"), InlineData("is approved")]
    public async Task A_shard_is_read_again_when_an_entry_of_it(string happening)
    {
        using var house = new House();
        var organization = new Organization { Name = "Antes" };
        var place = Some.Place(approved: happening != "is approved", assuredAt: happening == "is withdrawn by age" ? House.Start - TimeSpan.FromDays(90) + TimeSpan.FromHours(1) : null);
        place.Organization = organization;
        if (happening == "expires") place.ExpiresAt = House.Start + TimeSpan.FromHours(1);
        await house.Given(place);
        await house.Publish();
        Assert.Equal(happening == "is approved" ? 0 : 1, house.Open().Count);

        house.Clock.Now += TimeSpan.FromHours(1);
        if (happening == "its organization is renamed") await house.Do(async db => (await db.Set<Organization>().SingleAsync()).Name = "Después");
        if (happening == "is hidden") await house.Change(place.Id, p => p.HideTo(Disclosures.Officers));
        if (happening == "is withdrawn") await house.Change(place.Id, p => p.Withdraw());
        if (happening == "is approved") await house.Change(place.Id, p => p.Approve("test", house.Clock.Now));
        Assert.Equal((true, false), (await house.Publish()) is var built ? (built.IsNew, built.WasFull) : default);
        if (happening == "its organization is renamed") Assert.Equal("Después", house.Open().ById(place.Id)!.OrganizationName);
        else Assert.Equal(happening == "is approved" ? 1 : 0, house.Open().Count);
    }

    [Fact]
    public async Task A_change_that_was_saved_before_the_last_build_and_committed_after_it_is_found()
    {
        using var house = new House();
        var place = Some.Place();
        await house.Given(place);
        house.Clock.Now += TimeSpan.FromHours(1);
        await house.Publish();
        var built = house.Clock.Now;
        house.Clock.Now = built - TimeSpan.FromSeconds(50);
        await house.Change(place.Id, p => p.Withdraw());
        house.Clock.Now = built + TimeSpan.FromSeconds(2);
        await house.Publish();
        Assert.Equal(0, house.Open().Count);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_builds_everything()
    {
        using var house = new House();
        await house.Publish();
        house.Clock.Now -= TimeSpan.FromMinutes(30);
        Assert.True((await house.Publish()).WasFull);
    }

    [Fact]
    public async Task Both_engines_and_every_version_write_the_same_bytes()
    {
        using var house = new House();
        await house.Given([.. Enumerable.Range(0, 20).Select(i => Some.Place("Casa ñandú " + i, PlaceKinds.All[i], id: StableId.Of("golden", i.ToString()), disclosure: i % 2 == 0 ? Disclosures.Exact : Disclosures.Area))]);
        // Another root is a decision: every reader's copy is then transferred anew.
        var places = (await house.Publish()).Envelope.Files.Where(f => f.Part == EditionParts.Places);
        Assert.StartsWith("9b9a19fadae5e72d4a926896275e233ed6c42b9d3", Envelope.RootOf(places));
    }

    [Fact]
    public async Task A_searcher_learns_what_changed_since_the_edition_before()
    {
        var made = new List<(Edition Edition, Edition? Previous, IReadOnlySet<int>? Changed)>();
        using var house = new House(with: s => s.AddSingleton<SearcherFactory>((e, p, c) => { made.Add((e, p, c)); return new Silent(); }));
        var places = Enumerable.Range(0, 40).Select(i => Some.Place("Casa " + i)).ToArray();
        await house.Given([.. places]);
        await house.Publish();
        var first = house.Loader.Open(1);
        house.Clock.Now += TimeSpan.FromMinutes(10);
        await house.Change(places[3].Id, p => p.Name = "Otra");
        await house.Change(places[4].Id, p => p.Withdraw());
        await house.Publish();
        var second = house.Loader.Open(2, first);

        Assert.Equal([(first, null), (second, first)], made.Select(m => (m.Edition, m.Previous)));
        Assert.Null(made[0].Changed);
        Assert.Equal(new[] { Shards.Of(places[3].Id), Shards.Of(places[4].Id) }.Distinct().Order(), made[1].Changed!.Order());
        Assert.Equal(39, second.Count);
        Assert.Equal("Otra", second.ById(places[3].Id)!.Name);
        Assert.NotNull(first.ById(places[4].Id));
        Assert.IsType<Silent>(second.Searcher);
    }

    private sealed class Silent : ISearcher
    {
        public SearchAnswer Search(SearchQuestion question) => new([], 0, false, SearchUnderstood.Nothing);
    }
}
