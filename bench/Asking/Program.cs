// What it takes to queue the monthly question to every entry:  dotnet run -c Release --project bench/Asking -- FOLDER [entries]
using System.Diagnostics;
using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Places.Asking;
using Amparo.Places.Entries;
using Amparo.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

var folder = args[0];
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000;
await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
    .AddKernel(Engine.From(Environment.GetEnvironmentVariable("AMPARO__Database"), folder), new(folder)).AddModules().BuildServiceProvider();
var clock = services.GetRequiredService<TimeProvider>();
await In(s => s.GetRequiredService<Migrator>().Migrate(default));
for (var from = 0; from < count; from += 2000)
{
    await In(async s =>
    {
        var db = s.GetRequiredService<Database>();
        for (var i = from; i < Math.Min(count, from + 2000); i++) db.Add(Entry(i, clock.GetUtcNow().AddDays(-31 - i % 10)));
        return await db.SaveChangesAsync();
    });
}
var round = services.GetRequiredService<AskRound>();
var (first, queued) = await Took(() => round.Run(default));
var (again, twice) = await Took(() => round.Run(default));
if (queued != count || twice != 0) throw new InvalidOperationException($"Of {count} entries {queued} were asked, and then {twice} again.");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"entries": {{count}}, "queued": {{first:F2}}, "again": {{again:F2}}, "megabytes": {{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576}}}"""));
return 0;

static Place Entry(int i, DateTimeOffset assured)
{
    var id = Guid.CreateVersion7();
    var place = new Place
    {
        Id = id, Slug = Slug.Of($"Albergue {i}", id), Name = $"Albergue {i}", Kind = PlaceKinds.Shelter, Country = "GT", TimeZone = "America/Guatemala", IsDemonstration = true,
        Profile = new() { Description = "Cama, comida y ducha para quien va de camino.", Phones = [new($"+502 {i:00000000}", "cell")], Serves = [Populations.Families, Populations.Women], AsksNoPapers = true },
    };
    place.HideTo(Disclosures.Area);
    place.Approve("bench", assured);
    place.Assure("Oficina regional", AssuranceMeans.Call, assured);
    return place;
}

static async Task<(double Seconds, int Did)> Took(Func<Task<int>> work)
{
    var begun = Stopwatch.GetTimestamp();
    var did = await work();
    return (Stopwatch.GetElapsedTime(begun).TotalSeconds, did);
}

async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
{
    await using var scope = services.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "bench.ask";
    return await work(scope.ServiceProvider);
}
