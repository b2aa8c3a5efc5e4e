using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Amparo.Tests.Access;

/// <summary>A browser without script at the console: it keeps cookies, sends form tokens, follows no redirect.</summary>
public sealed class Desk : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private string? _token;

    public Desk(WebApplicationFactory<Program> site, string? session = null)
    {
        Client = site.CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler(_cookies));
        Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        if (session is not null) _cookies.Add(new Cookie(SessionCookie.Name, session, "/", "localhost") { Secure = true });
    }

    public HttpClient Client { get; }
    public Guid AccountId { get; init; }
    public Guid SessionId { get; init; }

    public string? Cookie => _cookies.GetCookies(new Uri("https://localhost"))[SessionCookie.Name]?.Value;

    /// <summary>Somebody else signs in at this browser.</summary>
    public void Give(string session) => _cookies.Add(new Cookie(SessionCookie.Name, session, "/", "localhost") { Secure = true });

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(path);

    public async Task<IDocument> Page(string path, int status = 200)
    {
        using var answer = await Get(path);
        Assert.Equal(status, (int)answer.StatusCode);
        return await Read(answer);
    }

    /// <summary>Posts a form with the token of a page that has one; <paramref name="from"/> is that page.</summary>
    public async Task<HttpResponseMessage> Post(string path, string? from = null, params (string Name, string Value)[] fields)
    {
        _token ??= await Token(from ?? "/console/me");
        return await Client.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", _token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]));
    }

    /// <summary>A form token belongs to who was signed in: after signing in there is another.</summary>
    public void ForgetToken() => _token = null;

    public static async Task<IDocument> Read(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private async Task<string> Token(string from)
    {
        using var answer = await Get(from);
        return (await Read(answer)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? throw new InvalidOperationException($"{from} answered {answer.StatusCode} and has no form token.");
    }

    public void Dispose() => Client.Dispose();
}

/// <summary>Ways to come to a desk.</summary>
internal static class Desks
{
    private static int _made;

    public static Desk Stranger(this WebApplicationFactory<Program> site) => new(site);

    /// <summary>Somebody who holds these roles, signed in through a real row a moment ago.</summary>
    public static async Task<Desk> As(this Platform platform, params (string Role, Scope Scope)[] roles)
    {
        var now = platform.Clock.Now;
        var account = NewAccount(now);
        account.SignedIn(now);
        var (session, token) = NewSession(account.Id, now);
        await platform.Given([account, session, .. roles.Select(r => Given(account.Id, r.Role, r.Scope, now))]);
        return new(platform, token) { AccountId = account.Id, SessionId = session.Id };
    }

    public static Task<Desk> As(this Platform platform, string role, Scope scope) => platform.As((role, scope));

    public static Account NewAccount(DateTimeOffset now, string? country = null, Guid? organisation = null) => new()
    {
        Email = $"person{Interlocked.Increment(ref _made)}@example.org", Name = "Persona Inventada", Language = "es", Country = country, Organisation = organisation, InvitedAt = now,
    };

    public static (Session Session, string Token) NewSession(Guid account, DateTimeOffset now)
    {
        var token = Tokens.New();
        return (new() { AccountId = account, TokenHash = Tokens.Hash(token), StartedAt = now, SeenAt = now, FreshAt = now, EndsAt = now + SessionTimes.Whole, Means = "password", Device = "Firefox · Linux" }, token);
    }

    public static Assignment Given(Guid account, string role, Scope scope, DateTimeOffset now) => new() { AccountId = account, Role = role, ScopeKind = scope.Kind, ScopeValue = scope.Value, GivenAt = now };
}
