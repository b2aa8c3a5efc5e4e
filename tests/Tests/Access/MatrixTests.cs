using System.Net;

namespace Amparo.Tests.Access;

/// <summary>Every door × every role × every scope × records near and far, against the oracle. Both ways of being wrong are counted.</summary>
[Trait("Needs", "Database")]
public sealed class MatrixTests : IDisposable
{
    private static readonly Guid OwnOrganisation = Guid.CreateVersion7(), OtherOrganisation = Guid.CreateVersion7(), OwnHub = Guid.CreateVersion7(), OtherHub = Guid.CreateVersion7();

    private static readonly Scope[] Scopes =
        [Scope.Region, Scope.Country("GT"), Scope.Country("HN"), Scope.Organisation(OwnOrganisation), Scope.Organisation(OtherOrganisation), Scope.Hub(OwnHub)];

    private static readonly Lies[] Records =
        [new("GT", OwnOrganisation, OwnHub), new("GT", OtherOrganisation, OtherHub), new("HN", OwnOrganisation, OtherHub), new("HN", OtherOrganisation, OwnHub), new(null, null, null)];

    private readonly Platform _platform = new();
    private readonly List<string> _overGrants = [], _overDenials = [];
    private readonly Dictionary<(string, Lies), string> _kept = [];
    private int _asked;

    [Fact]
    public async Task Every_door_lets_in_whom_the_oracle_names_and_nobody_else()
    {
        var doors = (await ConsoleEndpoints.Of(_platform.Services)).Where(d => !d.IsPublic).ToList();
        Assert.True(doors.Count >= 15, $"Only {doors.Count} doors were found: mend this test.");
        foreach (var role in WhoMay.Roles)
        {
            foreach (var scope in Scopes)
            {
                using var desk = await _platform.As(role, scope);
                foreach (var door in doors.Where(d => !WhoMay.IsOfOneself(d.Act))) await Try(door, role, scope, desk);
            }
        }
        Assert.True(_overGrants.Count + _overDenials.Count == 0,
            $"Of {_asked} questions {_overGrants.Count} let somebody in who may not, {_overDenials.Count} kept somebody out who may:\n{string.Join('\n', _overGrants.Concat(_overDenials).Take(40))}");
        Assert.True(_asked > 1000, $"Only {_asked} questions were asked.");
    }

    [Fact]
    public async Task What_is_of_oneself_is_open_to_every_role_and_to_nobody_elses_records()
    {
        foreach (var door in (await ConsoleEndpoints.Of(_platform.Services)).Where(d => !d.IsPublic && WhoMay.IsOfOneself(d.Act)))
        {
            foreach (var role in WhoMay.Roles)
            {
                using var desk = await _platform.As(role, Scopes[1]);
                using var neighbour = await _platform.As(role, Scopes[1]);
                foreach (var owner in door.Parameters.Count == 0 ? [desk.AccountId] : new[] { neighbour.AccountId, desk.AccountId })
                {
                    var values = new List<string>();
                    foreach (var parameter in door.Parameters) values.Add(await MakerOfOneself(door, parameter)(_platform, owner));
                    Judge(door, role, Scopes[1], owner == desk.AccountId ? HttpStatusCode.OK : HttpStatusCode.NotFound, await Send(desk, door, values));
                }
            }
        }
        Assert.Empty(_overGrants.Concat(_overDenials));
        Assert.True(_asked > 60);
    }

