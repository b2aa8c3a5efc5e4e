using System.Net;
using Amparo.Tests.Access;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class AccountsTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task An_invitation_goes_to_the_mailbox_of_the_invited_and_to_nobody_else()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        using var answer = await desk.Post("/console/accounts/invite", null, ("Email", "nueva@example.org"), ("Name", "Nueva Inventada"), ("Language", "en"), ("Country", "GT"));
        Assert.EndsWith("done=invited", answer.Headers.Location!.ToString(), StringComparison.Ordinal);

        var account = await _platform.Read(db => db.Set<Account>().SingleAsync(a => a.EmailKey == "nueva@example.org"));
        Assert.Equal(("GT", "en"), (account.Country, account.Language));
        var letter = Letter();
        Assert.Contains("Subject: Invitation", letter, StringComparison.Ordinal);
        var link = System.Text.RegularExpressions.Regex.Match(letter.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal), @"http://localhost:5080(/console/invitation\?code=[A-Za-z0-9_-]+)").Groups[1].Value;
        using var invited = _platform.Stranger();
        Assert.NotNull((await invited.Page(link)).QuerySelector("input[name=Password]"));
        var shown = await desk.Page(answer.Headers.Location!.ToString());
        Assert.DoesNotContain(link.Split('=')[1], shown.DocumentElement.OuterHtml);
        foreach (var word in new[] { "administrator", "Guatemala", "steward" }) Assert.DoesNotContain(word, letter, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Mail_as_a_file_lies_where_only_the_server_looks()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        using (await desk.Post("/console/accounts/invite", null, ("Email", "nueva@example.org"), ("Name", "Nueva"), ("Language", "es"), ("Country", ""))) { }
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_platform.Data.Path, "mail")));
    }

    [Fact]
    public async Task A_mail_that_fails_leaves_the_account_and_says_so()
    {
        using var site = _platform.WithWebHostBuilder(b => b.UseSetting("Amparo:Mail:Host", "127.0.0.1").UseSetting("Amparo:Mail:Port", "1"));
        using var known = await _platform.As("administrator", Scope.Region);
        using var desk = new Desk(site, known.Cookie);
        using var answer = await desk.Post("/console/accounts/invite", null, ("Email", "nueva@example.org"), ("Name", "Nueva"), ("Language", "es"), ("Country", ""));
        Assert.EndsWith("done=mail_failed", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await _platform.Read(db => db.Set<Account>().CountAsync()));
    }

    [Theory]
    [InlineData("", "Nombre", "es", "GT"), InlineData("no es correo", "Nombre", "es", "GT"), InlineData("a@example.org", "", "es", "GT"), InlineData("a@example.org", "Nombre", "fr", "GT"), InlineData("a@example.org", "Nombre", "es", "HN"),
     InlineData("a@example.org", "Nombre", "es", ""), InlineData("Otra <a@example.org>", "Nombre", "es", "GT")]
    public async Task An_invitation_that_is_not_whole_or_reaches_too_far_is_refused_and_keeps_what_was_typed(string email, string name, string language, string country)
    {
        using var desk = await _platform.As("administrator", Scope.Country("GT"));
        using var answer = await desk.Post("/console/accounts/invite", null, ("Email", email), ("Name", name), ("Language", language), ("Country", country));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Desk.Read(answer);
        Assert.Equal(email, page.QuerySelector("#Email")!.GetAttribute("value") ?? "");
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Equal(1, await _platform.Read(db => db.Set<Account>().CountAsync()));
    }

    [Fact]
    public async Task An_address_has_one_account_however_it_is_spelled()
    {
        await _platform.Invited("una@example.org");
        using var desk = await _platform.As("administrator", Scope.Region);
        using var answer = await desk.Post("/console/accounts/invite", null, ("Email", "UNA@Example.org"), ("Name", "Una"), ("Language", "es"), ("Country", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(_platform.Services.GetRequiredService<Texts>().In("es")["office.accounts.address_is_taken"], (await Desk.Read(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_given_and_taken_at_once_and_the_history_says_so()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        using var officer = await _platform.As();
        await officer.Page("/console/roles", 403);
        using (var given = await desk.Post($"/console/accounts/{officer.AccountId}/roles/give", null, ("Role", "auditor"), ("Scope", "country:GT"))) Assert.EndsWith("done=role_given", given.Headers.Location!.ToString(), StringComparison.Ordinal);
        await officer.Page("/console/roles");
        var page = await desk.Page($"/console/accounts/{officer.AccountId}");
        Assert.Contains(_platform.Services.GetRequiredService<Texts>().In("es")["office.give_role.done"], page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var assignment = await _platform.Read(db => db.Set<Assignment>().SingleAsync(a => a.AccountId == officer.AccountId));
        Assert.Equal(desk.AccountId, assignment.GivenBy);
        using (var taken = await desk.Post($"/console/accounts/{officer.AccountId}/roles/{assignment.Id}/take")) Assert.EndsWith("done=role_taken", taken.Headers.Location!.ToString(), StringComparison.Ordinal);
        await officer.Page("/console/roles", 403);
    }

    [Fact]
    public async Task Nobody_raises_themselves_nor_gives_more_than_they_reach_nor_touches_who_reaches_further()
    {
        using var national = await _platform.As("administrator", Scope.Country("GT"));
        var (colleague, chief) = (Desks.NewAccount(_platform.Clock.Now, "GT"), Desks.NewAccount(_platform.Clock.Now, "GT"));
        await _platform.Given(colleague, chief, Desks.Given(chief.Id, "administrator", Scope.Region, _platform.Clock.Now));

        foreach (var scope in new[] { "region:", "country:HN", $"organisation:{Guid.CreateVersion7()}", "planet:GT", "" })
            using (var wide = await national.Post($"/console/accounts/{colleague.Id}/roles/give", null, ("Role", "administrator"), ("Scope", scope))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wide.StatusCode);
        using (var invented = await national.Post($"/console/accounts/{colleague.Id}/roles/give", null, ("Role", "emperor"), ("Scope", "country:GT"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, invented.StatusCode);
        using (var chiefs = await national.Post($"/console/accounts/{chief.Id}/disable")) Assert.Equal(HttpStatusCode.UnprocessableEntity, chiefs.StatusCode);
        using (var own = await national.Post($"/console/accounts/{national.AccountId}/disable")) Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
        using var regional = await _platform.As("administrator", Scope.Region);
        using (var own = await regional.Post($"/console/accounts/{regional.AccountId}/roles/give", null, ("Role", "regional_steward"), ("Scope", "region:"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);

        Assert.Equal(3, await _platform.Read(db => db.Set<Assignment>().CountAsync()));
        Assert.Equal(0, await _platform.Read(db => db.Set<Account>().CountAsync(a => a.DisabledAt != null)));
        using var right = await national.Post($"/console/accounts/{colleague.Id}/roles/give", null, ("Role", "editor"), ("Scope", "country:GT"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task Disabling_ends_every_session_at_once_and_enabling_gives_back_what_was_there()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        var person = await _platform.Begun();
        using var officer = _platform.Stranger();
        using (await officer.SignIn(person, _platform.Clock.Now)) { }
        await officer.Page(ConsolePaths.Start);
        using (var done = await desk.Post($"/console/accounts/{person.Id}/disable")) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using (var dead = await officer.Get(ConsolePaths.Start)) Assert.Equal(HttpStatusCode.SeeOther, dead.StatusCode);
        Assert.Equal(0, await _platform.Read(db => db.Set<Session>().CountAsync(s => s.AccountId == person.Id)));
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        using (var closed = await officer.SignIn(person, _platform.Clock.Now)) Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.StatusCode);
        using (await desk.Post($"/console/accounts/{person.Id}/enable")) { }
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        using var open = await _platform.Stranger().SignIn(person, _platform.Clock.Now);
        Assert.Equal(HttpStatusCode.Redirect, open.StatusCode);
    }

    [Fact]
    public async Task Who_lost_everything_starts_over_by_mail_and_nothing_of_before_opens_anything()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        var person = await _platform.Begun();
        using var before = _platform.Stranger();
        using (await before.SignIn(person, _platform.Clock.Now)) { }
        using (var done = await desk.Post($"/console/accounts/{person.Id}/start-over")) Assert.EndsWith("done=invited", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        using (var dead = await before.Get(ConsolePaths.Start)) Assert.Equal(HttpStatusCode.SeeOther, dead.StatusCode);
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        foreach (var code in new[] { person.CodeAt(_platform.Clock.Now), person.RecoveryCodes[0] })
            using (var closed = await _platform.Stranger().SignIn(person, _platform.Clock.Now, code: code)) Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.StatusCode);
        Assert.Equal(0, await _platform.Read(async db => await db.Set<KeyWrap>().CountAsync() + await db.Set<AccountKey>().CountAsync() + await db.Set<RecoveryCode>().CountAsync()));
        using var again = await desk.Post($"/console/accounts/{person.Id}/start-over");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task Another_invitation_ends_the_first_link_and_nobody_who_has_begun_gets_one()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        var (id, path) = await _platform.Invited();
        using (var again = await desk.Post($"/console/accounts/{id}/invite-again")) Assert.EndsWith("done=invited", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        await _platform.Stranger().Page(path, 404);
        var person = await _platform.Begun();
        using var refused = await desk.Post($"/console/accounts/{person.Id}/invite-again");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task The_list_finds_by_name_and_state_and_shows_only_ones_own_country()
    {
        var (guatemala, honduras) = (Desks.NewAccount(_platform.Clock.Now, "GT"), Desks.NewAccount(_platform.Clock.Now, "HN"));
        (guatemala.Name, honduras.Name) = ("Rosa Inventada", "Rosa Ficticia");
        await _platform.Given(guatemala, honduras);
        using var national = await _platform.As("administrator", Scope.Country("GT"));
        using var found = await national.Post("/console/accounts", null, ("Text", "Rosa"));
        var page = await Desk.Read(found);
        Assert.Equal([guatemala.Name], page.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()));
        Assert.DoesNotContain(page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("Rosa", StringComparison.Ordinal)); // no address holds what was typed
        Assert.Equal([guatemala.Name], (await national.Page("/console/accounts?state=invited&page=0")).QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()));
        Assert.Empty((await national.Page("/console/accounts?state=disabled")).QuerySelectorAll("tbody tr"));
        Assert.Single((await national.Page("/console")).QuerySelectorAll(".queue"));
    }

    [Fact]
    public async Task Fields_that_nobody_asked_for_change_nothing()
    {
        using var desk = await _platform.As("auditor", Scope.Country("GT"));
        (string, string)[] extra = [("Language", "en"), ("Role", "administrator"), ("Country", "HN"), ("DisabledAt", "2026-01-01"), ("Account.Country", "HN"), ("Id", Guid.CreateVersion7().ToString()), ("Who.Id", Guid.CreateVersion7().ToString()),
            ("PasswordHash", "x"), ("SessionId", Guid.CreateVersion7().ToString()), ("AccountId", Guid.CreateVersion7().ToString()), ("Account.Name", "Otra"), ("Version", "99")];
        var before = await Snapshot(desk.AccountId);
        using (var answer = await desk.Post("/console/me/language?Country=HN&Role=administrator&AccountId=" + Guid.CreateVersion7(), null, extra)) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await Snapshot(desk.AccountId);
        Assert.Equal(before with { Language = "en", Version = before.Version + 1 }, after);
        Assert.Equal(["auditor"], await _platform.Read(db => db.Set<Assignment>().Where(a => a.AccountId == desk.AccountId).Select(a => a.Role).ToListAsync()));
    }

    private Task<Shot> Snapshot(Guid id) => _platform.Read(db => db.Set<Account>().Where(a => a.Id == id)
        .Select(a => new Shot(a.Id, a.Email, a.Name, a.Language, a.Country, a.Organisation, a.PasswordHash, a.DisabledAt, a.FirstSignInAt, a.Version)).SingleAsync());

    private sealed record Shot(Guid Id, string Email, string Name, string Language, string? Country, Guid? Organisation, string? PasswordHash, DateTimeOffset? DisabledAt, DateTimeOffset? FirstSignInAt, int Version);

    private string Letter() => File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(_platform.Data.Path, "mail"))));

    public void Dispose() => _platform.Dispose();
}
