using Amparo.Protection.People.Matching;
using Amparo.Protection.People.Same;
using Amparo.Tests.Access;

namespace Amparo.Tests.Protection;

[Trait("Needs", "Database")]
public sealed class SameTests : IDisposable
{
    private static readonly (string, string)[] Yesenia =
        [("CalledBy", "Yesi"), ("GivenNames[0]", "Yessenia"), ("GivenNames[1]", "Maribel"), ("Surnames[0]", "Hernández"), ("Surnames[1]", "Chávez"), ("BirthYear", "1994"), ("BirthMonth", "3"), ("BirthDay", "12"), ("Age", ""), ("MotherName", "Rosa Chávez Paz"), ("Origin", "Choloma"), ("Sex", "female")];

    private static readonly (string, string)[] Jessenia =
        [("CalledBy", "Yesi"), ("GivenNames[0]", "Jessenia"), ("GivenNames[1]", "Maribel"), ("Surnames[0]", "Ernandes"), ("Surnames[1]", "Chabes"), ("BirthYear", "1994"), ("BirthMonth", "12"), ("BirthDay", "3"), ("Age", ""), ("MotherName", "Rosa Chavez"), ("Origin", "Choloma, Cortés"), ("Sex", "female")];

    private readonly FileHouse _house = new();

    [Fact]
    public async Task Who_came_before_is_found_when_her_second_file_is_opened_and_the_decision_holds_until_what_was_compared_changes()
    {
        var (desk, team, _) = await _house.Officer();
        var before = await FileHouse.File(desk, team, Yesenia);
        await FileHouse.File(desk, team, ("GivenNames[0]", "Brayan"), ("Surnames[0]", "López"), ("BirthYear", "1988"), ("BirthMonth", "7"), ("BirthDay", "1"), ("MotherName", "Ana Paz"), ("Origin", "Mixco"));
        using (var answer = await FileHouse.Register(desk, team, Jessenia)) Assert.EndsWith("/same?done=file_opened", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var after = await _house.Platform.Read(db => db.Set<Amparo.Protection.People.Person>().OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync());
        var page = await desk.Page($"{FileHouse.People}/{after}/same");
        var only = page.QuerySelectorAll("ul.rows > li").Single();
        Assert.Contains("Hernández Chávez, Yessenia Maribel", only.TextContent, StringComparison.Ordinal);
        Assert.Contains("A favor", only.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("%", only.TextContent, StringComparison.Ordinal);

        var (pair, shown) = (page.QuerySelector("input[name=Pair]")!.GetAttribute("value")!, page.QuerySelector("input[name=Shown]")!.GetAttribute("value")!);
        using (var answer = await desk.Post($"{FileHouse.People}/{after}/same", null, ("Pair", pair), ("Shown", shown), ("Decision", "different"))) await FileHouse.Ended(answer, "pair_decided");
        // From the other side it is the same pair, and the same decision.
        await FileHouse.Opened(desk, before);
        Assert.Contains("es otra persona", (await desk.Page($"{FileHouse.People}/{before}/same")).QuerySelector(".tag.wait")!.TextContent, StringComparison.Ordinal);

        // Her mother's name is told another way: it is asked again, and a decision by what was shown before is refused.
        var form = await desk.Page($"{FileHouse.People}/{after}/identity");
        using (var answer = await desk.Post($"{FileHouse.People}/{after}/identity", null, [("After", form.QuerySelector("input[name=After]")!.GetAttribute("value")!), .. Jessenia.Where(f => f.Item1 != "MotherName"), ("MotherName", "Rosa Elena Chávez Paz")])) await FileHouse.Ended(answer, "file_saved");
        Assert.Contains("por ver", (await desk.Page($"{FileHouse.People}/{after}/same")).QuerySelector(".tag.wait")!.TextContent, StringComparison.Ordinal);
        using (var answer = await desk.Post($"{FileHouse.People}/{after}/same", null, ("Pair", pair), ("Shown", shown), ("Decision", "same"))) Assert.Contains("Los datos cambiaron", await FileHouse.Refused(answer), StringComparison.Ordinal);
        desk.Dispose();
    }

    [Fact]
    public async Task Nothing_is_looked_for_in_the_files_of_another_team()
    {
        var (desk, team, _) = await _house.Officer();
        var (other, theirs, _) = await _house.Officer();
        await FileHouse.File(desk, team, Yesenia);
        await FileHouse.File(other, theirs, Yesenia);
        Assert.Empty(await _house.Platform.Read(db => db.Set<CandidatePair>().ToListAsync()));
        // The same name has other tags there: who lays two indexes beside each other learns nothing.
        var tags = await _house.Platform.Read(db => db.Set<Tag>().ToListAsync());
        var (mine, others) = (tags.Where(t => t.TeamId == team).Select(t => (t.Kind, t.Value)).ToHashSet(), tags.Where(t => t.TeamId == theirs).Select(t => (t.Kind, t.Value)).ToHashSet());
        Assert.Equal(mine.Count, others.Count);
        Assert.True(mine.Count > 5 && mine.Intersect(others).Count() <= 1, $"{mine.Intersect(others).Count()} of {mine.Count}");
        desk.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task A_file_of_an_invented_name_alone_meets_nobody()
    {
        var (desk, team, _) = await _house.Officer();
        await FileHouse.File(desk, team, ("CalledBy", "Flor"));
        await FileHouse.File(desk, team, ("CalledBy", "Flor"));
        Assert.Empty(await _house.Platform.Read(db => db.Set<Tag>().ToListAsync()));
        desk.Dispose();
    }

    public void Dispose() => _house.Dispose();
}
