using System.Text.Json.Nodes;
using Amparo.Places.Importing;
using Amparo.Publication;
using Amparo.Tests.CommandLine;
using Amparo.Web;

namespace Amparo.Tests.Places.Importing;

/// <summary>Publishing a list at once, as an operator does it: through the verbs, into an edition.</summary>
[Trait("Needs", "Database")]
public sealed class OfficialTests : CommandLineTest
{
    [Fact]
    public void No_profile_that_ships_claims_that_an_organisation_answers_for_its_list() =>
        // What stands in docs/import-profiles.md: none of these lists was given out by the office that it is about.
        Assert.All(ListProfile.Shipped, name => Assert.Null(ListProfile.Load(name).Official));

    [SharedDataFact]
    public async Task Without_an_organisation_that_answers_for_it_no_post_of_a_real_list_is_published()
    {
        var data = await RealData();
        Assert.Equal(0, await Amparo("import", SharedData.PathOf("health/el-salvador-places.js"), "--approve", "--data", data));
        Assert.Equal(0, await Amparo("publish", "--data", data));
        Assert.Empty((await Edition(data)).Places());
    }

    [SharedDataFact]
    public async Task Once_a_ministry_answers_for_it_every_accepted_post_is_published_and_none_as_confirmed()
    {
        var data = await RealData();
        var profile = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "src/Modules/Places/Importing/Profiles/salvador-health.json")), documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;
        profile["official"] = new JsonObject { ["organisation"] = "Ministerio inventado para la prueba", ["document"] = "Oficio 1-2026" };
        await File.WriteAllTextAsync(PathOf("ministerio.json"), profile.ToJsonString());

        Assert.Equal(0, await Amparo("import", SharedData.PathOf("health/el-salvador-places.js"), "--profile", PathOf("ministerio.json"), "--approve", "--data", data));
        Assert.Contains("Ministerio inventado para la prueba", Said);
        // "482 rows: 476 accepted …" in the language of the terminal.
        var accepted = int.Parse(System.Text.RegularExpressions.Regex.Match(Said, @"482 \D+: (\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(0, await Amparo("publish", "--data", data));
        var places = (await Edition(data)).Places().ToList();
        Assert.Equal((true, accepted), (accepted > 470, places.Count));
        Assert.All(places, p => Assert.Equal((null, null, false), (p.AssuredAt, p.AssuredBy, p.IsDemonstration)));
    }

    private async Task<string> RealData()
    {
        var data = NewData("data");
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Assert.Equal(0, await Amparo("keys", "init", "--data", data));
        return data;
    }

    private static async Task<Edition> Edition(string data)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection([new("Amparo:Data", data)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddAmparo(settings).BuildServiceProvider();
        return services.GetRequiredService<EditionLoader>().Open(services.GetRequiredService<EditionStore>().CurrentVersion()!.Value);
    }
}
