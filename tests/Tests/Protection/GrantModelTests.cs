using Amparo.Protection.Consent;
using Amparo.Protection.Granting;
using Amparo.Protection.People;
using Amparo.Protection.Sealing;
using Amparo.Tests.Access;
using Microsoft.AspNetCore.Http;

namespace Amparo.Tests.Protection;

/// <summary>Chance gives, withdraws, ends, writes and lets time pass; a model of sets says each time what each team opens.</summary>
[Trait("Needs", "Database")]
public sealed class GrantModelTests : IDisposable
{
    private static readonly string[] Kinds = [SectionKinds.Needs, SectionKinds.Identity, SectionKinds.SafeContact];

    private readonly FileHouse _house = new();

    /// <summary>A grant as the model knows it: for whom, until when, and to which numbers of which sections it leads.</summary>
    private sealed record Known(int Team, Guid Consent, DateTimeOffset Until, HashSet<string> Sections, HashSet<(string Kind, int Number)> Leads)
    {
        public bool HasEnded { get; set; }
        public bool Lives(DateTimeOffset now) => !HasEnded && Until > now;
    }

    [Fact]
    public async Task However_accesses_come_and_go_each_team_opens_what_the_model_says()
    {
        var teams = new List<(Guid Team, Desk Desk)>();
        foreach (var name in new[] { "Equipo Ceiba", "Equipo Conacaste", "Equipo Matilisguate" })
        {
            var (_, lead) = await _house.At("protection_supervisor");
            var team = await FileHouse.Team(lead, name);
            var officer = await _house.Somebody("protection_officer");
            await FileHouse.Add(lead, team, officer, "case_worker");
            teams.Add((team, await _house.Desk(officer)));
            lead.Dispose();
        }
        var sequences = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? 10_000 : 40;
        var (opened, closed) = (0, 0);
        for (var seed = 0; seed < sequences; seed++)
        {
            var chance = new Random(seed);
            var file = await As(teams[0].Desk, async (db, services) =>
            {
                var team = await db.Set<Amparo.Protection.Teams.Team>().SingleAsync(t => t.Id == teams[0].Team);
                var person = await services.GetRequiredService<OpenFiles>().Open(team, new Identity { CalledBy = $"Número {seed}" }, [], new BasisForm { Means = "verbal", SpokenIn = "es", Assent = "agrees" }, default);
                await db.SaveChangesAsync();
                return person.Id;
            });
            var numbers = new Dictionary<string, int> { [SectionKinds.Needs] = 1, [SectionKinds.Identity] = 1, [SectionKinds.SafeContact] = 0 };
            var grants = new List<Known>();
            for (var step = 0; step < 14; step++)
            {
                await Step(chance, teams, file, numbers, grants);
                var now = _house.Platform.Clock.Now;
                var team = chance.Next(1, teams.Count);
                foreach (var kind in Kinds)
                {
                    var should = grants.Any(g => g.Team == team && g.Lives(now) && g.Leads.Contains((kind, numbers[kind])));
                    var (reaches, opens) = await As(teams[team].Desk, async (db, services) => (await db.PeopleFor(services.GetRequiredService<CurrentUser>(), ProtectionRead, now).AnyAsync(p => p.Id == file), await Opens(services, file, kind)));
                    Assert.True(reaches == grants.Any(g => g.Team == team && g.Lives(now)), $"seed {seed}, step {step}: team {team} {(reaches ? "reaches" : "does not reach")} the file");
                    Assert.True(opens == should, $"seed {seed}, step {step}: team {team} {(opens ? "opens" : "does not open")} {kind} {numbers[kind]}");
                    if (opens) opened++;
                    else closed++;
                }
                Assert.True(await As(teams[0].Desk, (_, services) => Opens(services, file, SectionKinds.Identity)), $"seed {seed}, step {step}: the keeper lost her file");
            }
        }
        Assert.True(opened > sequences * 2 && closed > sequences * 2, $"{opened} opened, {closed} closed");
        foreach (var (_, desk) in teams) desk.Dispose();
    }

    private const string ProtectionRead = "protection.read";

