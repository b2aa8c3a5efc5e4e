using System.Net;
using Amparo.Tests.Access;

namespace Amparo.Tests.Office;

/// <summary>A computer that several officers share: full sign-in per shift, a PIN to come back, never one account for all.</summary>
[Trait("Needs", "Database")]
public sealed class SharedPostTests : IDisposable
{
    private const string Pin = "274905", Other = "815360";
    private readonly Platform _platform = new();

    [Theory]
    [InlineData("12345", false), InlineData("123456", false), InlineData("987654", false), InlineData("890123", false), InlineData("111111", false), InlineData("121212", false), InlineData("27490a", false), InlineData("274905", true), InlineData(null, false)]
    public void A_pin_is_six_digits_that_nobody_tries_first(string? pin, bool usable) => Assert.Equal(usable, SharedPost.IsUsable(pin));

    [Fact]
    public async Task A_covered_screen_answers_nothing_until_its_own_pin()
    {
        using var desk = await Shift();
        using (var covered = await desk.Post("/console/post/cover")) Assert.Equal("/console/post", covered.Headers.Location!.ToString());
        Assert.Null(desk.Cookie);
        using (var shut = await desk.Get("/console/accounts")) Assert.StartsWith("/console/sign-in", Where(shut), StringComparison.Ordinal);
        var page = await desk.Page("/console/post");
        var seat = page.QuerySelector("input[name=Seat]")!.GetAttribute("value")!;
        desk.ForgetToken();
        using (var wrong = await desk.Post("/console/post", "/console/post", ("Seat", seat), ("Pin", Other))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var right = await desk.Post("/console/post", "/console/post", ("Seat", seat), ("Pin", Pin))) Assert.Equal("/console", right.Headers.Location!.ToString());
        await desk.Page("/console/accounts");
    }

    [Fact]
    public async Task Whoever_took_the_cookie_of_a_covered_session_has_nothing()
    {
        using var desk = await Shift();
        using var thief = new Desk(_platform, desk.Cookie);
        await thief.Page("/console/accounts");
        using (await desk.Post("/console/post/cover")) { }
        foreach (var path in new[] { "/console", "/console/accounts", "/console/me", "/console/find" })
            using (var shut = await thief.Get(path)) Assert.NotEqual(HttpStatusCode.OK, shut.StatusCode);
    }

