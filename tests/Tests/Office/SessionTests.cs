using System.Net;
using Amparo.Tests.Access;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class SessionTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task A_role_that_was_taken_away_is_gone_at_the_next_request()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        await desk.Page("/console/accounts");
        await _platform.In(async (db, _) => { db.RemoveRange(await db.Set<Assignment>().Where(a => a.AccountId == desk.AccountId).ToListAsync()); return await db.SaveChangesAsync(); });
        await desk.Page("/console/accounts", 403);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_its_next_request()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        await desk.Page(ConsolePaths.Start);
        await _platform.In(async (db, _) => { (await db.Set<Account>().SingleAsync(a => a.Id == desk.AccountId)).Disable(_platform.Clock.Now); return await db.SaveChangesAsync(); });
        using var answer = await desk.Get(ConsolePaths.Start);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_session_dies_of_idleness_and_of_age()
    {
        using var idle = await _platform.As("auditor", Scope.Region);
        using var busy = await _platform.As("auditor", Scope.Region);
        for (var i = 0; i < 3; i++)
        {
            _platform.Clock.Now += TimeSpan.FromMinutes(11);
            await busy.Page(ConsolePaths.Start);
        }
        using (var dead = await idle.Get(ConsolePaths.Start)) Assert.Equal(HttpStatusCode.SeeOther, dead.StatusCode);
        for (var i = 0; i < 28; i++)
        {
            _platform.Clock.Now += TimeSpan.FromMinutes(26);
            using (await busy.Get(ConsolePaths.Start)) { }
        }
        using var old = await busy.Get(ConsolePaths.Start);
        Assert.Equal(HttpStatusCode.SeeOther, old.StatusCode);
    }

    [Fact]
    public async Task One_sees_ones_own_sessions_and_ends_them()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        var (other, token) = Desks.NewSession(desk.AccountId, _platform.Clock.Now);
        await _platform.Given(other);
        using var elsewhere = new Desk(_platform, token);
        await elsewhere.Page(ConsolePaths.Start);
        Assert.Equal(2, (await desk.Page("/console/me")).QuerySelectorAll("form[action^='/console/me/sessions/']").Length);
        using (var ended = await desk.Post($"/console/me/sessions/{other.Id}/end")) Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var dead = await elsewhere.Get(ConsolePaths.Start);
        Assert.Equal(HttpStatusCode.SeeOther, dead.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_in_the_database()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        var word = desk.Cookie!;
        using (var gone = await desk.Post("/console/sign-out")) Assert.Equal("/console/sign-in?done=signed_out", gone.Headers.Location!.ToString());
        using var thief = new Desk(_platform, word);
        using var answer = await thief.Get(ConsolePaths.Start);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Dangerous_acts_ask_anew_who_it_is_after_five_minutes()
    {
        var person = await _platform.Begun();
        var (target, _) = await _platform.Invited();
        await _platform.Given(Desks.Given(person.Id, "administrator", Scope.Region, _platform.Clock.Now));
        using var desk = _platform.Stranger();
        using (await desk.SignIn(person, _platform.Clock.Now)) { }
        await desk.Page($"/console/accounts/{target}/disable");
        _platform.Clock.Now += TimeSpan.FromMinutes(6);
        await desk.Page($"/console/accounts/{target}");
        using (var asked = await desk.Post($"/console/accounts/{target}/disable")) Assert.Equal($"/console/confirm?to=%2Fconsole%2Faccounts%2F{target}%2Fdisable", asked.Headers.Location!.ToString());
        Assert.Null(await _platform.Read(db => db.Set<Account>().Where(a => a.Id == target).Select(a => a.DisabledAt).SingleAsync()));

        using (var wrong = await desk.Post("/console/confirm", null, ("Password", "no es esta nunca"), ("Code", person.CodeAt(_platform.Clock.Now)))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var right = await desk.Post($"/console/confirm?to=/console/accounts/{target}/disable", null, ("Password", person.Password), ("Code", person.CodeAt(_platform.Clock.Now)))) Assert.Equal($"/console/accounts/{target}/disable", right.Headers.Location!.ToString());
        using var done = await desk.Post($"/console/accounts/{target}/disable");
        Assert.EndsWith("done=disabled", done.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_that_is_marked_dangerous_asks_anew()
    {
        var permissions = _platform.Services.GetRequiredService<Permissions>();
        var dangerous = (await ConsoleEndpoints.Of(_platform.Services)).Where(d => permissions.Find(d.Act) is { NeedsFreshSignIn: true }).ToList();
        Assert.NotEmpty(dangerous);
        foreach (var door in dangerous)
        {
            // By somebody who may: whoever may not is refused before anybody asks who she is.
            using var desk = await _platform.As(permissions.Find(door.Act)!.Roles is [var role, ..] ? role : "administrator", Scope.Region);
            await desk.Page("/console/me");
            _platform.Clock.Now += SessionTimes.Fresh + TimeSpan.FromSeconds(1);
            var path = System.Text.RegularExpressions.Regex.Replace(door.Route, @"\{[^}]+\}", Guid.CreateVersion7().ToString());
            using var answer = door.IsUnsafe ? await desk.Post(path) : await desk.Get(path);
            Assert.StartsWith(ConsolePaths.Confirm, answer.Headers.Location?.ToString() ?? $"{door}: {answer.StatusCode}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_needs_the_old_one()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using (await desk.SignIn(person, _platform.Clock.Now)) { }
        var (other, token) = Desks.NewSession(person.Id, _platform.Clock.Now);
        await _platform.Given(other);
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        const string fresh = "cuatro perros cruzan el puente";
        using (var wrong = await desk.Post("/console/me/password", null, ("Old", "no es esta nunca"), ("Code", person.CodeAt(_platform.Clock.Now)), ("Password", fresh), ("Again", fresh))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var right = await desk.Post("/console/me/password", null, ("Old", person.Password), ("Code", person.CodeAt(_platform.Clock.Now)), ("Password", fresh), ("Again", fresh))) Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        using (var dead = await new Desk(_platform, token).Get(ConsolePaths.Start)) Assert.Equal(HttpStatusCode.SeeOther, dead.StatusCode);
        await desk.Page(ConsolePaths.Start);
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        using var old = await _platform.Stranger().SignIn(person, _platform.Clock.Now);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
        using var now = await _platform.Stranger().SignIn(person, _platform.Clock.Now, password: fresh);
        Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
    }

    [Fact]
    public async Task What_is_over_is_thrown_away_and_what_lives_stays()
    {
        using var dead = await _platform.As("auditor", Scope.Region);
        var (_, _) = await _platform.Invited();
        using (await _platform.Stranger().SignIn("nadie@example.org", "no es esta nunca", "000000")) { }
        _platform.Clock.Now += TimeSpan.FromHours(73);
        using var alive = await _platform.As("auditor", Scope.Region);
        var (_, open) = await _platform.Invited();
        await _platform.Services.GetRequiredService<Housekeeping>().Sweep(default);
        Assert.Equal([alive.SessionId], await _platform.Read(db => db.Set<Session>().Select(s => s.Id).ToListAsync()));
        Assert.Equal(0, await _platform.Read(db => db.Set<Attempt>().CountAsync()));
        Assert.Equal(1, await _platform.Read(db => db.Set<Invitation>().CountAsync()));
        await _platform.Stranger().Page(open);
        var records = await _platform.Read(db => db.Set<AuditEntry>().CountAsync());
        await _platform.Services.GetRequiredService<Housekeeping>().Sweep(default);
        Assert.Equal(records, await _platform.Read(db => db.Set<AuditEntry>().CountAsync()));
    }

    [Fact]
    public async Task A_reader_pays_for_none_of_this()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        var before = await _platform.Read(db => db.Set<Session>().Select(s => s.SeenAt).SingleAsync());
        _platform.Clock.Now += TimeSpan.FromMinutes(20);
        using (var answer = await desk.Get("/es/")) Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(before, await _platform.Read(db => db.Set<Session>().Select(s => s.SeenAt).SingleAsync()));
    }

    public void Dispose() => _platform.Dispose();
}
