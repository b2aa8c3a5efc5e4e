using Amparo.Protection.Sealing;
using Amparo.Tests.Access;
using Amparo.Tests.Office;

namespace Amparo.Tests.Protection;

[Trait("Needs", "Database")]
public sealed class TeamTests : IDisposable
{
    private readonly FileHouse _house = new();

    [Fact]
    public async Task Each_opens_what_her_function_needs_and_the_story_is_the_specialists_alone()
    {
        var (_, lead) = await _house.At("protection_supervisor");
        var (specialist, hers) = await _house.At("protection_specialist");
        var (first, front) = await _house.At("protection_officer");
        var team = await FileHouse.Team(lead);
        await FileHouse.Add(lead, team, specialist, "specialist");
        await FileHouse.Add(lead, team, first, "first_contact");
        var file = await FileHouse.File(hers, team, ("CalledBy", "Clavel"), ("Needed", "health"));
        using (var answer = await hers.Post($"{FileHouse.People}/{file}/story", null, ("After", "0"), ("Told", "lo que contó Clavel"))) await FileHouse.Ended(answer, "file_saved");

        var (seen, supervised, met) = (await FileHouse.Opened(hers, file), await FileHouse.Opened(lead, file), await FileHouse.Opened(front, file));
        Assert.Contains("lo que contó Clavel", seen.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Clavel", supervised.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("lo que contó", supervised.Body!.TextContent, StringComparison.Ordinal);
        // Who meets her first sees what she needs, and that there is more which is not for her.
        Assert.Contains("atención de salud", met.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Clavel", met.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("que usted no puede abrir", met.Body!.TextContent, StringComparison.Ordinal);
        foreach (var desk in new[] { lead, hers, front }) desk.Dispose();
    }

    [Fact]
    public async Task Who_gives_roles_makes_herself_no_member_and_opens_nothing()
    {
        var (_, lead) = await _house.At("protection_supervisor");
        var team = await FileHouse.Team(lead);
        var officer = await _house.Somebody("protection_officer");
        await FileHouse.Add(lead, team, officer, "case_worker");
        using var hers = await _house.Desk(officer);
        var file = await FileHouse.File(hers, team);

        // An administrator who gave herself every role of protection, in the whole region.
        var intruder = await _house.Platform.Begun();
        foreach (var role in new[] { "administrator", "protection_officer", "protection_specialist", "protection_supervisor" }) await _house.Platform.Given(Desks.Given(intruder.Id, role, Scope.Region, _house.Platform.Clock.Now));
        using var desk = await _house.Desk(intruder);
        using (var answer = await desk.Get($"{FileHouse.People}/{file}/why")) Assert.Equal(404, (int)answer.StatusCode);
        using (var answer = await desk.Post($"{FileHouse.Teams}/{team}/add", null, ("Email", intruder.Email), ("Function", "case_worker"))) Assert.Contains("no está en este equipo", await FileHouse.Refused(answer), StringComparison.Ordinal);

        // Even a row that she writes into the database past the program opens nothing: she holds no key.
        await _house.Platform.Given(new Amparo.Protection.Teams.Member { TeamId = team, AccountId = intruder.Id, Function = "case_worker", AddedBy = intruder.Id, Since = _house.Platform.Clock.Now });
        var page = await FileHouse.Opened(desk, file);
        Assert.DoesNotContain("Flor", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("que usted no puede abrir", page.Body!.TextContent, StringComparison.Ordinal);
        lead.Dispose();
    }

    [Fact]
    public async Task Who_leaves_opens_nothing_any_more_and_what_is_written_afterwards_is_under_other_keys()
    {
        var (_, lead) = await _house.At("protection_supervisor");
        var team = await FileHouse.Team(lead);
        var (gone, left) = await _house.At("protection_officer");
        var (stays, hers) = await _house.At("protection_officer");
        await FileHouse.Add(lead, team, gone, "case_worker");
        await FileHouse.Add(lead, team, stays, "case_worker");
        var before = await FileHouse.File(left, team, ("CalledBy", "Jazmín"));
        using (var answer = await _house.Leave(lead, team, gone.Id)) await FileHouse.Ended(answer, "member_removed");

        using (var answer = await left.Get($"{FileHouse.People}/{before}")) Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<RingShare>().CountAsync(s => s.AccountId == gone.Id)));
        var after = await FileHouse.File(hers, team, ("CalledBy", "Azucena"));
        Assert.Contains("Jazmín", (await FileHouse.Opened(hers, before)).Body!.TextContent, StringComparison.Ordinal);
        var rings = await _house.Platform.Read(db => db.Set<Ring>().Where(r => r.TeamId == team).ToListAsync());
        var used = await _house.Platform.Read(db => db.Set<SectionKey>().Where(k => db.Set<SealedSection>().Any(s => s.Id == k.SectionId && s.PersonId == after)).Select(k => k.RingId).Distinct().ToListAsync());
        Assert.All(used, id => Assert.Equal((2, null), rings.Where(r => r.Id == id).Select(r => (r.Version, r.RetiredAt)).Single()));
        foreach (var desk in new[] { lead, left, hers }) desk.Dispose();
    }

    [Fact]
    public async Task The_last_who_holds_a_key_cannot_be_taken_away()
    {
        var (_, lead) = await _house.At("protection_supervisor");
        var specialist = await _house.Somebody("protection_specialist");
        var team = await FileHouse.Team(lead);
        await FileHouse.Add(lead, team, specialist, "specialist");
        using var answer = await _house.Leave(lead, team, specialist.Id);
        Assert.Contains("única que tiene esta llave", await FileHouse.Refused(answer), StringComparison.Ordinal);
        // Another specialist can be added by the one who is there, and by nobody else.
        var second = await _house.Somebody("protection_specialist");
        using (var refused = await lead.Post($"{FileHouse.Teams}/{team}/add", null, ("Email", second.Email), ("Function", "specialist"))) Assert.Contains("Solo una especialista", await FileHouse.Refused(refused), StringComparison.Ordinal);
        using var hers = await _house.Desk(specialist);
        await FileHouse.Add(hers, team, second, "specialist");
        lead.Dispose();
    }

    [Fact]
    public async Task Who_lost_password_and_codes_opens_nothing_until_two_colleagues_say_that_it_is_she()
    {
        var (leader, lead) = await _house.At("protection_supervisor");
        var team = await FileHouse.Team(lead);
        var officer = await _house.Somebody("protection_officer");
        await FileHouse.Add(lead, team, officer, "case_worker");
        Guid file;
        using (var before = await _house.Desk(officer)) file = await FileHouse.File(before, team, ("CalledBy", "Dalia"));
        // Another pair under the same password, as after a reset.
        await _house.Platform.In(async (db, services) =>
        {
            db.Remove(await db.Set<AccountKey>().SingleAsync(k => k.AccountId == officer.Id));
            db.RemoveRange(await db.Set<KeyWrap>().Where(w => w.AccountId == officer.Id).ToListAsync());
            await db.SaveChangesAsync();
            var keys = services.GetRequiredService<AccountKeys>();
            await keys.Wrap(officer.Id, keys.Make(officer.Id), KeyWays.Password, Guid.Empty, officer.Password, default);
            return await db.SaveChangesAsync();
        });
        using var desk = await _house.Desk(officer);
        Assert.DoesNotContain("Dalia", (await FileHouse.Opened(desk, file)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("su llave cambió", (await lead.Page($"{FileHouse.Teams}/{team}")).Body!.TextContent, StringComparison.Ordinal);
        using var again = await _house.Desk(leader);
        using (var answer = await _house.Of(again, team, officer.Id, "give-anew")) await FileHouse.Ended(answer, "vouched");
        // The same person twice is one person.
        using (var answer = await _house.Of(again, team, officer.Id, "give-anew")) await FileHouse.Ended(answer, "vouched");
        Assert.DoesNotContain("Dalia", (await desk.Page($"{FileHouse.People}/{file}")).Body!.TextContent, StringComparison.Ordinal);
        var second = await _house.Somebody("protection_supervisor");
        await FileHouse.Add(again, team, second, "supervisor");
        using var hers = await _house.Desk(second);
        using (var answer = await _house.Of(hers, team, officer.Id, "give-anew")) await FileHouse.Ended(answer, "keys_given");
        Assert.Contains("Dalia", (await desk.Page($"{FileHouse.People}/{file}")).Body!.TextContent, StringComparison.Ordinal);
        lead.Dispose();
    }

    public void Dispose() => _house.Dispose();
}
