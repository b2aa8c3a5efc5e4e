using System.Net;

namespace Amparo.Tests.Access;

/// <summary>What the great matrix (<see cref="MatrixOfRoles"/>) does not ask, and whether it would see an error.</summary>
[Trait("Needs", "Database")]
public sealed class MatrixTests : Matrix
{
    [Fact]
    public async Task What_is_of_oneself_is_open_to_every_role_and_to_nobody_elses_records()
    {
        foreach (var door in (await ConsoleEndpoints.Of(Platform.Services)).Where(d => !d.IsPublic && WhoMay.IsOfOneself(d.Act)))
        {
            foreach (var role in WhoMay.Roles)
            {
                using var desk = await Platform.As(role, Scopes[1]);
                using var neighbour = await Platform.As(role, Scopes[1]);
                foreach (var owner in door.Parameters.Count == 0 ? [desk.AccountId] : new[] { neighbour.AccountId, desk.AccountId })
                {
                    var values = new List<string>();
                    foreach (var parameter in door.Parameters) values.Add(await MakerOfOneself(door, parameter)(Platform, owner));
                    Judge(door, role, Scopes[1], owner == desk.AccountId ? HttpStatusCode.OK : HttpStatusCode.NotFound, await Send(desk, door, values));
                }
            }
        }
        Assert.Empty(OverGrants.Concat(OverDenials));
        Assert.True(Asked > 60);
    }

    [Fact]
    public async Task Nobody_who_has_not_signed_in_gets_further_than_the_door()
    {
        using var stranger = Platform.Stranger();
        foreach (var door in (await ConsoleEndpoints.Of(Platform.Services)).Where(d => !d.IsPublic))
        {
            using var answer = await stranger.Client.SendAsync(new(new(door.Method), Fill(door, [.. door.Parameters.Select(_ => Guid.CreateVersion7().ToString())])));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.StartsWith(ConsolePaths.SignIn, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_oracle_speaks_of_every_permission_and_of_nothing_else() =>
        Assert.Equal(WhoMay.Acts.Order(), Platform.Services.GetRequiredService<Permissions>().All.Select(p => p.Act).Order());

    // A matrix that judges everything as right would be worth nothing: here the oracle lies, and both errors must be seen.
    [Fact]
    public async Task A_matrix_with_a_lying_oracle_sees_both_errors()
    {
        using var desk = await Platform.As("administrator", Scope.Region);
        var door = (await ConsoleEndpoints.Of(Platform.Services)).Single(d => d.ToString() == "GET /console/accounts");
        Judge(door, "administrator", Scope.Region, HttpStatusCode.Forbidden, await Send(desk, door, []));
        Assert.Single(OverGrants);
        using var auditor = await Platform.As("auditor", Scope.Region);
        Judge(door, "auditor", Scope.Region, HttpStatusCode.OK, await Send(auditor, door, []));
        Assert.Single(OverDenials);
    }

    [Fact]
    public async Task A_role_that_holds_too_much_in_the_database_is_seen_and_one_that_holds_too_little_too()
    {
        await Platform.In(async (db, _) =>
        {
            db.Add(new RolePermission { Role = "editor", Act = "office.disable" });
            db.Remove(await db.Set<RolePermission>().SingleAsync(p => p.Role == "auditor" && p.Act == "office.view_roles"));
            return await db.SaveChangesAsync();
        });
        var doors = await ConsoleEndpoints.Of(Platform.Services);
        using var editor = await Platform.As("editor", Scopes[1]);
        await Try(doors.Single(d => d.ToString() == "POST /console/accounts/{accountId:guid}/disable"), "editor", Scopes[1], editor);
        Assert.Equal(2, OverGrants.Count); // the two records that lie in the editor's country
        using var auditor = await Platform.As("auditor", Scopes[1]);
        await Try(doors.Single(d => d.ToString() == "GET /console/roles"), "auditor", Scopes[1], auditor);
        Assert.Contains(OverDenials, d => d.Contains("auditor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_route_whose_record_nobody_can_make_fails_the_matrix()
    {
        var strange = new ConsoleDoor("GET", "/console/strange/{strangeId:guid}", "office.view_accounts", false, ["strangeId"]);
        using var desk = await Platform.As("administrator", Scope.Region);
        Assert.Contains("has no maker", (await Assert.ThrowsAsync<InvalidOperationException>(() => Try(strange, "administrator", Scope.Region, desk))).Message, StringComparison.Ordinal);
    }
}
