using System.Net;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

/// <summary>The key of a form, through a form that has one.</summary>
[Trait("Needs", "Database")]
public sealed class OnceTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task The_same_post_again_is_answered_the_same_and_done_once()
    {
        var (path, desk) = await Form();
        using var _ = desk;
        var form = await Whole(desk, path);
        using var first = await desk.Post(path, null, form);
        using var second = await desk.Post(path, null, form);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await Assured(desk));
    }

    [Fact]
    public async Task Twins_that_arrive_at_once_are_done_once_and_both_are_answered()
    {
        var (path, desk) = await Form();
        using var _ = desk;
        var form = await Whole(desk, path);
        using (await desk.Get("/console/me")) { }
        using (await desk.Post("/console/me/language", null, ("Language", "es"))) { }
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.Post(path, null, form))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(1, await Assured(desk));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task The_same_key_with_other_words_is_a_conflict_and_changes_nothing()
    {
        var (path, desk) = await Form();
        using var _ = desk;
        var form = await Whole(desk, path);
        using (await desk.Post(path, null, form)) { }
        using var other = await desk.Post(path, null, [.. form.Where(f => f.Name != "How"), ("How", "visit")]);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains(_platform.Services.GetRequiredService<Texts>().In("es")["console.problem.409"], WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await Assured(desk));
    }

    [Fact]
    public async Task The_key_of_one_person_says_nothing_of_anothers_and_what_was_refused_may_be_sent_again()
    {
        var (path, desk) = await Form();
        using var _ = desk;
        var form = await Whole(desk, path);
        using (var wrong = await desk.Post(path, null, [.. form.Where(f => f.Name != "How"), ("How", "guess")])) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(0, await _platform.Read(db => db.Set<PostedOnce>().CountAsync()));
        using (var right = await desk.Post(path, null, form)) Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        using var neighbour = await _platform.As("regional_steward", Scope.Region);
        // The version has moved on: had the key been shared, this would be answered as done.
        using var foreign = await neighbour.Post(path, null, form);
        Assert.Equal(HttpStatusCode.Conflict, foreign.StatusCode);
    }

    [Fact]
    public async Task A_key_is_kept_for_thirty_days()
    {
        var (path, desk) = await Form();
        using (desk)
        using (await desk.Post(path, null, await Whole(desk, path))) { }
        _platform.Clock.Now += TimeSpan.FromDays(29);
        Assert.Equal(2, await Kept(path));
        _platform.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(2, await Kept(path));
    }

    [Fact]
    public async Task A_role_that_is_given_by_two_clicks_is_given_once()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        var account = Desks.NewAccount(_platform.Clock.Now);
        await _platform.Given(account);
        var path = $"/console/accounts/{account.Id}/roles/give";
        var form = (await desk.Open(path)).Concat([("Role", "editor"), ("Scope", "country:GT")]).ToArray();
        using var first = await desk.Post(path, null, form);
        using var second = await desk.Post(path, null, form);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await _platform.Read(db => db.Set<Assignment>().CountAsync(a => a.AccountId == account.Id)));
    }

    [Theory, InlineData("short"), InlineData("'; DROP TABLE kernel_idempotency; --")]
    public async Task What_is_no_key_is_refused(string key)
    {
        var (path, desk) = await Form();
        using var _ = desk;
        using var answer = await desk.Post(path, null, [.. (await Whole(desk, path)).Where(f => f.Name != "once"), ("once", key)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await Assured(desk));
    }

    private async Task<int> Kept(string path)
    {
        using var desk = await _platform.As("regional_steward", Scope.Region);
        using (await desk.Post(path, null, await Whole(desk, path))) { }
        return await _platform.Read(db => db.Set<PostedOnce>().CountAsync());
    }

    private async Task<(string Path, Access.Desk Desk)> Form()
    {
        var place = Some.Place();
        await _platform.Given(place);
        return ($"/console/places/{place.Id}/assure", await _platform.As("regional_steward", Scope.Region));
    }

    private static async Task<(string Name, string Value)[]> Whole(Access.Desk desk, string path) => [.. (await desk.Open(path)).Where(f => f.Name is not ("Back" or "Next")), ("How", "call")];

    private Task<int> Assured(Access.Desk desk) => _platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Act == "places.assure" && a.By == desk.AccountId && a.Table == "places_place" && a.Outcome == AuditOutcomes.Done));

    public void Dispose() => _platform.Dispose();
}
