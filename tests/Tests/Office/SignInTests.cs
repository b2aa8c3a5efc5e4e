using System.Net;
using Amparo.Tests.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class SignInTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task An_invited_person_chooses_password_and_codes_and_is_in()
    {
        var (id, path) = await _platform.Invited();
        using var desk = _platform.Stranger();
        var page = await desk.Page(path);
        Assert.NotNull(page.QuerySelector("svg.qr path"));
        var secret = OneTimeCodes.FromText(page.QuerySelector("input[name=Secret]")!.GetAttribute("value"))!;
        using var answer = await desk.Post(path, path, ("Password", People.GoodPassword), ("Again", People.GoodPassword), ("Secret", OneTimeCodes.ToText(secret)), ("Code", OneTimeCodes.At(secret, _platform.Clock.Now)));

        var codes = (await Desk.Read(answer)).QuerySelectorAll(".codes li").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, c => Assert.Matches("^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$", c));
        await desk.Page(ConsolePaths.Start);
        var account = await _platform.Read(db => db.Set<Account>().SingleAsync(a => a.Id == id));
        Assert.Equal(_platform.Clock.Now, account.FirstSignInAt);
        Assert.DoesNotContain(OneTimeCodes.ToText(secret), Convert.ToHexString(account.CodeSecret!));
    }

    [Fact]
    public async Task A_link_works_once_ends_in_three_days_and_looking_at_it_changes_nothing()
    {
        var person = await _platform.Begun();
        var (_, path) = await _platform.Invited();
        using var desk = _platform.Stranger();
        await desk.Page(path);
        await desk.Page(path);
        _platform.Clock.Now += Invitation.Lasts;
        var over = await desk.Page(path, 404);
        Assert.Null(over.QuerySelector("input[name=Password]"));
        await desk.Page(path.Replace("code=", "code=x", StringComparison.Ordinal), 404);
        await desk.Page(ConsolePaths.Invitation, 404);
        Assert.Equal(1, await _platform.Read(db => db.Set<Invitation>().CountAsync(i => i.UsedAt != null && i.AccountId == person.Id)));
    }

    [Fact]
    public async Task Password_and_code_together_let_in_and_a_code_works_once()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using var answer = await desk.SignIn(person, _platform.Clock.Now);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(ConsolePaths.Start, answer.Headers.Location!.ToString());
        await desk.Page(ConsolePaths.Start);

        using var thief = _platform.Stranger();
        using var replay = await thief.SignIn(person, _platform.Clock.Now);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, replay.StatusCode);
        Assert.Null(thief.Cookie);
    }

    [Fact]
    public async Task The_cookie_is_strict_secure_and_holds_nothing_but_chance()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using var answer = await desk.SignIn(person, _platform.Clock.Now);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(SessionCookie.Name + "=", StringComparison.Ordinal));
        foreach (var flag in new[] { "secure", "httponly", "samesite=strict", "path=/" }) Assert.Contains(flag, cookie.ToLowerInvariant().Split("; "));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        var stored = await _platform.Read(db => db.Set<Session>().OrderByDescending(s => s.StartedAt).FirstAsync());
        Assert.NotEqual(System.Text.Encoding.UTF8.GetBytes(desk.Cookie!), stored.TokenHash);
        Assert.Equal(Tokens.Hash(desk.Cookie!), stored.TokenHash);
    }

    [Fact]
    public async Task A_recovery_code_works_once_in_place_of_the_telephone()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using (var first = await desk.SignIn(person, _platform.Clock.Now, code: person.RecoveryCodes[3].ToLowerInvariant().Replace('-', ' '))) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var again = await _platform.Stranger().SignIn(person, _platform.Clock.Now, code: person.RecoveryCodes[3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(9, await _platform.Read(db => db.Set<RecoveryCode>().CountAsync(c => c.AccountId == person.Id)));
    }

    [Fact]
    public async Task Wrong_password_wrong_code_disabled_and_unknown_are_one_answer_after_the_same_hashes_and_queries()
    {
        var counting = new CountingHasher();
        using var site = _platform.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<IPasswordHasher<Account>>(counting)));
        var person = await _platform.Begun();
        var disabled = await _platform.Begun();
        var invited = (await _platform.Invited("nunca@example.org"), "nunca@example.org").Item2;
        await _platform.In(async (db, _) => { (await db.Set<Account>().SingleAsync(a => a.Id == disabled.Id)).Disable(_platform.Clock.Now); return await db.SaveChangesAsync(); });
        await Answer("calienta@example.org", "x", "1");

        var answers = new List<(HttpStatusCode, string, int)>();
        foreach (var (email, password, code) in new[]
        {
            (person.Email, "otra cosa del todo", person.CodeAt(_platform.Clock.Now)), (person.Email, person.Password, "000000"), (disabled.Email, disabled.Password, disabled.CodeAt(_platform.Clock.Now)),
            (invited, "cualquier cosa larga", "123456"), ("nadie@example.org", "cualquier cosa larga", "123456"), ("no es un correo", "", ""),
        }) answers.Add(await Answer(email, password, code));
        Assert.Single(answers.Distinct());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (answers[0].Item1, answers[0].Item3));

        async Task<(HttpStatusCode, string, int)> Answer(string email, string password, string code)
        {
            using var desk = site.Stranger();
            var before = counting.Count;
            using var answer = await desk.SignIn(email, password, code);
            var page = await Desk.Read(answer);
            foreach (var input in page.QuerySelectorAll("input")) input.RemoveAttribute("value");
            return (answer.StatusCode, page.QuerySelector("main")!.TextContent, counting.Count - before);
        }
    }

    [Fact]
    public async Task Guessing_is_slowed_for_known_and_unknown_alike_and_nobody_is_locked_out()
    {
        var person = await _platform.Begun();
        foreach (var email in new[] { person.Email, "nadie@example.org" })
        {
            using var desk = _platform.Stranger();
            for (var i = 0; i < 5; i++) using (var wrong = await desk.SignIn(email, "no es esta nunca", "000000")) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            using var slowed = await desk.SignIn(email, "no es esta nunca", "000000");
            Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        }
        using var owner = _platform.Stranger();
        using (var early = await owner.SignIn(person, _platform.Clock.Now)) Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        _platform.Clock.Now += TimeSpan.FromSeconds(16);
        using var late = await owner.SignIn(person, _platform.Clock.Now);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Equal(0, await _platform.Read(async db => (await db.Set<Attempt>().ToListAsync()).Count(a => a.Failures == 5 && a.LastAt == default)));
    }

    [Fact]
    public async Task An_hour_of_guessing_gets_few_tries()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        var (end, tried) = (_platform.Clock.Now + TimeSpan.FromHours(1), 0);
        while (_platform.Clock.Now < end)
        {
            using var answer = await desk.SignIn(person.Email, "no es esta nunca", "000000");
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity) tried++;
            _platform.Clock.Now += TimeSpan.FromSeconds(30);
        }
        Assert.InRange(tried, 6, 14);
    }

    [Theory]
    [InlineData("corta"), InlineData("password1234"), InlineData("contraseña2026"), InlineData("amparoamparo"), InlineData("aaaaaaaaaaaaaa"), InlineData("qwertyuiop12"), InlineData("Guatemala2026!!"), InlineData("oficial inventada")]
    public async Task What_thieves_try_first_is_not_taken_as_a_password(string password)
    {
        var (_, path) = await _platform.Invited();
        using var desk = _platform.Stranger();
        var page = await desk.Page(path);
        var secret = page.QuerySelector("input[name=Secret]")!.GetAttribute("value")!;
        using var answer = await desk.Post(path, path, ("Password", password), ("Again", password), ("Secret", secret), ("Code", OneTimeCodes.At(OneTimeCodes.FromText(secret), _platform.Clock.Now)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(secret, (await Desk.Read(answer)).QuerySelector("input[name=Secret]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("?to=/console/accounts%3Fq%3Dx", "/console/accounts?q=x"), InlineData("?to=https://evil.example/", "/console"), InlineData("?to=//evil.example", "/console"), InlineData("?to=/console/../es", "/console/../es"),
     InlineData("?to=/consoles", "/console"), InlineData("?to=/console%5C%5Cevil", "/console"), InlineData("?to=/console%0d%0aX:1", "/console")]
    public async Task After_signing_in_one_goes_on_within_the_console_and_nowhere_else(string to, string expected)
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using var answer = await desk.SignIn(person, _platform.Clock.Now, to: to);
        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Sign_ins_and_failures_leave_a_record_without_address_or_mail()
    {
        var person = await _platform.Begun();
        using (await _platform.Stranger().SignIn(person.Email, "no es esta nunca", "000000")) { }
        using (await _platform.Stranger().SignIn("nadie@example.org", "no es esta nunca", "000000")) { }
        using (await _platform.Stranger().SignIn(person, _platform.Clock.Now)) { }
        var audit = await _platform.Read(db => db.Set<AuditEntry>().Where(a => a.Act.StartsWith("office.sign_in")).ToListAsync());
        Assert.Contains(audit, a => a.Outcome == AuditOutcomes.Done && a.By == person.Id && a.Table == "kernel_session");
        Assert.Contains(audit, a => a.Outcome == AuditOutcomes.Failed && a.By is null && a.Record == person.Id);
        Assert.Contains(audit, a => a.Outcome == AuditOutcomes.Failed && a.By is null && a.Record is null && a.Table == "kernel_account");
        Assert.DoesNotContain("example.org", System.Text.Json.JsonSerializer.Serialize(audit));
    }

    [Fact]
    public async Task A_lost_key_file_looks_like_a_wrong_code_and_not_like_an_account()
    {
        var person = await _platform.Begun();
        await _platform.In(async (db, _) =>
        {
            var account = await db.Set<Account>().SingleAsync(a => a.Id == person.Id);
            account.SetCodes(new byte[64]);
            return await db.SaveChangesAsync();
        });
        using var answer = await _platform.Stranger().SignIn(person, _platform.Clock.Now);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public void The_hash_of_production_is_the_dear_one()
    {
        using var services = new ServiceCollection().AddLogging().AddKernel(Engine.From("Host=none", "."), new(".")).AddAccess().BuildServiceProvider();
        var hash = Convert.FromBase64String(services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(Desks.NewAccount(default), "x"));
        Assert.Equal(1, hash[0]); // the framework's third format
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1))); // HMAC-SHA512
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }

    // The examples of RFC 6238, cut to six digits.
    [Theory, InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var secret = "12345678901234567890"u8.ToArray();
        Assert.Equal(code, OneTimeCodes.At(secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));
        Assert.Equal(secret, OneTimeCodes.FromText(OneTimeCodes.ToText(secret)));
    }

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> _real = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
        public int Count { get; private set; }
        public string HashPassword(Account user, string password) { Count++; return _real.HashPassword(user, password); }
        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) { Count++; return _real.VerifyHashedPassword(user, hashedPassword, providedPassword); }
    }

    public void Dispose() => _platform.Dispose();
}
