using Amparo.Tests.Access;

namespace Amparo.Tests.Office;

/// <summary>Somebody invented, with a password and a telephone that shows codes.</summary>
internal sealed record Person(Guid Id, string Email, string Password, byte[] Secret, IReadOnlyList<string> RecoveryCodes)
{
    public string CodeAt(DateTimeOffset now) => OneTimeCodes.At(Secret, now);
}

internal static class People
{
    public const string GoodPassword = "tres gatos miran la lluvia";
    private static int _made;

    /// <summary>An invitation as the console makes it: its link, beginning with a slash.</summary>
    public static async Task<(Guid Account, string Path)> Invited(this Platform platform, string? email = null)
    {
        var (id, token) = await platform.In(async (db, services) =>
        {
            var (account, word) = await services.GetRequiredService<Invitations>().Invite(email ?? $"oficial{Interlocked.Increment(ref _made)}@example.org", "Oficial Inventada", "es", null, null, default);
            await db.SaveChangesAsync();
            return (account.Id, word);
        });
        return (id, $"{ConsolePaths.Invitation}?code={token}");
    }

    /// <summary>Somebody who went through the whole of the first sign-in, a minute ago.</summary>
    public static async Task<Person> Begun(this Platform platform, string? email = null)
    {
        var (id, path) = await platform.Invited(email);
        using var desk = platform.Stranger();
        var page = await desk.Page(path);
        var secret = OneTimeCodes.FromText(page.QuerySelector("input[name=Secret]")!.GetAttribute("value"))!;
        using var answer = await desk.Post(path, path, ("Password", GoodPassword), ("Again", GoodPassword), ("Secret", OneTimeCodes.ToText(secret)), ("Code", OneTimeCodes.At(secret, platform.Clock.Now)));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var codes = (await Desk.Read(answer)).QuerySelectorAll(".codes li").Select(c => c.TextContent.Trim()).ToList();
        platform.Clock.Now += TimeSpan.FromMinutes(1);
        return new(id, await platform.Read(db => db.Set<Account>().Where(a => a.Id == id).Select(a => a.Email).SingleAsync()), GoodPassword, secret, codes);
    }

    public static Task<HttpResponseMessage> SignIn(this Desk desk, Person person, DateTimeOffset now, string? password = null, string? code = null, string to = "") =>
        desk.SignIn(person.Email, password ?? person.Password, code ?? person.CodeAt(now), to);

    public static async Task<HttpResponseMessage> SignIn(this Desk desk, string email, string password, string code, string to = "")
    {
        desk.ForgetToken();
        var answer = await desk.Post(ConsolePaths.SignIn + to, ConsolePaths.SignIn, ("Email", email), ("Password", password), ("Code", code));
        desk.ForgetToken();
        return answer;
    }
}
