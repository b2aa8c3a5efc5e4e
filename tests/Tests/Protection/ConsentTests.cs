using Amparo.Protection.Granting;
using Amparo.Protection.Sealing;
using Amparo.Tests.Access;

namespace Amparo.Tests.Protection;

[Trait("Needs", "Database")]
public sealed class ConsentTests : IDisposable
{
    private readonly FileHouse _house = new();
    private Desk _officer = null!, _other = null!;
    private Guid _team, _otherTeam, _file;

    [Fact]
    public async Task Without_a_consent_for_that_team_there_is_nothing_to_give()
    {
        await Begin();
        Assert.NotNull((await _officer.Page($"{FileHouse.People}/{_file}/access/give")).QuerySelector(".note.warn"));
        using (var answer = await _officer.Post($"{FileHouse.People}/{_file}/access/give", null, ("Consent", Guid.CreateVersion7().ToString()))) await FileHouse.Refused(answer);
        // What she said no to is a line too, and gives nothing.
        using (var answer = await _officer.Post($"{FileHouse.People}/{_file}/consent/new", null, ("Purpose", "referral"), ("To", _otherTeam.ToString()), ("Days", "30"), ("Sections", "needs"), ("IsRefused", "true"))) await FileHouse.Ended(answer, "consent_recorded");
        Assert.NotNull((await _officer.Page($"{FileHouse.People}/{_file}/access/give")).QuerySelector(".note.warn"));
        Assert.Equal(0, await _house.Keys(_otherTeam));
    }

