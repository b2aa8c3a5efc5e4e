using Amparo.Protection.Families;
using Amparo.Tests.Access;
using AngleSharp.Dom;

namespace Amparo.Tests.Protection;

[Trait("Needs", "Database")]
public sealed class FamilyTests : IDisposable
{
    private readonly FileHouse _house = new();

    [Fact]
    public async Task A_group_of_five_is_begun_on_two_pages_and_fewer_than_sixty_inputs_each_with_her_own_yes()
    {
        var (desk, team, _) = await _house.Officer();
        var file = await FileHouse.File(desk, team, ("CalledBy", "Doña Inventada"));
        var typed = 6; // team, name, age, means, language and the button, on the first page
        (string Name, string Value)[] lines =
        [
            ("SpokenIn", "es"), .. Line(0, "Sol", "8", "child", "agrees"), .. Line(1, "Luna", "2", "child", "too_young"), .. Line(2, "Don Inventado", "41", "partner", "agrees"), .. Line(3, "Abuela", "", "parent", "agrees"),
        ];
        Assert.True(typed + lines.Length < 60);
        using (var answer = await desk.Post($"{FileHouse.People}/{file}/family", null, lines)) await FileHouse.Ended(answer, "group_saved");
        var page = await desk.Page($"{FileHouse.People}/{file}/family");
        Assert.Equal(5, page.QuerySelectorAll("ul.rows li").Length);
        Assert.Contains("Doña Inventada", page.Body!.TextContent, StringComparison.Ordinal);
        // Two children and one of unknown age, of whom nobody checked who cares for them.
        Assert.Equal(3, page.QuerySelectorAll("ul.rows .note.warn").Length);
        Assert.Equal(5, await _house.Platform.Read(db => db.Set<Amparo.Protection.Consent.ConsentEntry>().Select(c => c.PersonId).Distinct().CountAsync()));

        // Checked, and cared for by somebody: then, and not before, the warning goes.
        var child = IdOf(page, "Sol");
        await FileHouse.Opened(desk, child);
        using (var answer = await desk.Post($"{FileHouse.People}/{child}/family/place", null, ("After", "1"), ("Relation", "child"), ("IsChecked", "true"))) await FileHouse.Ended(answer, "file_saved");
        Assert.Equal(3, (await desk.Page($"{FileHouse.People}/{file}/family")).QuerySelectorAll("ul.rows .note.warn").Length);
        using (var answer = await desk.Post($"{FileHouse.People}/{child}/family/place", null, ("After", "2"), ("Relation", "child"), ("IsChecked", "true"), ("CaredForBy", "Doña Inventada"))) await FileHouse.Ended(answer, "file_saved");
        Assert.Equal(2, (await desk.Page($"{FileHouse.People}/{file}/family")).QuerySelectorAll("ul.rows .note.warn").Length);
        desk.Dispose();
    }

    [Fact]
    public async Task Of_a_group_all_are_begun_or_none_and_what_was_typed_is_still_there()
    {
        var (desk, team, _) = await _house.Officer();
        var file = await FileHouse.File(desk, team);
        using var answer = await desk.Post($"{FileHouse.People}/{file}/family", null, [("SpokenIn", "es"), .. Line(0, "Sol", "8", "child", "agrees"), .. Line(1, "Nube", "15", "child", "refuses"), .. Line(2, "Río", "30", "sibling", "too_young")]);
        Assert.Equal(422, (int)answer.StatusCode);
        var page = await Desk.Read(answer);
        var said = page.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("Ella dice que no", said, StringComparison.Ordinal);
        Assert.Contains("Una persona adulta da su propio permiso", said, StringComparison.Ordinal);
        Assert.Equal("Sol", page.QuerySelector("#With_0__CalledBy")!.GetAttribute("value"));
        Assert.Equal(1, await _house.Platform.Read(db => db.Set<Amparo.Protection.People.Person>().CountAsync()));
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<Group>().CountAsync()));
        desk.Dispose();
    }

    [Fact]
    public async Task To_read_a_group_is_to_read_each_file_of_it_and_stands_in_the_audit_of_each()
    {
        var (desk, team, _) = await _house.Officer();
        var file = await FileHouse.File(desk, team);
        using (var answer = await desk.Post($"{FileHouse.People}/{file}/family", null, [("SpokenIn", "es"), .. Line(0, "Sol", "8", "child", "agrees")])) await FileHouse.Ended(answer, "group_saved");
        var child = IdOf(await desk.Page($"{FileHouse.People}/{file}/family"), "Sol");
        Assert.Equal(1, await _house.Platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Record == child && a.Act == "protection.read" && a.Outcome == AuditOutcomes.Seen)));
        desk.Dispose();
    }

    private static (string, string)[] Line(int i, string name, string age, string relation, string says) =>
        [($"With[{i}].CalledBy", name), ($"With[{i}].Age", age), ($"With[{i}].Sex", "not_asked"), ($"With[{i}].Relation", relation), ($"With[{i}].Says", says)];

    private static Guid IdOf(IDocument page, string name) => Guid.Parse(page.QuerySelectorAll("ul.rows h2 a").Single(a => a.TextContent == name).GetAttribute("href")![^36..]);

    public void Dispose() => _house.Dispose();
}
