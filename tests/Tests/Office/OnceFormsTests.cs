using System.Net;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Office;

/// <summary>Forms of accounts and of oneself that must not be done twice.</summary>
[Trait("Needs", "Database")]
public sealed class OnceFormsTests : IDisposable
{
    private const string Fresh = "cuatro perros cruzan el puente";
    private readonly Platform _platform = new();

    [Fact]
    public async Task An_invitation_that_is_sent_twice_is_one_account_and_one_letter()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        (string, string)[] form = [.. await desk.Open("/console/accounts/invite"), ("Email", "nueva@example.org"), ("Name", "Nueva Inventada"), ("Language", "es"), ("Country", "")];
        using var first = await desk.Post("/console/accounts/invite", null, form);
        using var second = await desk.Post("/console/accounts/invite", null, form);
        Assert.Equal(first.Headers.Location!.ToString().Split('?')[0], second.Headers.Location!.ToString());
        Assert.Equal(2, await _platform.Read(db => db.Set<Account>().CountAsync()));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_platform.Data.Path, "mail")));
    }

    [Fact]
    public async Task A_link_is_sent_again_once_for_one_press_of_the_button()
    {
        var (invited, _) = await _platform.Invited();
        using var desk = await _platform.As("administrator", Scope.Region);
        var page = await desk.Page($"/console/accounts/{invited}");
        var once = page.QuerySelector("form[action$='/invite-again'] input[name=once]")!.GetAttribute("value")!;
        for (var i = 0; i < 2; i++) using (var answer = await desk.Post($"/console/accounts/{invited}/invite-again", null, ("once", once))) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_platform.Data.Path, "mail")));
    }

    [Fact]
    public async Task To_start_over_is_one_letter_however_often_the_button_is_pressed()
    {
        var person = await _platform.Begun();
        using var desk = await _platform.As("administrator", Scope.Region);
        var path = $"/console/accounts/{person.Id}/start-over";
        (string, string)[] form = [.. await desk.Open(path)];
        for (var i = 0; i < 2; i++) using (var answer = await desk.Post(path, null, form)) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_platform.Data.Path, "mail")));
    }

    [Fact]
    public async Task A_password_that_is_changed_twice_by_one_click_too_many_counts_no_failure_and_a_wrong_one_still_counts()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using (await desk.SignIn(person, _platform.Clock.Now)) { }
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        (string Name, string Value)[] form = [.. await desk.Open("/console/me/password"), ("Old", person.Password), ("Code", person.CodeAt(_platform.Clock.Now)), ("Password", Fresh), ("Again", Fresh)];
        using (var wrong = await desk.Post("/console/me/password", null, [.. form.Where(f => f.Name != "Old"), ("Old", "no es esta nunca")])) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(1, await Failures());
        using var first = await desk.Post("/console/me/password", null, form);
        using var second = await desk.Post("/console/me/password", null, form);
        Assert.Equal("/console/me?done=password", first.Headers.Location!.ToString());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await Failures());
        // The same key with another password is another wish, and is told so.
        using var other = await desk.Post("/console/me/password", null, [.. form.Where(f => f.Name is not ("Password" or "Again")), ("Password", "otra muy distinta de todas"), ("Again", "otra muy distinta de todas")]);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
    }

    [Fact]
    public async Task What_is_kept_of_a_form_is_no_hash_that_a_copy_of_the_database_could_be_asked()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        (string Name, string Value)[] form = [.. await desk.Open("/console/accounts/invite"), ("Email", "nueva@example.org"), ("Name", "Nueva Inventada"), ("Language", "es"), ("Country", "")];
        using (await desk.Post("/console/accounts/invite", null, form)) { }
        var kept = (await _platform.Read(db => db.Set<PostedOnce>().SingleAsync())).BodyHash;
        var bare = string.Concat(form.Where(f => f.Name != "once").OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name}\u001f{f.Value}\u001e"));
        Assert.NotEqual(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(bare))), kept);
    }

    [Fact]
    public async Task Recovery_codes_are_made_once_for_one_press_and_whoever_sends_again_is_told_so()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using (await desk.SignIn(person, _platform.Clock.Now)) { }
        (string, string)[] form = [.. await desk.Open("/console/me/recovery")];
        using var first = await desk.Post("/console/me/recovery", null, form);
        Assert.NotEmpty((await Access.Desk.Read(first)).QuerySelectorAll(".codes li"));
        var hashes = await Codes(person.Id);
        using var second = await desk.Post("/console/me/recovery", null, form);
        Assert.Equal("/console/me/recovery?made=1", second.Headers.Location!.ToString());
        Assert.Equal(hashes, await Codes(person.Id));
        Assert.NotNull((await desk.Page("/console/me/recovery?made=1")).QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task A_check_of_the_audit_that_was_asked_for_twice_is_recorded_once()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        (string, string)[] form = [.. await desk.Open("/console/audit/check")];
        for (var i = 0; i < 2; i++) using (var answer = await desk.Post("/console/audit/check", null, form)) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(1, await _platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == "office.check_audit")));
    }

    private Task<int> Failures() => _platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == Door.Act && a.Outcome == AuditOutcomes.Failed));

    private Task<List<string>> Codes(Guid account) => _platform.Read(async db => (await db.Set<RecoveryCode>().Where(c => c.AccountId == account).Select(c => c.Hash).ToListAsync()).Select(Convert.ToHexString).Order().ToList());

    public void Dispose() => _platform.Dispose();
}
