using Amparo.Protection.People;
using Amparo.Tests.Access;

namespace Amparo.Tests.Protection;

[Trait("Needs", "Database")]
public sealed class FileTests : IDisposable
{
    private readonly FileHouse _house = new();

    [Fact]
    public async Task A_file_needs_something_to_call_her_by_and_nothing_else_of_her()
    {
        var (desk, team, _) = await _house.Officer();
        using (var answer = await FileHouse.Register(desk, team, ("CalledBy", " "), ("Age", ""))) Assert.Contains("Escriba cómo llamarla", await FileHouse.Refused(answer), StringComparison.Ordinal);
        var file = await FileHouse.File(desk, team, ("CalledBy", "Mariposa"), ("Age", ""), ("Assent", "agrees"));
        var page = await FileHouse.Opened(desk, file);
        Assert.Contains("Mariposa", page.Body!.TextContent, StringComparison.Ordinal);
        // Nobody asked: that is what it says, and not "no".
        Assert.Contains("no se preguntó", page.Body!.TextContent, StringComparison.Ordinal);
        desk.Dispose();
    }

    [Fact]
    public async Task Without_consent_or_another_basis_with_its_reason_there_is_no_file()
    {
        var (desk, team, _) = await _house.Officer();
        using (var answer = await FileHouse.Register(desk, team, ("Means", ""))) Assert.Contains("Elija cómo dio su permiso", await FileHouse.Refused(answer), StringComparison.Ordinal);
        using (var answer = await FileHouse.Register(desk, team, ("Means", "vital_interest"))) Assert.Contains("Escriba el motivo", await FileHouse.Refused(answer), StringComparison.Ordinal);
        using (var answer = await FileHouse.Register(desk, team, ("Means", "best_interests"), ("Because", "porque sí"))) Assert.Contains("solo para una niña", await FileHouse.Refused(answer), StringComparison.Ordinal);
        // Of a child the child is asked too, and her no is not overruled by who signs.
        using (var answer = await FileHouse.Register(desk, team, ("Age", "15"))) Assert.Contains("Pregunte también", await FileHouse.Refused(answer), StringComparison.Ordinal);
        using (var answer = await FileHouse.Register(desk, team, ("Age", "15"), ("Assent", "refuses"))) Assert.Contains("dice que no", await FileHouse.Refused(answer), StringComparison.Ordinal);
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<Person>().CountAsync()));
        await FileHouse.File(desk, team, ("Age", "15"), ("Means", "best_interests"), ("Because", "no hay quien la cuide"));
        desk.Dispose();
    }

    [Fact]
    public async Task Who_is_of_unknown_age_is_treated_as_a_child()
    {
        var (desk, team, _) = await _house.Officer();
        using (var answer = await FileHouse.Register(desk, team, ("Age", ""))) Assert.Contains("Pregunte también", await FileHouse.Refused(answer), StringComparison.Ordinal);
        var file = await FileHouse.File(desk, team, ("Age", ""), ("Assent", "agrees"));
        Assert.NotNull((await FileHouse.Opened(desk, file)).QuerySelector(".tag.wait"));
        desk.Dispose();
    }

    [Fact]
    public async Task Nobody_reads_a_file_before_she_said_why_and_each_reading_is_in_the_audit_with_it()
    {
        var (desk, team, leader) = await _house.Officer();
        var file = await FileHouse.File(desk, team);
        var (colleague, other) = await _house.At("protection_officer");
        using (var lead = await _house.Desk(leader)) await FileHouse.Add(lead, team, colleague, "case_worker");
        using (var answer = await other.Get($"{FileHouse.People}/{file}")) Assert.Equal($"{FileHouse.People}/{file}/why", answer.Headers.Location?.ToString());
        using (var answer = await other.Post($"{FileHouse.People}/{file}/why", null, ("Reason", "curiosidad"))) Assert.Contains("Elija para qué", await FileHouse.Refused(answer), StringComparison.Ordinal);
        var page = await FileHouse.Opened(other, file, "referral");
        Assert.Contains("Flor", page.Body!.TextContent, StringComparison.Ordinal);
        var seen = await _house.Platform.Read(db => db.Set<AuditEntry>().Where(a => a.Record == file && a.By == other.AccountId && a.Outcome == AuditOutcomes.Seen).ToListAsync());
        Assert.Equal(2, seen.Count); // that she opened it, and that she read it
        Assert.All(seen, a => Assert.Equal(("protection.read", "referral"), (a.Act, a.Purpose)));
        Assert.Contains("una remisión", (await desk.Page($"{FileHouse.People}/{file}/access")).Body!.TextContent, StringComparison.Ordinal);
        // Her reason holds for half an hour; then the page asks again.
        await HalfAnHour(other);
        using (var answer = await other.Get($"{FileHouse.People}/{file}")) Assert.Equal($"{FileHouse.People}/{file}/why", answer.Headers.Location?.ToString());
        desk.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_nobody_loses_her_text()
    {
        var (desk, team, _) = await _house.Officer();
        var file = await FileHouse.File(desk, team, ("CalledBy", "Rosa"));
        using (var answer = await desk.Post($"{FileHouse.People}/{file}/needs", null, ("After", "1"), ("Needed", "food"), ("Note", "lo de la primera"))) await FileHouse.Ended(answer, "file_saved");
        using var clash = await desk.Post($"{FileHouse.People}/{file}/needs", null, ("After", "1"), ("Needed", "health"), ("Note", "lo de la segunda"));
        Assert.Equal(409, (int)clash.StatusCode);
        var page = await Access.Desk.Read(clash);
        Assert.Contains("lo de la primera", page.QuerySelector("section.panel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("lo de la segunda", page.QuerySelector("textarea#Note")!.TextContent);
        Assert.NotNull(page.QuerySelector("input[name=Needed][value=health][checked]"));
        var after = page.QuerySelector("input[name=After]")!.GetAttribute("value")!;
        using (var answer = await desk.Post($"{FileHouse.People}/{file}/needs", null, ("After", after), ("Needed", "health"), ("Note", "lo de las dos"))) await FileHouse.Ended(answer, "file_saved");
        // Every text that somebody saved is kept, under its number.
        Assert.Equal(3, await _house.Platform.Read(db => db.Set<Amparo.Protection.Sealing.SealedSection>().CountAsync(s => s.PersonId == file && s.Kind == "needs")));
        desk.Dispose();
    }

    [Fact]
    public async Task What_was_typed_while_the_half_hour_ended_is_saved()
    {
        var (desk, team, _) = await _house.Officer();
        var file = await FileHouse.File(desk, team);
        await HalfAnHour(desk);
        using var answer = await desk.Post($"{FileHouse.People}/{file}/needs", null, ("After", "1"), ("Needed", "food"));
        await FileHouse.Ended(answer, "file_saved");
        desk.Dispose();
    }

    [Theory]
    [InlineData("María José", "", "Hernández", "López", "Hernández López, María José")]
    [InlineData("Ana", "Lucía", "de la Cruz", "", "de la Cruz, Ana Lucía")]
    [InlineData("", "", "", "", "Flor")]
    [InlineData("Nahúm", "", "O'Connor", "Xol Cuc", "O'Connor Xol Cuc, Nahúm")]
    [InlineData("<script>alert(1)</script>", "", "A\"&--", "", "A\"&--, <script>alert(1)</script>")]
    public async Task A_name_comes_back_as_it_was_given_in_form_and_list(string first, string second, string surname, string other, string listed)
    {
        var (desk, team, _) = await _house.Officer();
        var file = await FileHouse.File(desk, team, ("GivenNames[0]", first), ("GivenNames[1]", second), ("Surnames[0]", surname), ("Surnames[1]", other));
        var form = await desk.Page($"{FileHouse.People}/{file}/identity");
        string Value(string name) => form.QuerySelector($"input[name='{name}']")!.GetAttribute("value") ?? "";
        Assert.Equal((first, second, surname, other), (Value("GivenNames[0]"), Value("GivenNames[1]"), Value("Surnames[0]"), Value("Surnames[1]")));
        using var answer = await desk.Post(FileHouse.People, null, ("names", "1"));
        Assert.Equal(listed, (await Access.Desk.Read(answer)).QuerySelector("ul.rows h2 a")!.TextContent);
        desk.Dispose();
    }

    [Fact]
    public async Task A_file_is_found_by_its_code_or_by_a_name_and_the_names_that_are_shown_stand_in_the_audit_of_their_files()
    {
        var (desk, team, _) = await _house.Officer();
        var wanted = await FileHouse.File(desk, team, ("CalledBy", "Golondrina"), ("GivenNames[0]", "María José"), ("Surnames[0]", "Hernández"), ("Surnames[1]", "López"));
        var other = await FileHouse.File(desk, team, ("CalledBy", "Colibrí"));
        var code = (await _house.Row(wanted)).Code;
        foreach (var text in new[] { $"{code[..4].ToLowerInvariant()}-{code[4..]}", "hernandez lopez maria jose", "Golondrina" })
        {
            using var answer = await desk.Post(FileHouse.People, null, ("wanted", text));
            Assert.Equal([$"/console/people/{wanted}"], (await Access.Desk.Read(answer)).QuerySelectorAll("ul.rows h2 a").Select(a => a.GetAttribute("href")));
        }
        using (var answer = await desk.Post(FileHouse.People, null, ("wanted", "Lechuza"))) Assert.Empty((await Access.Desk.Read(answer)).QuerySelectorAll("ul.rows h2 a"));
        async Task<int> Found(Guid file) => await _house.Platform.Read(db => db.Set<AuditEntry>().CountAsync(a => a.Record == file && a.Purpose == "find" && a.Act == "protection.read"));
        Assert.Equal((2, 0), (await Found(wanted), await Found(other)));
        desk.Dispose();
    }

    [Fact]
    public async Task A_short_contact_keeps_a_day_an_age_and_needs_and_no_name()
    {
        // Eleven at night in Guatemala is tomorrow in Greenwich: the day is the office's.
        _house.Platform.Clock.Now = new DateTimeOffset(2026, 11, 22, 4, 40, 0, TimeSpan.Zero);
        var (desk, team, _) = await _house.Officer();
        using (var answer = await desk.Post("/console/contacts", null, ("Team", team.ToString()), ("Needed", "food"))) Assert.Contains("edad aproximada", await FileHouse.Refused(answer), StringComparison.Ordinal);
        using (var answer = await desk.Post("/console/contacts", null, ("Team", team.ToString()), ("AgeBand", "5_11"), ("Needed", "food"), ("Given", "food"))) await FileHouse.Ended(answer, "contact_saved");
        var page = await desk.Page("/console/contacts");
        Assert.Contains("21 nov 2026 · 1 atención · 1 niña", page.QuerySelector("main ul:last-of-type")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await _house.Platform.Read(db => db.Set<Person>().CountAsync()));
        desk.Dispose();
    }

    // Somebody who goes on working meanwhile: the session lives, the reason does not.
    private async Task HalfAnHour(Desk desk)
    {
        for (var i = 0; i < 2; i++)
        {
            _house.Platform.Clock.Now += TimeSpan.FromMinutes(16);
            await desk.Page("/console/people");
        }
    }

    public void Dispose() => _house.Dispose();
}
