using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Demonstration;
using Amparo.Places.Entries;
using Amparo.Tests.Geography;

namespace Amparo.Tests.Places.Demonstration;

public sealed class DemonstrationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 16, 0, 0, TimeSpan.Zero);
    private static readonly List<Place> Centres = [.. new DemonstrationCentres(Geodata.Gazetteer).Make(1600, Now)];

    [Fact]
    public void The_same_seed_and_day_give_the_same_centres()
    {
        var again = new DemonstrationCentres(Geodata.Gazetteer).Make(1600, Now);
        Assert.Equal(Centres.Select(Line), again.Select(Line));
    }

    [Fact]
    public void There_are_sixteen_hundred_of_every_kind_in_every_country_with_addresses_of_their_own()
    {
        Assert.Equal(1600, Centres.Select(c => c.Slug).Distinct().Count());
        Assert.Equal(PlaceKinds.All.Order(), Centres.Select(c => c.Kind).Distinct().Order());
        Assert.Equal(["BZ", "CR", "GT", "HN", "MX", "NI", "PA", "SV"], Centres.Select(c => c.Country).Distinct().Order());
    }

    [Fact]
    public void No_telephone_number_can_be_assigned_to_anybody() =>
        Assert.All(Centres.SelectMany(c => c.Profile.Phones), p => Assert.Matches(@"^\+\d{2,3} 0\d{6,9}$", p.Number));

    [Fact]
    public void Every_one_says_that_it_is_a_demonstration() => Assert.All(Centres, c => Assert.True(c.IsDemonstration));

    [Fact]
    public void Refuges_and_childrens_homes_are_for_officers_only_and_shelters_give_area_and_telephone()
    {
        Assert.Contains(Centres, c => c.Disclosure == Disclosures.Officers);
        Assert.All(Centres.Where(c => c.Name.StartsWith("Refugio de Mujeres", StringComparison.Ordinal) || c.Name.StartsWith("Hogar de Niñas", StringComparison.Ordinal)), c => Assert.Equal(Disclosures.Officers, c.Disclosure));
        Assert.All(Centres.Where(c => c.Kind is PlaceKinds.Shelter or PlaceKinds.Lgbti), c => Assert.Equal(Disclosures.Area, c.Disclosure));
    }

    [Fact]
    public void Every_country_has_its_hotlines() =>
        Assert.Equal(8, Centres.Where(c => c.Kind == PlaceKinds.TraffickingHotline).Select(c => c.Country).Distinct().Count());

    [Fact]
    public void Whoever_comes_from_one_country_of_the_region_finds_a_consulate_in_each_other()
    {
        var pairs = Centres.Where(c => c.Kind == PlaceKinds.Consular).Select(c => (From: c.Profile.Nationals.Single(), In: c.Country)).ToHashSet();
        string[] region = ["BZ", "CR", "GT", "HN", "MX", "NI", "PA", "SV"];
        Assert.All(from f in region from i in region where f != i select (f, i), pair => Assert.Contains(pair, pairs));
    }

    [Fact]
    public void Fresh_due_stale_and_never_assured_ones_are_among_them()
    {
        var states = Centres.Select(c => c.FreshnessBy(new()).At(Now)).Distinct();
        Assert.Equal(Enum.GetValues<FreshnessState>(), states.Order());
    }

    private static string Line(Place place) => JsonSerializer.Serialize(new { place.Id, place.Slug, place.Whereabouts, place.Profile, place.AssuredAt, place.Disclosure, place.FullUntil });
}

[Trait("Needs", "Database")]
public sealed class LoadDemonstrationTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task An_installation_with_a_real_entry_refuses_the_demonstration()
    {
        var id = Guid.CreateVersion7();
        await _platform.Given(new Place { Id = id, Slug = "real-1", Name = "Centro real", Kind = PlaceKinds.Health, Country = "SV", TimeZone = "America/El_Salvador", Profile = new() });
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => Load(10));
        Assert.Equal("places.demonstration.real_entries_are_here", broken.Key);
        Assert.Equal(1, await _platform.Read(db => db.Set<Place>().CountAsync()));
    }

    [Fact]
    public async Task Loading_twice_adds_once()
    {
        Assert.Equal(40, await Load(40));
        Assert.Equal(0, await Load(40));
        Assert.Equal(40, await _platform.Read(db => db.Set<Place>().CountAsync()));
    }

    private Task<int> Load(int count) => _platform.In((_, services) => services.GetRequiredService<IDemonstration>().Load(count, _ => { }, default), "places.demonstration");

    public void Dispose() => _platform.Dispose();
}
