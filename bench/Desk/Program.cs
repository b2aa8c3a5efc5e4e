// A directory with a steward who is signed in, for bench/console.mjs:  dotnet Amparo.Bench.dll FOLDER entries
// It writes the row of a session as the door does. Only a program that is built beside this repository can: no verb of a published one.
using System.Globalization;
using System.Text.Json;
using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Impostors;
using Amparo.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

var (folder, count) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
    .AddKernel(Engine.From(Environment.GetEnvironmentVariable("AMPARO__Database"), folder), new(folder)).AddModules().BuildServiceProvider();
var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
await In(s => s.GetRequiredService<Migrator>().Migrate(default));
await In(s => s.GetRequiredService<IDemonstration>().Load(count, _ => { }, default));
// One in fifty waits to be approved. The watch for impostors and the monthly round have nothing to do: this measures pages.
await In(async s =>
{
    var db = s.GetRequiredService<Database>();
    var some = db.Set<Place>().Where(p => p.Shard % 51 == 7);
    await db.Acting("places_place", () => some.ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, PlaceStatus.Queued).SetProperty(x => x.ApprovedAt, (DateTimeOffset?)null)), default);
    db.Add(new Lease { Name = "places.ask", Holder = "bench", Until = now.AddDays(1) });
    db.Add(new WatchedUntil { Name = WatchedUntil.Impostors, At = now.AddDays(1) });
    return await db.SaveChangesAsync();
});
var token = Tokens.New();
await In(async s =>
{
    var db = s.GetRequiredService<Database>();
    var account = new Account { Email = "steward@example.org", Name = "Persona Inventada", Language = "es", InvitedAt = now };
    account.SignedIn(now);
    db.Add(account);
    db.Add(new Assignment { AccountId = account.Id, Role = RoleNames.RegionalSteward, ScopeKind = Scope.RegionKind, ScopeValue = "", GivenAt = now });
    db.Add(new Session { AccountId = account.Id, TokenHash = Tokens.Hash(token), StartedAt = now, SeenAt = now, FreshAt = now.AddMinutes(60), EndsAt = now + SessionTimes.Whole, Means = "password", Device = "Bench" });
    return await db.SaveChangesAsync();
});
var area = await In(s => s.GetRequiredService<Database>().Set<Place>().Where(p => p.Status == PlaceStatus.Approved && p.Admin1 != null).GroupBy(p => p.Admin1!).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).FirstAsync());
var slug = await In(s => s.GetRequiredService<Database>().Set<Place>().Where(p => p.Admin1 == area.Key && p.Status == PlaceStatus.Approved && p.Disclosure == Disclosures.Exact && p.Kind == PlaceKinds.Legal).OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync());
Console.WriteLine(JsonSerializer.Serialize(new { token, area = area.Key, inArea = area.Count, slug, cookie = SessionCookie.Name }));
return 0;

async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
{
    await using var scope = services.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "bench.fill";
    return await work(scope.ServiceProvider);
}