    [Fact]
    public async Task Another_team_opens_the_parts_that_she_agreed_to_and_no_others()
    {
        await Begin();
        using (var answer = await _other.Get($"{FileHouse.People}/{_file}/why")) Assert.Equal(404, (int)answer.StatusCode);
        await _house.Give(_officer, _file, _otherTeam, "referral", "needs");
        var page = await FileHouse.Opened(_other, _file);
        Assert.Contains("atención de salud", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Violeta", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("expediente para su equipo", (await _other.Page("/console/people/notices")).Body!.TextContent, StringComparison.Ordinal);
        // It is not hers to give on, nor to see who else may open it.
        foreach (var door in new[] { "access", "access/give", "consent", "consent/new", "needs", "identity", "contact", "family", "same" })
        {
            using var answer = await _other.Get($"{FileHouse.People}/{_file}/{door}");
            Assert.Equal(404, (int)answer.StatusCode);
        }
        // She reads what was given to her team, and writes nothing into a file of another.
        using (var answer = await _other.Post($"{FileHouse.People}/{_file}/needs", null, ("After", "1"), ("Needed", "food"))) Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(0, page.QuerySelectorAll("a[href$='/needs'], a[href$='/identity'], a[href$='/consent']").Length);
    }

    [Fact]
    public async Task A_consent_taken_back_cuts_access_at_once_destroys_its_keys_and_tells_who_had_it()
    {
        await Begin();
        var line = await _house.Give(_officer, _file, _otherTeam, "referral", "needs", "identity");
        Assert.Contains("Violeta", (await FileHouse.Opened(_other, _file)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await _house.Keys(_otherTeam));
        using (var answer = await FileHouse.Withdraw(_officer, _file, line)) await FileHouse.Ended(answer, "consent_withdrawn");

        foreach (var door in new[] { "", "/why", "/needs", "/identity" })
        {
            using var answer = await _other.Get($"{FileHouse.People}/{_file}{door}");
            Assert.Equal(404, (int)answer.StatusCode);
        }
        Assert.Equal(0, await _house.Keys(_otherTeam));
        var notices = (await _other.Page("/console/people/notices")).Body!.TextContent;
        Assert.Contains("permiso retirado", notices, StringComparison.Ordinal);
        Assert.DoesNotContain("Violeta", notices, StringComparison.Ordinal);
        // Once: a second withdrawal is refused in words, and the first stands.
        using (var answer = await FileHouse.Withdraw(_officer, _file, line)) Assert.Contains("ya fue retirado", await FileHouse.Refused(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_take_back_needs_no_key_and_no_reason()
    {
        await Begin();
        var line = await _house.Give(_officer, _file, _otherTeam);
        // Signed in through a row alone: it opens nothing, as after a password that was set anew.
        using var blind = await Blind();
        using (var answer = await FileHouse.Withdraw(blind, _file, line)) await FileHouse.Ended(answer, "consent_withdrawn");
        Assert.Equal(0, await _house.Keys(_otherTeam));
    }

    [Fact]
    public async Task The_end_of_one_access_takes_nothing_from_another()
    {
        await Begin();
        var first = await _house.Give(_officer, _file, _otherTeam, "referral", "needs");
        await _house.Give(_officer, _file, _otherTeam, "supervision", "needs", "identity");
        using (var answer = await FileHouse.Withdraw(_officer, _file, first)) await FileHouse.Ended(answer, "consent_withdrawn");
        Assert.Contains("Violeta", (await FileHouse.Opened(_other, _file)).Body!.TextContent, StringComparison.Ordinal);
        var grant = await _house.Platform.Read(db => db.Set<FileGrant>().Where(g => g.PersonId == _file && g.Kind == "supervision").Select(g => g.Id).SingleAsync());
        using (var answer = await _officer.Post($"{FileHouse.People}/{_file}/access/end", null, ("GrantId", grant.ToString()))) await FileHouse.Ended(answer, "access_ended");
        using (var answer = await _other.Get($"{FileHouse.People}/{_file}")) Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_consent_that_ran_out_opens_nothing_and_gives_nothing()
    {
        await Begin();
        await _house.Give(_officer, _file, _otherTeam);
        await FileHouse.Opened(_other, _file);
        _house.Platform.Clock.Now += TimeSpan.FromDays(31);
        var reached = await _house.Platform.In((db, _) => db.PeopleReachedBy(_other.AccountId, _house.Platform.Clock.Now));
        Assert.DoesNotContain(_file, reached);
    }

    [Fact]
    public async Task What_is_written_afterwards_reaches_who_still_holds_that_part()
    {
        await Begin();
        await _house.Give(_officer, _file, _otherTeam, "supervision", "needs");
        using (var answer = await _officer.Post($"{FileHouse.People}/{_file}/needs", null, ("After", "1"), ("Needed", "shelter"))) await FileHouse.Ended(answer, "file_saved");
        Assert.Contains("dónde dormir", (await FileHouse.Opened(_other, _file)).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task Begin()
    {
        var (_, lead) = await _house.At("protection_supervisor");
        var (_, theirLead) = await _house.At("protection_supervisor");
        (_team, _otherTeam) = (await FileHouse.Team(lead, "Equipo Ceiba"), await FileHouse.Team(theirLead, "Equipo Conacaste"));
        var (mine, theirs) = (await _house.Somebody("protection_officer"), await _house.Somebody("protection_officer"));
        await FileHouse.Add(lead, _team, mine, "case_worker");
        await FileHouse.Add(theirLead, _otherTeam, theirs, "case_worker");
        (_officer, _other) = (await _house.Desk(mine), await _house.Desk(theirs));
        _file = await FileHouse.File(_officer, _team, ("CalledBy", "Violeta"), ("Needed", "health"));
        lead.Dispose();
        theirLead.Dispose();
    }

    private async Task<Desk> Blind()
    {
        var (session, token) = Desks.NewSession(_officer.AccountId, _house.Platform.Clock.Now);
        await _house.Platform.Given(session);
        return new Desk(_house.Platform, token) { AccountId = _officer.AccountId };
    }

    public void Dispose()
    {
        _officer?.Dispose();
        _other?.Dispose();
        _house.Dispose();
    }
}

internal static class Reached
{
    /// <summary>Which files an account's teams may open, asked of the rows themselves.</summary>
    public static async Task<IReadOnlyList<Guid>> PeopleReachedBy(this Database db, Guid account, DateTimeOffset now)
    {
        var teams = await db.Set<Amparo.Protection.Teams.Member>().Where(m => m.AccountId == account && m.LeftAt == null).Select(m => m.TeamId).ToListAsync();
        var user = new CurrentUser { Session = new SignedIn(account, Guid.Empty, "", "es", now, [new("protection.read", Scope.Country("GT"))]) };
        var seen = await Amparo.Protection.People.VisiblePeople.PeopleFor(db, user, "protection.read", now).Select(p => p.Id).ToListAsync();
        Assert.NotEmpty(teams);
        return seen;
    }
}
