using Amparo.Tests.Access;
using Amparo.Tests.Places;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class ClockTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task Times_go_by_the_clock_of_the_country_in_which_somebody_works_and_say_whose_it_is()
    {
        var place = Some.Place(country: "GT", assuredAt: new(2026, 11, 21, 2, 5, 0, TimeSpan.Zero));
        await _platform.Given(place);
        using var guatemala = await _platform.As("country_steward", Scope.Country("GT"));
        Assert.Contains("20 nov 2026, 20:05 (hora de Guatemala)", await Said(guatemala, place.Id), StringComparison.Ordinal);
        using var region = await _platform.As("regional_steward", Scope.Region);
        Assert.Contains("21 nov 2026, 02:05 UTC", await Said(region, place.Id), StringComparison.Ordinal);
        // Who works in two countries has two clocks: neither is taken for the other.
        using var two = await _platform.As(("country_steward", Scope.Country("GT")), ("country_steward", Scope.Country("PA")));
        Assert.Contains("21 nov 2026, 02:05 UTC", await Said(two, place.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_is_read_by_one_clock_whoever_reads_it()
    {
        using var desk = await _platform.As("auditor", Scope.Country("GT"));
        var times = (await desk.Page("/console/audit")).QuerySelectorAll("main time").Select(t => t.TextContent).ToList();
        Assert.All(times, t => Assert.EndsWith("UTC", t, StringComparison.Ordinal));
    }

    private static async Task<string> Said(Access.Desk desk, Guid place) => (await desk.Page($"/console/places/{place}")).QuerySelector("main")!.TextContent;

    public void Dispose() => _platform.Dispose();
}