    [Fact]
    public async Task Five_wrong_pins_end_the_shift()
    {
        using var desk = await Shift();
        using (await desk.Post("/console/post/cover")) { }
        var seat = (await desk.Page("/console/post")).QuerySelector("input[name=Seat]")!.GetAttribute("value")!;
        desk.ForgetToken();
        for (var i = 0; i < SharedPost.MostTries; i++)
            using (var wrong = await desk.Post("/console/post", "/console/post", ("Seat", seat), ("Pin", $"00000{i}"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var late = await desk.Post("/console/post", "/console/post", ("Seat", seat), ("Pin", Pin))) Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.False(await _platform.Read(db => db.Set<Session>().AnyAsync(s => s.Id == desk.SessionId)));
        Assert.Equal(0, (await desk.Page("/console/post")).QuerySelectorAll("input[name=Seat]").Length);
    }

    [Fact]
    public async Task The_server_covers_what_the_browser_did_not_and_a_covered_shift_outlives_idleness_but_not_the_shift()
    {
        using var desk = await Shift();
        _platform.Clock.Now += TimeSpan.FromMinutes(4);
        await desk.Page("/console/accounts");
        _platform.Clock.Now += SharedPost.ServerCovers;
        using (var shut = await desk.Get("/console/accounts")) Assert.Equal("/console/post", Where(shut));
        _platform.Clock.Now += TimeSpan.FromHours(3);
        desk.ForgetToken();
        var seat = (await desk.Page("/console/post")).QuerySelector("input[name=Seat]")!.GetAttribute("value")!;
        using (var back = await desk.Post("/console/post", "/console/post", ("Seat", seat), ("Pin", Pin))) Assert.Equal("/console", back.Headers.Location!.ToString());
        await desk.Page("/console/accounts");
        _platform.Clock.Now += SessionTimes.Whole;
        Assert.Equal(0, (await desk.Page("/console/post")).QuerySelectorAll("input[name=Seat]").Length);
    }

    [Fact]
    public async Task Two_officers_switch_and_each_acts_under_her_own_name()
    {
        using var ana = await Shift();
        using var beto = await Shift(Other);
        using (await ana.Post("/console/post/cover")) { }
        // Beto signs in at the same browser: his cookie comes, hers stays among the covered ones.
        ana.Give(beto.Cookie!);
        ana.ForgetToken();
        using (await ana.Post("/console/me/language", null, ("Language", "en"))) { }
        using (await ana.Post("/console/post/cover")) { }
        ana.ForgetToken();
        var page = await ana.Page("/console/post");
        Assert.Equal(2, page.QuerySelectorAll("input[name=Seat]").Length);
        using (var crossed = await ana.Post("/console/post", "/console/post", ("Seat", ana.SessionId.ToString()), ("Pin", Other))) Assert.Equal(HttpStatusCode.UnprocessableEntity, crossed.StatusCode);
        using (await ana.Post("/console/post", "/console/post", ("Seat", ana.SessionId.ToString()), ("Pin", Pin))) { }
        ana.ForgetToken();
        using (await ana.Post("/console/me/language", null, ("Language", "en"))) { }
        var by = await _platform.Read(db => db.Set<AuditEntry>().Where(a => a.Act == "office.choose_language").OrderBy(a => a.Id).Select(a => a.By).ToListAsync());
        Assert.Equal([beto.AccountId, ana.AccountId], by);
        Assert.Equal(new[] { ana.AccountId, beto.AccountId }.Order(), (await _platform.Read(db => db.Set<AuditEntry>().Where(a => a.Act == "office.cover_screen").Select(a => a.By!.Value).ToListAsync())).Order());
    }

    [Fact]
    public async Task A_disabled_officer_does_not_come_back_by_pin()
    {
        using var desk = await Shift();
        using (await desk.Post("/console/post/cover")) { }
        await _platform.In(async (db, _) => { (await db.Set<Account>().SingleAsync(a => a.Id == desk.AccountId)).Disable(_platform.Clock.Now); return await db.SaveChangesAsync(); });
        Assert.Equal(0, (await desk.Page("/console/post")).QuerySelectorAll("input[name=Seat]").Length);
    }

    [Fact]
    public async Task A_pin_is_chosen_by_somebody_who_just_proved_who_they_are_and_without_one_covering_is_signing_out()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        using (var weak = await desk.Post("/console/me/shift", null, ("Pin", "123456"), ("Again", "123456"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        using (var differs = await desk.Post("/console/me/shift", null, ("Pin", Pin), ("Again", Other))) Assert.Equal(HttpStatusCode.UnprocessableEntity, differs.StatusCode);
        _platform.Clock.Now += SessionTimes.Fresh + TimeSpan.FromMinutes(1);
        using (var old = await desk.Post("/console/me/shift", null, ("Pin", Pin), ("Again", Pin))) Assert.StartsWith("/console/confirm", Where(old), StringComparison.Ordinal);
        using (await desk.Post("/console/post/cover")) { }
        Assert.False(await _platform.Read(db => db.Set<Session>().AnyAsync(s => s.Id == desk.SessionId)));
    }

    private async Task<Desk> Shift(string pin = Pin)
    {
        var desk = await _platform.As("administrator", Scope.Region);
        using var chosen = await desk.Post("/console/me/shift", null, ("Pin", pin), ("Again", pin));
        Assert.Equal("/console/me?done=shift", chosen.Headers.Location!.ToString());
        return desk;
    }

    private static string Where(HttpResponseMessage answer) => answer.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.ToString()) : "";

    public void Dispose() => _platform.Dispose();
}