    [Fact]
    public async Task Nobody_who_has_not_signed_in_gets_further_than_the_door()
    {
        using var stranger = _platform.Stranger();
        foreach (var door in (await ConsoleEndpoints.Of(_platform.Services)).Where(d => !d.IsPublic))
        {
            using var answer = await stranger.Client.SendAsync(new(new(door.Method), Fill(door, [.. door.Parameters.Select(_ => Guid.CreateVersion7().ToString())])));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.StartsWith(ConsolePaths.SignIn, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_oracle_speaks_of_every_permission_and_of_nothing_else() =>
        Assert.Equal(WhoMay.Acts.Order(), _platform.Services.GetRequiredService<Permissions>().All.Select(p => p.Act).Order());

    // A matrix that judges everything as right would be worth nothing: here the oracle lies, and both errors must be seen.
    [Fact]
    public async Task A_matrix_with_a_lying_oracle_sees_both_errors()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        var door = (await ConsoleEndpoints.Of(_platform.Services)).Single(d => d.ToString() == "GET /console/accounts");
        Judge(door, "administrator", Scope.Region, HttpStatusCode.Forbidden, await Send(desk, door, []));
        Assert.Single(_overGrants);
        using var auditor = await _platform.As("auditor", Scope.Region);
        Judge(door, "auditor", Scope.Region, HttpStatusCode.OK, await Send(auditor, door, []));
        Assert.Single(_overDenials);
    }

    [Fact]
    public async Task A_role_that_holds_too_much_in_the_database_is_seen_and_one_that_holds_too_little_too()
    {
        await _platform.In(async (db, _) =>
        {
            db.Add(new RolePermission { Role = "editor", Act = "office.disable" });
            db.Remove(await db.Set<RolePermission>().SingleAsync(p => p.Role == "auditor" && p.Act == "office.view_roles"));
            return await db.SaveChangesAsync();
        });
        var doors = await ConsoleEndpoints.Of(_platform.Services);
        using var editor = await _platform.As("editor", Scopes[1]);
        await Try(doors.Single(d => d.ToString() == "POST /console/accounts/{accountId:guid}/disable"), "editor", Scopes[1], editor);
        Assert.Equal(2, _overGrants.Count); // the two records that lie in the editor's country
        using var auditor = await _platform.As("auditor", Scopes[1]);
        await Try(doors.Single(d => d.ToString() == "GET /console/roles"), "auditor", Scopes[1], auditor);
        Assert.Contains(_overDenials, d => d.Contains("auditor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_route_whose_record_nobody_can_make_fails_the_matrix()
    {
        var strange = new ConsoleDoor("GET", "/console/strange/{strangeId:guid}", "office.view_accounts", false, ["strangeId"]);
        using var desk = await _platform.As("administrator", Scope.Region);
        Assert.Contains("has no maker", (await Assert.ThrowsAsync<InvalidOperationException>(() => Try(strange, "administrator", Scope.Region, desk))).Message, StringComparison.Ordinal);
    }

    private async Task Try(ConsoleDoor door, string role, Scope scope, Desk desk)
    {
        var holds = WhoMay.Holds(role, door.Act);
        foreach (var lies in door.Parameters.Count == 0 ? [Records[0]] : Records)
        {
            var (values, record) = await RecordsFor(door, lies, isFresh: holds && door.IsUnsafe);
            var expected = !holds ? HttpStatusCode.Forbidden : door.Parameters.Count == 0 || WhoMay.Reaches(scope, record) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Judge(door, role, scope, expected, await Send(desk, door, values), record);
        }
    }

    private async Task<(List<string> Values, Lies Record)> RecordsFor(ConsoleDoor door, Lies lies, bool isFresh)
    {
        var (values, record) = (new List<string>(), lies);
        foreach (var parameter in door.Parameters)
        {
            if (!RecordMakers.All.TryGetValue(parameter, out var maker)) throw new InvalidOperationException($"{door} has the parameter '{parameter}', for which RecordMakers has no maker: add one.");
            if (!maker.HasHub) record = record with { Hub = null };
            if (maker.IsOfRegion) record = new(null, null, null);
            if (!maker.HasOrganisation) record = record with { Organisation = null };
            var key = (string.Join('/', values) + parameter, lies);
            if (isFresh || maker.IsForEach || !_kept.TryGetValue(key, out var value)) value = await maker.Make(_platform, lies, values);
            if (!isFresh) _kept[key] = value;
            values.Add(value);
        }
        return (values, record);
    }

    private static Func<Platform, Guid, Task<string>> MakerOfOneself(ConsoleDoor door, string parameter) =>
        RecordMakers.OfOneself.GetValueOrDefault(parameter) ?? throw new InvalidOperationException($"{door} has the parameter '{parameter}', for which RecordMakers.OfOneself has no maker: add one.");

    private static async Task<HttpStatusCode> Send(Desk desk, ConsoleDoor door, IReadOnlyList<string> values)
    {
        using var answer = door.IsUnsafe ? await desk.Post(Fill(door, values)) : await desk.Get(Fill(door, values));
        var status = answer.StatusCode;
        // Led to the sign-in or asked to confirm is kept out; any other redirect, a form that is shown again, or a broken rule is let in.
        if (answer.Headers.Location?.ToString() is { } to && (to.StartsWith(ConsolePaths.SignIn + "?to", StringComparison.Ordinal) || to.StartsWith(ConsolePaths.Confirm, StringComparison.Ordinal))) return HttpStatusCode.Unauthorized;
        if (status is HttpStatusCode.BadRequest && (await answer.Content.ReadAsStringAsync()).Length == 0) return HttpStatusCode.OK;
        return status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError or HttpStatusCode.MethodNotAllowed ? status : HttpStatusCode.OK;
    }

    private static string Fill(ConsoleDoor door, IReadOnlyList<string> values)
    {
        var path = door.Route;
        foreach (var (parameter, value) in door.Parameters.Zip(values)) path = System.Text.RegularExpressions.Regex.Replace(path, $@"\{{{parameter}(:[^}}]*)?\}}", value, System.Text.RegularExpressions.RegexOptions.IgnoreCase);
        return path;
    }

    private void Judge(ConsoleDoor door, string role, Scope scope, HttpStatusCode expected, HttpStatusCode found, Lies? record = null)
    {
        _asked++;
        if (expected == found) return;
        var said = $"{door} by {role} in {scope.Kind} {scope.Value} of {record}: {found} instead of {expected}";
        (found == HttpStatusCode.OK ? _overGrants : _overDenials).Add(said);
    }

    public void Dispose() => _platform.Dispose();
}
