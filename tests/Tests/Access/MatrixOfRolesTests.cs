using System.Net;

namespace Amparo.Tests.Access;

/// <summary>Every door × every role × every scope × records near and far. Two classes take half the roles each: they run side by side.</summary>
[Trait("Needs", "Database")]
public sealed class MatrixOfSomeRolesTests : MatrixOfRoles
{
    protected override IEnumerable<string> Roles => Half(0);
}

[Trait("Needs", "Database")]
public sealed class MatrixOfTheOtherRolesTests : MatrixOfRoles
{
    protected override IEnumerable<string> Roles => Half(1);

    [Fact]
    public void Together_they_are_all_the_roles() => Assert.Equal(WhoMay.Roles.Order(), Half(0).Concat(Half(1)).Order());
}

public abstract class MatrixOfRoles : Matrix
{
    protected abstract IEnumerable<string> Roles { get; }

    protected static IEnumerable<string> Half(int which) => WhoMay.Roles.Where((_, i) => i % 2 == which);

    [Fact]
    public async Task Every_door_lets_in_whom_the_oracle_names_and_nobody_else()
    {
        var doors = (await ConsoleEndpoints.Of(Platform.Services)).Where(d => !d.IsPublic).ToList();
        Assert.True(doors.Count >= 15, $"Only {doors.Count} doors were found: mend this test.");
        foreach (var role in Roles)
        {
            foreach (var scope in Scopes)
            {
                using var desk = await Platform.As(role, scope);
                foreach (var door in doors.Where(d => !WhoMay.IsOfOneself(d.Act))) await Try(door, role, scope, desk);
            }
        }
        Assert.True(OverGrants.Count + OverDenials.Count == 0,
            $"Of {Asked} questions {OverGrants.Count} let somebody in who may not, {OverDenials.Count} kept somebody out who may:\n{string.Join('\n', OverGrants.Concat(OverDenials).Take(40))}");
        Assert.True(Asked > 1000, $"Only {Asked} questions were asked.");
    }
}
