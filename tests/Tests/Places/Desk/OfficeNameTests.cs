using Amparo.Places;
using Amparo.Tests.Access;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class OfficeNameTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task Each_country_says_the_name_of_its_own_office_and_the_others_that_of_the_region()
    {
        using var site = _platform.WithWebHostBuilder(b => b.UseSetting("Amparo:Places:OfficeName", "Oficina de la región").UseSetting("Amparo:Places:OfficeNames:GT", "Oficina de Guatemala").UseSetting("Amparo:Places:OfficeNames:SV", " "));
        var places = new[] { Some.Place("A", country: "GT"), Some.Place("B", country: "HN"), Some.Place("C", country: "SV") };
        await _platform.Given([.. places]);
        using var known = await _platform.As("regional_steward", Scope.Region);
        using var desk = new Access.Desk(site, known.Cookie);
        foreach (var place in places) using (var done = await desk.Do($"/console/places/{place.Id}/assure", ("How", "call"))) Assert.Equal(System.Net.HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(["Oficina de Guatemala", "Oficina de la región", "Oficina de la región"], await Task.WhenAll(places.Select(async p => (await _platform.Stored(p.Id)).AssuredBy!)));
    }

    [Fact]
    public void Without_a_setting_there_is_one_name() => Assert.Equal("Oficina regional", new PlacesSettings().OfficeOf("GT"));

    public void Dispose() => _platform.Dispose();
}
