using System.Net;
using Amparo.Contracts;
using Amparo.Tests.Access;
using Amparo.Tests.Places;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Office;

/// <summary>Roles that an installation composes for itself.</summary>
[Trait("Needs", "Database")]
public sealed class RoleTests : IDisposable
{
    private const string Compose = "/console/roles/compose";
    private readonly Platform _platform = new();

    [Fact]
    public async Task A_composed_role_opens_exactly_the_doors_of_its_acts_and_no_other()
    {
        var acts = new[] { "places.view", "places.figures", "office.view_roles" };
        var role = await Made("Lectura de lugares", acts);
        using var holder = await _platform.As(role.Name, Scope.Region);
        var asked = 0;
        foreach (var door in (await ConsoleEndpoints.Of(_platform.Services)).Where(d => !d.IsPublic && d.Parameters.Count == 0 && !WhoMay.IsOfOneself(d.Act)))
        {
            using var answer = door.IsUnsafe ? await holder.Post(door.Route) : await holder.Get(door.Route);
            Assert.True(acts.Contains(door.Act) == (answer.StatusCode != HttpStatusCode.Forbidden), $"{door}: {answer.StatusCode}");
            asked++;
        }
        Assert.True(asked > 30, $"Only {asked} doors were tried.");
        // In one country it reaches that country's records.
        await _platform.Given(Some.Place("Norte", country: "GT"), Some.Place("Ajena", country: "HN"));
        using var country = await _platform.As(role.Name, Scope.Country("GT"));
        Assert.Equal(["Norte"], (await country.Page("/console/places")).QuerySelectorAll("main tbody a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task What_is_changed_or_retired_is_so_with_the_next_request()
    {
        var role = await Made("Lectura", ["places.view"]);
        using var holder = await _platform.As(role.Name, Scope.Region);
        await holder.Page("/console/places");
        using var admin = await _platform.As("administrator", Scope.Region);
        using (var changed = await admin.Do($"/console/roles/{role.Name}/change", ("Label", "Lectura de cifras"), ("Acts", "places.figures"))) Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await holder.Page("/console/places", 403);
        await holder.Page("/console/places/figures");
        using (var retired = await admin.Do($"/console/roles/{role.Name}/retire")) Assert.Equal(HttpStatusCode.Redirect, retired.StatusCode);
        await holder.Page("/console/places/figures", 403);
        var page = await admin.Page($"/console/roles/{role.Name}");
        Assert.Contains(Es("office.roles.retired"), page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main tbody tr"));
        // It can be neither given nor changed again.
        var account = Desks.NewAccount(_platform.Clock.Now);
        await _platform.Given(account);
        Assert.DoesNotContain(role.Name, (await admin.Page($"/console/accounts/{account.Id}/roles/give")).QuerySelectorAll("#Role option").Select(o => o.GetAttribute("value")));
        await admin.Page($"/console/roles/{role.Name}/change", 404);
        await admin.Page($"/console/roles/{role.Name}/retire", 404);
    }

    [Fact]
    public async Task Roles_out_of_the_box_are_copied_and_never_changed_or_retired()
    {
        using var admin = await _platform.As("administrator", Scope.Region);
        var copy = await admin.Page(Compose + "?from=editor");
        var ticked = copy.QuerySelectorAll("input[name=Acts][checked]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.Equal(WhoMay.Acts.Where(a => !WhoMay.IsOfOneself(a) && WhoMay.Holds("editor", a)).Order(), ticked.Order());
        foreach (var door in new[] { "change", "retire" }) await admin.Page($"/console/roles/editor/{door}", 404);
    }

    [Fact]
    public async Task Nobody_changes_a_role_that_they_hold_and_nobody_composes_for_more_than_they_administer()
    {
        var role = await Made("Administración de cuentas", ["office.view_accounts", "office.invite"]);
        using var both = await _platform.As(("administrator", Scope.Region), (role.Name, Scope.Region));
        using (var own = await both.Do($"/console/roles/{role.Name}/change", ("Label", "Más"), ("Acts", "places.approve"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Equal(["office.invite", "office.view_accounts"], await Held(role.Name));
        using var country = await _platform.As("administrator", Scope.Country("GT"));
        using (var far = await country.Do(Compose, ("Label", "De un país"), ("Acts", "places.view"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, far.StatusCode);
        await country.Page($"/console/roles/{role.Name}/change", 404);
        Assert.Equal(1, await _platform.Read(db => db.Set<StoredRole>().CountAsync(r => r.Label != null)));
    }

    [Theory]
    [InlineData("x", "places.view"), InlineData("", "places.view"), InlineData("Edición", "places.view"), InlineData("Con nada", ""), InlineData("De más", "office.compose_role"), InlineData("De más", "office.retire_role"), InlineData("De uno", "office.sign_out"), InlineData("De nadie", "places.fly")]
    public async Task What_cannot_be_composed_is_refused_and_keeps_what_was_typed(string label, string act)
    {
        using var admin = await _platform.As("administrator", Scope.Region);
        using var answer = await admin.Do(Compose, [("Label", label), .. act.Length == 0 ? Array.Empty<(string, string)>() : [("Acts", act), ("Acts", "places.figures")]]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Access.Desk.Read(answer);
        Assert.Equal(label, page.QuerySelector("#Label")!.GetAttribute("value") ?? "");
        Assert.Equal(0, await _platform.Read(db => db.Set<StoredRole>().CountAsync(r => r.Label != null)));
    }

    [Fact]
    public void What_is_apart_is_offered_to_nobody()
    {
        var permissions = _platform.Services.GetRequiredService<Permissions>();
        var apart = new Permission("places.read_complaints", RoleNames.Auditor) { IsApart = true };
        var with = new Permissions([.. _platform.Services.GetServices<Module>().Select(m => m.Name == "places" ? m with { Permissions = [.. m.Permissions, apart] } : m)]);
        Assert.DoesNotContain(apart, Amparo.Office.Roles.Composing.Choices(with));
        Assert.Equal(Amparo.Office.Roles.Composing.Choices(permissions), Amparo.Office.Roles.Composing.Choices(with));
        Assert.All(Amparo.Office.Roles.Composing.Choices(permissions), c => Assert.False(c.IsOfOneself || c.IsApart));
    }

    [Fact]
    public async Task Two_who_compose_the_same_role_do_not_overwrite_each_other_unseen_and_the_audit_names_the_role()
    {
        var role = await Made("Lectura", ["places.view"]);
        using var one = await _platform.As("administrator", Scope.Region);
        using var other = await _platform.As("administrator", Scope.Region);
        var seen = await other.Open($"/console/roles/{role.Name}/change");
        _platform.Clock.Now += TimeSpan.FromSeconds(10);
        using (await one.Do($"/console/roles/{role.Name}/change", ("Label", "Lectura"), ("Acts", "places.figures"))) { }
        using var late = await other.Post($"/console/roles/{role.Name}/change", null, [.. seen, ("Label", "Lectura"), ("Acts", "places.approve")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(["places.figures"], await Held(role.Name));
        Assert.All(await _platform.Read(db => db.Set<AuditEntry>().Where(a => a.Act == "office.compose_role").ToListAsync()), a => Assert.Equal(role.Name, a.Purpose));
    }

    private async Task<StoredRole> Made(string label, string[] acts)
    {
        using var admin = await _platform.As("administrator", Scope.Region);
        using var answer = await admin.Do(Compose, [("Label", label), .. acts.Select(a => ("Acts", a))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await _platform.Read(db => db.Set<StoredRole>().AsNoTracking().SingleAsync(r => r.Label == label));
    }

    private Task<List<string>> Held(string role) => _platform.Read(db => db.Set<RolePermission>().Where(p => p.Role == role).Select(p => p.Act).OrderBy(a => a).ToListAsync());

    private string Es(string key) => _platform.Services.GetRequiredService<Texts>().In("es")[key];

    public void Dispose() => _platform.Dispose();
}
