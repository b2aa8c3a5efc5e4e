using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

[Trait("Needs", "Database")]
public sealed class RealListsTests : IDisposable
{
    private readonly ImportDoor _door = new();

    [SharedDataFact]
    public async Task Every_diplomatic_post_knows_whose_it_is_and_where_and_an_honorary_one_says_so()
    {
        var summary = await _door.Import(SharedData.PathOf("consulates/embassies_mesoamerica_subset.csv"));
        Assert.Equal(("embassies", 591), (summary.Profile, summary.Rows));
        Assert.Equal(0, ImportDoor.Count(summary, Reasons.CountryUnknown) + ImportDoor.Count(summary, Reasons.CountryMissing) + ImportDoor.Count(summary, Reasons.ValueUnknown));
        Assert.True(summary.Accepted >= 585, $"accepted {summary.Accepted}");
        var posts = await _door.Places();
        Assert.All(posts, p => Assert.Equal((PlaceKinds.Consular, 1), (p.Kind, p.Profile.Nationals.Count)));
        Assert.Equal(16, posts.Count(p => p.Profile.IsHonorary));
        Assert.Contains(posts, p => p.Name == "Embajada de Argentina en Ciudad de Guatemala" && p.Country == "GT" && p.Profile.Nationals is ["AR"]);
        Assert.All(posts, p => Assert.Null(p.AssuredAt));
        Assert.All(posts, p => Assert.Equal(PlaceStatus.Queued, p.Status));
    }

    [SharedDataFact]
    public async Task Every_Salvadoran_health_post_has_an_outcome_and_its_twins_are_proposed_and_kept()
    {
        var path = SharedData.PathOf("health/el-salvador-places.js");
        var summary = await _door.Import(path);
        Assert.Equal((482, 0), (summary.Rows, summary.Rejected));
        Assert.True(summary.Accepted > 460 && summary.DuplicatesProposed > 20, $"{summary.Accepted}, {summary.DuplicatesProposed}");
        Assert.Equal(summary.DuplicatesProposed, await _door.Platform.Read(db => db.Set<DuplicateProposal>().CountAsync()));
        Assert.All(await _door.Places(), p => Assert.DoesNotContain('\t', p.Whereabouts.Address ?? ""));

        var again = await _door.Import(path);
        Assert.Equal((0, 0, summary.Accepted, summary.Quarantined, 0), (again.Accepted, again.Changed, again.Unchanged, again.Quarantined, again.DuplicatesProposed));
    }

    [SharedDataFact]
    public async Task The_Jordan_directory_comes_out_expired_with_its_hours_doubted_and_its_staff_hidden()
    {
        var summary = await _door.Import(SharedData.PathOf("services/jordan/compiled.json"));
        Assert.Equal(("jordan", 562, 562), (summary.Profile, summary.Rows, summary.Accepted));
        var places = await _door.Places();
        Assert.InRange(places.Count(p => p.ExpiresAt <= new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero)), 412, 562);
        Assert.Equal(562, summary.Expired);
        Assert.Equal(43, ImportDoor.Count(summary, HoursProblem.ImpossibleTime));
        Assert.True(ImportDoor.Count(summary, Reasons.PersonalNumber) >= 129);
        var said = string.Join('\n', places.Select(p => p.Profile.Description));
        Assert.DoesNotMatch(@"(?:\+?962|0)?[\s-]*7\s*[789](?:[\s-]*\d){7}", said);
        Assert.DoesNotContain("FBatshone", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Felomain Nassar", said, StringComparison.Ordinal);
    }

    [SharedDataTheory]
    [InlineData("data", 501, 220, 981, 2562)]
    [InlineData("data_old", 957, 436, 393, 1012)]
    public async Task An_old_package_is_upgraded_with_its_rows_counted_and_what_is_left_out_listed(string folder, int services, int locations, int schedules, int attributes)
    {
        var summary = await _door.Import(SharedData.PathOf($"hsds/exports/orservices/{folder}"));
        Assert.Equal("hsds-1", summary.Profile);
        TableCount Table(string name) => summary.Tables.Single(t => t.Table == name);
        Assert.Equal((services, services), (Table("services").Read, Table("services").Used));
        Assert.Equal((locations, locations), (Table("locations").Read, Table("locations").Used));
        Assert.Equal((schedules, attributes), (Table("schedules").Read, Table("attributes").Read));
        var unused = summary.Tables.Sum(t => t.Read - t.Used);
        Assert.Equal(unused, ImportDoor.Count(summary, Reasons.RowUnused));
        Assert.Equal(unused, (await _door.Findings()).Count(f => f.Reason == Reasons.RowUnused));
        var places = await _door.Places();
        Assert.Equal(summary.Accepted, places.Count);
        Assert.Contains(places, p => p.Profile.Hours.Regular.Any(s => s.OpensAt is not null) || p.Profile.Services.Any(s => s.Hours is { Regular.Count: > 0 }));
        Assert.All(places, p => Assert.All(p.Profile.Services, s => Assert.Equal(5, s.Id.Version)));
    }

    [SharedDataFact]
    public async Task The_gazetteer_is_compared_and_never_imported()
    {
        var summary = await _door.Import(SharedData.PathOf("gazetteer/geonames_cities1000_mesoamerica.csv"));
        Assert.Equal(("gazetteer", 10_876), (summary.Profile, summary.Rows));
        Assert.Equal(10_876, ImportDoor.Count(summary, "gazetteer_equal"));
        Assert.Empty(await _door.Places());
    }

    public void Dispose() => _door.Dispose();
}
