using System.Net;
using Amparo.Tests.Access;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class RenewalTests : IDisposable
{
    private const string Fresh = "cuatro perros cruzan el puente";
    private readonly Platform _platform = new();

    [Fact]
    public async Task Whoever_asks_is_told_the_same_and_only_an_account_gets_a_letter()
    {
        var person = await _platform.Begun();
        var said = new List<string>();
        foreach (var email in new[] { person.Email, "nadie@example.org", "" })
        {
            using var desk = _platform.Stranger();
            using var answer = await desk.Post("/console/forgotten", "/console/forgotten", ("Email", email));
            said.Add((int)answer.StatusCode + (await Desk.Read(answer)).QuerySelector("main")!.TextContent);
        }
        Assert.Single(said.Distinct());
        // The letter is written behind the answer.
        while (!await _platform.Read(db => db.Set<Invitation>().AnyAsync(i => i.IsRenewal))) await Task.Delay(20);
        Assert.Equal(person.Id, (await _platform.Read(db => db.Set<Invitation>().SingleAsync(i => i.IsRenewal))).AccountId);
        Assert.Null(await Letter("nadie@example.org"));
    }

    [Fact]
    public async Task The_link_and_a_word_from_paper_make_a_new_password_that_opens_the_same_key()
    {
        var person = await _platform.Begun();
        using var before = _platform.Stranger();
        using (await before.SignIn(person, _platform.Clock.Now)) { }
        var link = await Link(person);
        using var desk = _platform.Stranger();
        using (var wrong = await desk.Post(link!, link, ("Paper", "AAAA-AAAA-AAAA-AAAA"), ("Password", Fresh), ("Again", Fresh))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var weak = await desk.Post(link!, link, ("Paper", person.RecoveryCodes[0]), ("Password", "password1234"), ("Again", "password1234"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        using (var right = await desk.Post(link!, link, ("Paper", person.RecoveryCodes[0]), ("Password", Fresh), ("Again", Fresh))) Assert.Equal("/console/sign-in?done=renewed", right.Headers.Location!.ToString());

        using (var dead = await before.Get(ConsolePaths.Start)) Assert.Equal(HttpStatusCode.SeeOther, dead.StatusCode);
        await _platform.Stranger().Page(link!, 404);
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        using var now = await _platform.Stranger().SignIn(person, _platform.Clock.Now, password: Fresh);
        Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
        Assert.NotNull(await _platform.In((_, services) => services.GetRequiredService<AccountKeys>().Open(person.Id, KeyWays.Password, null, Fresh, default)));
    }

    [Fact]
    public async Task A_link_to_a_new_password_is_no_invitation_and_the_other_way_round_and_it_ends_in_an_hour()
    {
        var person = await _platform.Begun();
        var link = (await Link(person))!;
        await _platform.Stranger().Page(link.Replace(ConsolePaths.Renewal, ConsolePaths.Invitation, StringComparison.Ordinal), 404);
        var (_, invitation) = await _platform.Invited();
        await _platform.Stranger().Page(invitation.Replace(ConsolePaths.Invitation, ConsolePaths.Renewal, StringComparison.Ordinal), 404);
        Assert.Null(await Letter(person.Email)); // one an hour
        _platform.Clock.Now += Invitation.RenewalLasts;
        await _platform.Stranger().Page(link, 404);
    }

    private async Task<string?> Link(Person person) => await Letter(person.Email) is { } letter
        ? System.Text.RegularExpressions.Regex.Match(letter.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal), @"http://localhost:5080(/console/renewal\?code=[A-Za-z0-9_-]+)").Groups[1].Value : null;

    // The work that the server does behind the answer, done here and now.
    private async Task<string?> Letter(string email)
    {
        var folder = Path.Combine(_platform.Data.Path, "mail");
        if (Directory.Exists(folder)) Directory.Delete(folder, true);
        await _platform.Services.GetRequiredService<Renewals>().Write(Account.KeyOf(email), default);
        return Directory.Exists(folder) ? File.ReadAllText(Assert.Single(Directory.GetFiles(folder))) : null;
    }

    public void Dispose() => _platform.Dispose();
}