    private async Task Step(Random chance, List<(Guid Team, Desk Desk)> teams, Guid file, Dictionary<string, int> numbers, List<Known> grants)
    {
        var now = _house.Platform.Clock.Now;
        switch (chance.Next(5))
        {
            case 0:
                var written = Kinds[chance.Next(Kinds.Length)];
                await As(teams[0].Desk, async (db, services) =>
                {
                    var person = await db.Set<Person>().SingleAsync(p => p.Id == file);
                    await (written == SectionKinds.Needs ? services.GetRequiredService<Sections>().Write(person, written, new Needs([], $"{chance.Next()}"), numbers[written], default)
                        : written == SectionKinds.Identity ? services.GetRequiredService<Sections>().Write(person, written, new Identity { CalledBy = "Otra" }, numbers[written], default)
                        : services.GetRequiredService<Sections>().Write(person, written, new SafeContact("call", "", "", "", ""), numbers[written], default));
                    return await db.SaveChangesAsync();
                });
                numbers[written]++;
                foreach (var grant in grants.Where(g => g.Lives(now) && g.Sections.Contains(written))) grant.Leads.Add((written, numbers[written]));
                break;
            case 1 or 2:
                var (to, sections, until) = (chance.Next(1, teams.Count), Kinds.Where(_ => chance.Next(2) == 0).DefaultIfEmpty(SectionKinds.Needs).ToHashSet(), now.AddDays(chance.Next(1, 60)));
                var consent = await As(teams[0].Desk, async (db, services) =>
                {
                    var (ledger, user) = (services.GetRequiredService<Ledger>(), services.GetRequiredService<CurrentUser>());
                    var entry = new BasisForm { Means = "thumb", SpokenIn = "es" }.Entry(file, await ledger.NextNumber(file, default), user.Id!.Value, now, Purposes.Referral, teams[to].Team, [.. sections], until);
                    var grant = new FileGrant { PersonId = file, TeamId = teams[to].Team, Kind = GrantKinds.Referral, Sections = entry.Sections, ConsentId = entry.Id, By = user.Id.Value, From = now, Until = until };
                    db.AddRange(entry, grant);
                    await services.GetRequiredService<Sections>().Share(grant, default);
                    await db.SaveChangesAsync();
                    return entry.Id;
                });
                grants.Add(new(to, consent, until, sections, [.. sections.Where(k => numbers[k] > 0).Select(k => (k, numbers[k]))]));
                break;
            case 3 when grants.Where(g => !g.HasEnded).ToList() is { Count: > 0 } open:
                var one = open[chance.Next(open.Count)];
                await As(teams[0].Desk, async (db, services) =>
                {
                    var (ledger, person) = (services.GetRequiredService<Ledger>(), await db.Set<Person>().SingleAsync(p => p.Id == file));
                    if (chance.Next(2) == 0) await ledger.Withdraw(person, await db.Set<ConsentEntry>().SingleAsync(c => c.Id == one.Consent), null, default);
                    else await ledger.EndGrant(await db.Set<FileGrant>().SingleAsync(g => g.ConsentId == one.Consent), GrantEnds.Revoked, person, default);
                    return await db.SaveChangesAsync();
                });
                one.HasEnded = true;
                break;
            case 4:
                _house.Platform.Clock.Now += TimeSpan.FromDays(chance.Next(0, 20));
                break;
        }
    }

    private static async Task<bool> Opens(IServiceProvider services, Guid file, string kind) => kind switch
    {
        SectionKinds.Needs => (await services.GetRequiredService<Sections>().Read<Needs>(file, kind, default))?.Content is not null,
        SectionKinds.Identity => (await services.GetRequiredService<Sections>().Read<Identity>(file, kind, default))?.Content is not null,
        _ => (await services.GetRequiredService<Sections>().Read<SafeContact>(file, kind, default))?.Content is not null,
    };

    /// <summary>In the session of that desk, as a request of hers would be.</summary>
    private async Task<T> As<T>(Desk desk, Func<Database, IServiceProvider, Task<T>> work) => await _house.Platform.In(async (db, services) =>
    {
        var session = await db.Set<Session>().AsNoTracking().Where(s => s.AccountId == desk.AccountId).OrderByDescending(s => s.StartedAt).FirstAsync();
        services.GetRequiredService<CurrentUser>().Session = new SignedIn(desk.AccountId, session.Id, "", "es", session.FreshAt, [new(ProtectionRead, Scope.Country("GT"))]);
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{SessionCookie.Name}={desk.Cookie}";
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await work(db, services);
    });

    public void Dispose() => _house.Dispose();
}
