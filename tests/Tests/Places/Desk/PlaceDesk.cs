using Amparo.Places.Entries;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

/// <summary>What a person at the desk of places does: opens a form and sends it as a browser without script would.</summary>
internal static class PlaceDesk
{
    /// <summary>The hidden fields that a form carries, but for the token of the form.</summary>
    public static async Task<List<(string Name, string Value)>> Open(this Access.Desk desk, string path)
    {
        var page = await desk.Page(path);
        return [.. page.QuerySelectorAll("main form[method=post] input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(f => f.Item1 != "__RequestVerificationToken")];
    }

    public static async Task<HttpResponseMessage> Do(this Access.Desk desk, string path, params (string Name, string Value)[] typed) =>
        await desk.Post(path, null, [.. await desk.Open(path), .. typed]);

    public static Task<Place> Stored(this Platform platform, Guid id) =>
        platform.Read(db => db.Set<Place>().Include(p => p.Verifications).AsNoTracking().SingleAsync(p => p.Id == id));

    /// <summary>Somebody who acts for an organisation.</summary>
    public static async Task<Access.Desk> Of(this Platform platform, Guid organisation, string role, Scope scope)
    {
        var now = platform.Clock.Now;
        var account = Desks.NewAccount(now, organisation: organisation);
        account.SignedIn(now);
        var (session, token) = Desks.NewSession(account.Id, now);
        await platform.Given(account, session, Desks.Given(account.Id, role, scope, now));
        return new(platform, token) { AccountId = account.Id, SessionId = session.Id };
    }
}
