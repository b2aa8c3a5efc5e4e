using Amparo.Places.Entries;
using Amparo.Tests.Places;

namespace Amparo.Tests.Access;

[Trait("Needs", "Database")]
public sealed class ReachTests : IDisposable
{
    private static readonly ScopeOf<Place> Where = new(p => p.Country, p => p.OrganizationId, p => p.Id);
    private readonly Platform _platform = new();

    [Fact]
    public async Task To_view_in_one_country_and_to_approve_in_another_approves_nothing_in_the_first()
    {
        var user = Holding(("places.view", Scope.Country("GT")), ("places.approve", Scope.Country("HN")));
        await _platform.Given(Some.Place());
        Assert.Equal(["GT"], user.CountriesFor("places.view"));
        Assert.Equal(["HN"], user.CountriesFor("places.approve"));
        Assert.True(user.ReachFor("places.edit").IsNone);
        var country = await _platform.Read(db => db.Set<Place>().Select(p => p.Country).SingleAsync());
        Assert.Equal(1, await Count(Holding(("places.view", Scope.Country(country)), ("places.approve", Scope.Country("ZZ"))), "places.view"));
        Assert.Equal(0, await Count(Holding(("places.view", Scope.Country(country)), ("places.approve", Scope.Country("ZZ"))), "places.approve"));
    }

    [Fact]
    public async Task One_definition_filters_by_country_organisation_and_hub_and_several_reaches_add_up_within_one_act()
    {
        var own = new Organization { Name = "Red Inventada" };
        var (inOwn, inHonduras, hub) = (Some.Place("A"), Some.Place("B"), Some.Place("C"));
        inOwn.OrganizationId = own.Id;
        (inHonduras.Country, hub.Country, inOwn.Country) = ("HN", "SV", "GT");
        await _platform.Given(own, inOwn, inHonduras, hub);

        Assert.Equal(3, await Count(Holding(("places.view", Scope.Region)), "places.view"));
        Assert.Equal(0, await Count(Holding(), "places.view"));
        Assert.Equal(1, await Count(Holding(("places.view", Scope.Organisation(own.Id))), "places.view"));
        Assert.Equal(1, await Count(Holding(("places.view", Scope.Hub(hub.Id))), "places.view"));
        Assert.Equal(0, await Count(Holding(("places.view", Scope.Hub(own.Id))), "places.view"));
        Assert.Equal(2, await Count(Holding(("places.view", Scope.Country("HN")), ("places.view", Scope.Organisation(own.Id))), "places.view"));
    }

    [Theory]
    [InlineData("country", ""), InlineData("country", "gt"), InlineData("country", "GTM"), InlineData("organisation", "x"), InlineData("planet", "GT"), InlineData("region", "GT"), InlineData("hub", "")]
    public void A_scope_that_cannot_be_read_reaches_nothing(string kind, string value)
    {
        var reach = Reach.Of([new(kind, value)]);
        Assert.True(reach.IsNone);
        Assert.False(reach.Covers(new(kind, value)));
    }

    [Fact]
    public void Nobody_passes_on_more_than_their_own_reach()
    {
        var reach = Reach.Of([Scope.Country("GT")]);
        Assert.True(reach.Covers(Scope.Country("GT")));
        Assert.False(reach.Covers(Scope.Country("HN")));
        Assert.False(reach.Covers(Scope.Region));
        Assert.False(reach.Covers(Scope.Organisation(Guid.CreateVersion7())));
        Assert.True(Reach.Of([Scope.Region]).Covers(Scope.Hub(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task What_was_taken_from_a_role_is_not_given_back_by_the_next_upgrade()
    {
        await _platform.In(async (db, _) =>
        {
            db.Remove(await db.Set<RolePermission>().SingleAsync(p => p.Role == "editor" && p.Act == "places.edit"));
            return await db.SaveChangesAsync();
        });
        await _platform.In((_, services) => services.GetRequiredService<Migrator>().Migrate(default));
        Assert.False(await _platform.Read(db => db.Set<RolePermission>().AnyAsync(p => p.Role == "editor" && p.Act == "places.edit")));
        Assert.True(await _platform.Read(db => db.Set<RolePermission>().AnyAsync(p => p.Role == "editor" && p.Act == "places.hide")));
    }

    private Task<int> Count(CurrentUser user, string act) => _platform.Read(db => db.Set<Place>().For(user, act, Where).CountAsync());

    private static CurrentUser Holding(params (string Act, Scope Scope)[] grants) =>
        new() { Session = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "", "es", default, [.. grants.Select(g => new Grant(g.Act, g.Scope))]) };

    public void Dispose() => _platform.Dispose();
}
