using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Asking;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Mine;

/// <summary>Every request of one organisation, sent again by somebody of another: nothing of the first comes back, and nothing of it changes.</summary>
[Trait("Needs", "Database")]
public sealed class TwoTenantsTests : IDisposable
{
    private const string Canary = "Canario";
    private readonly Platform _platform = new();

    [Fact]
    public async Task Whatever_one_organisation_asks_the_other_gets_nothing_of_it_with_its_own_session()
    {
        var (alfa, beta) = (new Organization { Name = "Red Canario Alfa" }, new Organization { Name = "Red Beta" });
        var (mine, theirs) = (Some.Place("Albergue Canario", assuredAt: _platform.Clock.Now.AddDays(-40), profile: new() { Description = "Canario en la descripción.", Phones = [new("+52 000 555 0101")] }), Some.Place("Albergue Beta", assuredAt: _platform.Clock.Now.AddDays(-40)));
        (mine.OrganizationId, theirs.OrganizationId) = (alfa.Id, beta.Id);
        await _platform.Given(alfa, beta, mine, theirs);
        using var a = await _platform.Of(alfa.Id, "partner", Scope.Organisation(alfa.Id));
        using var b = await _platform.Of(beta.Id, "partner", Scope.Organisation(beta.Id));
        await _platform.Given(new ProposedChange { PlaceId = mine.Id, By = a.AccountId, Organisation = alfa.Id, At = _platform.Clock.Now, Before = new(mine.Name, mine.Kind, mine.Profile), After = new("Canario Nuevo", mine.Kind, mine.Profile) });
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Account>().SingleAsync(x => x.Id == a.AccountId)).Name = "Persona Canario";
            return await db.SaveChangesAsync();
        });

        var (asked, seenByItsOwner) = (0, 0);
        foreach (var door in (await ConsoleEndpoints.Of(_platform.Services)).Where(d => d.IsPublic || !WhoMay.IsOfOneself(d.Act)))
        {
            var path = door.Route;
            foreach (var parameter in door.Parameters)
                path = System.Text.RegularExpressions.Regex.Replace(path, $@"\{{{parameter}(:[^}}]*)?\}}", parameter switch { "placeId" => mine.Id.ToString(), "accountId" => a.AccountId.ToString(), _ => Guid.CreateVersion7().ToString() }, System.Text.RegularExpressions.RegexOptions.IgnoreCase);
            var before = await State(mine.Id, a.AccountId);
            // The very words that the first one's own request carries.
            (string, string)[] fields = [("Row", $"{mine.Id}:{before.Version}"), ("Version", $"{before.Version}"), ("Say", "full"), ("How", "call"), ("To", "officers"), ("Name", "Robado"), ("Kind", "shelter"), ("Hours", "always"), ("Decision", "accept"), ("Email", "ladron@example.org"), ("Language", "es"), ("Organisation", alfa.Id.ToString())];
            using var answer = door.IsUnsafe ? await b.Post(path, null, fields) : await b.Get(path);
            var said = await answer.Content.ReadAsStringAsync();
            asked++;
            Assert.True((int)answer.StatusCode < 500, $"{door} answered {answer.StatusCode}");
            Assert.False(said.Contains(Canary, StringComparison.Ordinal), $"{door} told the other organisation: {answer.StatusCode}");
            if (door.Parameters.Contains("placeId")) Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{door} answered {answer.StatusCode}");
            Assert.True(before == await State(mine.Id, a.AccountId), $"{door} changed what is not theirs.");
            if (!door.IsUnsafe)
            {
                using var own = await a.Get(path);
                if ((await own.Content.ReadAsStringAsync()).Contains(Canary, StringComparison.Ordinal)) seenByItsOwner++;
            }
        }
        // A replay that finds nothing because there is nothing to find would prove nothing.
        Assert.True(asked > 60 && seenByItsOwner >= 6, $"{asked} doors, {seenByItsOwner} of them told their owner.");
    }

    [Fact]
    public async Task No_door_of_a_token_and_no_public_door_tells_of_the_others_hidden_place_or_changes_it()
    {
        _platform.Services.GetRequiredService<Amparo.Publication.KeyFolder>().Init(true, null, _platform.Clock.Now);
        var (alfa, beta) = (new Organization { Name = "Red Canario Alfa" }, new Organization { Name = "Red Beta" });
        var (mine, theirs) = (Some.Place("Casa Canario", disclosure: Disclosures.Officers, assuredAt: _platform.Clock.Now.AddDays(-40), profile: new() { Description = "Canario en la descripción." }),
            Some.Place("Albergue Beta", assuredAt: _platform.Clock.Now.AddDays(-40), profile: new() { Phones = [new("+52 000 555 0101", "cell")] }));
        (mine.OrganizationId, theirs.OrganizationId) = (alfa.Id, beta.Id);
        await _platform.Given(alfa, beta, mine, theirs);
        _platform.Clock.Now += TimeSpan.FromSeconds(2);
        await _platform.Services.GetRequiredService<Amparo.Web.Serving.Publisher>().LookOnce(default);
        await _platform.Services.GetRequiredService<AskRound>().Run(default);
        using var b = await _platform.Of(beta.Id, "partner", Scope.Organisation(beta.Id));
        // The link that the other organisation really got, with the first one's place in every field that a form could carry.
        var link = await _platform.In(async (db, services) => services.GetRequiredService<AskLinks>().Of(await db.Set<Ask>().SingleAsync(a => a.PlaceId == theirs.Id)));
        (string, string)[] fields = [("place", mine.Slug), ("open", "1"), ("answer", "3"), ("what", "closed"), ("words", "cerrado"), ("PlaceId", mine.Id.ToString()), ("id", mine.Id.ToString()), ("ask", mine.Id.ToString()), ("email", "ladron@example.org")];

        var before = await State(mine.Id, b.AccountId);
        var (asked, told) = (0, 0);
        foreach (var route in _platform.Services.GetServices<Microsoft.AspNetCore.Routing.EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(r => !ConsolePaths.IsConsole(r)).Distinct())
            foreach (var of in new[] { mine, theirs })
            {
                var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{\**([a-z]+)[^}]*\}", m => m.Groups[1].Value switch { "lang" => "es", "slug" => of.Slug, "link" => link, _ => of.Id.ToString() }, System.Text.RegularExpressions.RegexOptions.IgnoreCase);
                using var read = await b.Get(path);
                using var sent = await b.Client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2))));
                foreach (var answer in new[] { read, sent })
                {
                    var said = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
                    asked++;
                    Assert.True((int)answer.StatusCode < 500, $"{path} answered {answer.StatusCode}");
                    Assert.False(said.Contains("Casa Canario", StringComparison.Ordinal) || said.Contains("Canario en la", StringComparison.Ordinal), $"{path} told it");
                    if (said.Contains("Albergue Beta", StringComparison.Ordinal)) told++;
                }
            }
        await _platform.Services.GetRequiredService<Amparo.Places.Reporting.TakeReports>().TakeAll(default);
        await _platform.Services.GetRequiredService<Amparo.Places.Claiming.TakeClaims>().TakeAll(default);
        Assert.Equal(before, await State(mine.Id, b.AccountId));
        Assert.Equal(0, await _platform.Read(db => db.Set<Amparo.Places.Claiming.Claim>().CountAsync(c => c.PlaceId == mine.Id)) + await _platform.Read(db => db.Set<Amparo.Places.Reporting.ProblemReport>().CountAsync(r => r.PlaceId == mine.Id)));
        // Doors that tell nothing to anybody would prove nothing.
        Assert.True(asked > 60 && told >= 6, $"{asked} asked, {told} told of the public one.");
    }

    private async Task<(int Version, DateTimeOffset? Assured, string Name, int Changes, string Roles)> State(Guid place, Guid account)
    {
        var stored = await _platform.Stored(place);
        var changes = await _platform.Read(db => db.Set<ProposedChange>().CountAsync(c => c.PlaceId == place));
        var roles = await _platform.Read(db => db.Set<Assignment>().Where(x => x.AccountId == account).Select(x => x.Role + x.ScopeValue).ToListAsync());
        return (stored.Version, stored.AssuredAt, stored.Name, changes, string.Join(',', roles.Order()));
    }

    public void Dispose() => _platform.Dispose();
}
