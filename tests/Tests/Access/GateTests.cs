using System.Net;

namespace Amparo.Tests.Access;

[Trait("Needs", "Database")]
public sealed class GateTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task What_another_site_sends_is_refused_at_every_door_that_changes_something()
    {
        var doors = (await ConsoleEndpoints.Of(_platform.Services)).Where(d => d.IsUnsafe).ToList();
        Assert.True(doors.Count >= 12, $"Only {doors.Count} unsafe doors were found: mend this test.");
        using var desk = await _platform.As("administrator", Scope.Region);
        var before = await Rows();
        foreach (var door in doors)
        {
            var path = System.Text.RegularExpressions.Regex.Replace(door.Route, @"\{[^}]+\}", Guid.CreateVersion7().ToString());
            foreach (var (site, origin) in new (string?, string?)[] { ("cross-site", null), ("same-site", null), ("none", null), ("cross-site", "https://localhost"), (null, "https://evil.example"), (null, "null"), (null, null), (null, "https://localhost.evil.example"), (null, "http://localhost") })
            {
                desk.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
                using var request = new HttpRequestMessage(new(door.Method), path) { Content = new FormUrlEncodedContent([new("Language", "en")]) };
                if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
                if (origin is not null) request.Headers.Add("Origin", origin);
                using var answer = await desk.Client.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{door} from {site} {origin} answered {answer.StatusCode}");
            }
        }
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_somebody_elses_is_refused()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        using var neighbour = await _platform.As("auditor", Scope.Region);
        using (var without = await desk.Client.PostAsync("/console/me/language", new FormUrlEncodedContent([new("Language", "en")]))) Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        var foreign = (await neighbour.Page("/console/me")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var stolen = await desk.Client.PostAsync("/console/me/language", new FormUrlEncodedContent([new("Language", "en"), new("__RequestVerificationToken", foreign)]));
        Assert.Equal(HttpStatusCode.BadRequest, stolen.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_says_nothing_of_the_site_is_known_by_its_origin()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        var token = (await desk.Page("/console/me")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        desk.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/me/language") { Content = new FormUrlEncodedContent([new("Language", "en"), new("__RequestVerificationToken", token)]) };
        request.Headers.Add("Origin", "https://localhost");
        using var answer = await desk.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Every_page_of_the_console_is_kept_by_nobody_and_loads_nothing_but_its_own_files()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        foreach (var door in (await ConsoleEndpoints.Of(_platform.Services)).Where(d => d is { IsUnsafe: false, Parameters: [] } && !d.Route.StartsWith("/console/assets", StringComparison.Ordinal)))
        {
            using var answer = await desk.Get(door.Route);
            Assert.True(answer.Headers.CacheControl?.NoStore, door.ToString());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            var page = await Desk.Read(answer);
            Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick]"));
            if (answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" }) Assert.Single(page.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task The_style_and_the_script_are_there_for_a_year()
    {
        using var desk = _platform.Stranger();
        var page = await desk.Page(ConsolePaths.SignIn);
        foreach (var file in new[] { page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, page.QuerySelector("script")!.GetAttribute("src")! })
        {
            using var answer = await desk.Get(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        }
    }

    [Fact]
    public async Task By_its_number_the_machine_is_led_to_its_name_because_passkeys_know_the_name()
    {
        using var client = _platform.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:5080/console/sign-in?to=/console/me");
        using var answer = await client.SendAsync(request);
        Assert.Equal("http://localhost:5080/console/sign-in?to=/console/me", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_link_from_mail_opens_through_a_page_of_ours_and_leads_nowhere_else()
    {
        using var desk = _platform.Stranger();
        using (var answer = await desk.Get("/console/open?to=/console/accounts")) Assert.Equal("0;url=/console/accounts", answer.Headers.GetValues("Refresh").Single());
        using var evil = await desk.Get("/console/open?to=https://evil.example");
        Assert.Equal("0;url=/console", evil.Headers.GetValues("Refresh").Single());
    }

    [Fact]
    public async Task A_refusal_of_somebody_who_is_signed_in_leaves_a_record()
    {
        using var desk = await _platform.As("donor_viewer", Scope.Region);
        await desk.Page("/console/accounts", 403);
        Assert.Equal(desk.AccountId, (await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == "office.view_accounts" && a.Outcome == AuditOutcomes.Refused))).By);
    }

    [Fact]
    public async Task The_keys_of_form_tokens_lie_in_the_database_and_cannot_be_read_there()
    {
        using var desk = _platform.Stranger();
        await desk.Page(ConsolePaths.SignIn);
        var key = Assert.Single(await _platform.Read(db => db.Set<DataProtectionKey>().ToListAsync()));
        Assert.DoesNotContain("masterKey", key.Xml, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<sealed", key.Xml, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_platform.Data.Keys, "console")));
    }

    private Task<(int, int, int)> Rows() => _platform.Read(async db => (await db.Set<Session>().CountAsync(), await db.Set<Account>().CountAsync(a => a.Language == "es"), await db.Set<Assignment>().CountAsync()));

    public void Dispose() => _platform.Dispose();
}
