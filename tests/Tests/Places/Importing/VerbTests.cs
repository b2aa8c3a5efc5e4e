using Amparo.Places.Entries;
using Amparo.Web.CommandLine;

namespace Amparo.Tests.Places.Importing;

[Trait("Needs", "Database")]
public sealed class VerbTests
{
    [Fact]
    public async Task The_verb_takes_a_file_in_and_says_how_to_ask_when_it_is_asked_wrongly()
    {
        var data = Directory.CreateTempSubdirectory("amparo-verb-").FullName;
        var list = Path.Combine(data, "lista.csv");
        await File.WriteAllTextAsync(list, "name,kind,country\nComedor,food,GT\nSin país,food,\n");
        Assert.Equal(1, await Verbs.Run(["import", list, "--data", data]));
        Assert.Equal(0, await Verbs.Run(["db", "migrate", "--data", data]));
        Assert.Equal(2, await Verbs.Run(["import", "--data", data]));
        Assert.Equal(1, await Verbs.Run(["import", list + ".no", "--data", data]));
        Assert.Equal(0, await Verbs.Run(["import", list, "--approve", "--data", data]));
        Assert.Equal(0, await Verbs.Run(["import", list, "--data", data]));
        Assert.Equal(0, await Verbs.Run(["import", "--help"]));
        await using var services = TestServices.Over(Engine.From("sqlite", data), data);
        await using var scope = services.CreateAsyncScope();
        Assert.Equal("Comedor", (await scope.ServiceProvider.GetRequiredService<Database>().Set<Place>().SingleAsync()).Name);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
