using System.Net;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;
using Amparo.Tests.Places.Imports;

namespace Amparo.Tests.Places.Contacts;

/// <summary>A telephone in a text of a published entry reaches readers by no door that one person alone can open.</summary>
[Trait("Needs", "Database")]
public sealed class WaitingTextTests : IDisposable
{
    private const string Bad = "Llame al 962 999 8877 y pregunte por Ana.";
    private readonly Platform _platform = new();

    private static PlaceProfile Plain => new() { Description = "Cama y comida.", Phones = [new("+52 962 111 1111")], Eligibility = "Mujeres con hijos" };
    private static (string, string)[] Basics(string description = "Cama y comida.", string name = "Albergue Puente Seguro") =>
        [("Name", name), ("Kind", "shelter"), ("Hours", "unknown"), ("Description", description), ("Phones[0].Number", "+52 962 111 1111")];

    private Task<Access.Desk> Steward() => _platform.As("country_steward", Scope.Country("MX"));

    private async Task<Place> Given(Guid? organization = null, PlaceProfile? profile = null)
    {
        var place = Some.Place(profile: profile ?? Plain);
        place.OrganizationId = organization;
        await _platform.Given(place);
        return place;
    }

    private static void Waits(HttpResponseMessage answer) => Assert.EndsWith("done=place_edited_waits", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    private static void IsPublished(HttpResponseMessage answer) => Assert.EndsWith("done=place_edited", answer.Headers.Location!.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_with_a_number_waits_for_another_person_and_a_text_without_is_published_at_once()
    {
        var place = await Given();
        using var ana = await Steward();
        using var beto = await Steward();
        var path = $"/console/places/{place.Id}";
        using (var done = await ana.Do(path + "/edit", Basics("Cama, comida y ducha."))) IsPublished(done);
        using (var done = await ana.Do(path + "/edit", [.. Basics(Bad), ("AlternateName", "Casa Puente")])) Waits(done);
        var stored = await _platform.Stored(place.Id);
        // What has no number in it does not wait with the rest.
        Assert.Equal(("Cama, comida y ducha.", "Casa Puente"), (stored.Profile.Description!, stored.Profile.AlternateName!));
        using (var own = await ana.Do(path + "/contacts", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        var row = Assert.Single((await beto.Page(path + "/contacts")).QuerySelectorAll("main tbody tr"));
        Assert.Contains("962 999 8877", row.TextContent, StringComparison.Ordinal);
        using (await beto.Do(path + "/contacts", ("Decision", "yes"))) { }
        stored = await _platform.Stored(place.Id);
        Assert.Equal((Bad, "Casa Puente", "+52 962 111 1111", true), (stored.Profile.Description!, stored.Profile.AlternateName!, stored.Profile.Phones[0].Number, stored.ProposedContacts is null));
        // Readers have it now: to move it is no news.
        using (var done = await ana.Do(path + "/edit/conditions", ("Eligibility", "Con cita: 962 999 8877"))) IsPublished(done);
    }

    [Theory]
    [InlineData("conditions", "Eligibility"), InlineData("conditions", "GettingThere"), InlineData("conditions", "RequiredDocuments"), InlineData("conditions", "Accessibility"), InlineData("conditions", "Costs")]
    [InlineData("other", "Attributes"), InlineData("where", "Locality"), InlineData("where", "AreaName"), InlineData("where", "Address"), InlineData("service", "Name"), InlineData("service", "Description"), InlineData("service", "Fees")]
    public async Task No_field_of_no_part_carries_a_number_past_the_second_person(string part, string field)
    {
        var place = await Given();
        using var ana = await Steward();
        (string, string)[] rest = part switch
        {
            "other" => [("TextLanguage", "es")],
            "where" => [("Country", "MX"), ("TownName", "Tapachula"), ("Latitude", "14.9067"), ("Longitude", "-92.2631"), ("Address", "4a Avenida Norte 12")],
            "service" => [("Name", "Comida"), ("Kind", "food"), ("Status", "active")],
            _ => [],
        };
        using (var done = await ana.Do($"/console/places/{place.Id}/edit/{part}", [.. rest.Where(f => f.Item1 != field), (field, field == "Attributes" ? "aviso = llame al 962 999 8877" : "llame al 962 999 8877")])) Waits(done);
        Assert.DoesNotContain("8877", System.Text.Json.JsonSerializer.Serialize(PlaceTexts.Of(await _platform.Stored(place.Id)), CompactJson.Options), StringComparison.Ordinal);
        using var beto = await Steward();
        using (await beto.Do($"/console/places/{place.Id}/contacts", ("Decision", "yes"))) { }
        Assert.Contains("8877", System.Text.Json.JsonSerializer.Serialize(PlaceTexts.Of(await _platform.Stored(place.Id)), CompactJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_too_and_two_edits_are_no_way_around()
    {
        var place = await Given();
        using var ana = await Steward();
        var path = $"/console/places/{place.Id}/edit";
        using (var done = await ana.Do(path, Basics(name: "Albergue 962 999"))) IsPublished(done);
        using (var done = await ana.Do(path, Basics(name: "Albergue 962 999 8877"))) Waits(done);
        using (var done = await ana.Do(path, Basics(name: "Albergue 962 999"))) IsPublished(done);
        Assert.Equal("Albergue 962 999", (await _platform.Stored(place.Id)).Name);
    }

    [Fact]
    public async Task Who_typed_a_part_of_what_waits_is_not_the_second_person_because_somebody_typed_after_them()
    {
        var place = await Given();
        using var ana = await Steward();
        using var beto = await Steward();
        using var carla = await Steward();
        var path = $"/console/places/{place.Id}";
        using (await ana.Do(path + "/edit", Basics(Bad))) { }
        using (await beto.Do(path + "/edit/conditions", ("Eligibility", "Pregunte en www.casa.org"))) { }
        foreach (var typed in new[] { ana, beto })
            using (var own = await typed.Do(path + "/contacts", ("Decision", "yes"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        using (await carla.Do(path + "/contacts", ("Decision", "yes"))) { }
        var stored = await _platform.Stored(place.Id);
        Assert.Equal((Bad, "Pregunte en www.casa.org"), (stored.Profile.Description!, stored.Profile.Eligibility!));
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_put_back_by_confirming()
    {
        var kept = new PlaceService(Guid.CreateVersion7(), "Comida", "food", "Almuerzo");
        var place = await Given(profile: Plain with { Services = [kept] });
        using var ana = await Steward();
        using var beto = await Steward();
        var path = $"/console/places/{place.Id}";
        (string, string)[] food = [("Name", "Comida"), ("Kind", "food"), ("Status", "active")];
        using (var done = await ana.Do($"{path}/edit/service/{kept.Id}", [.. food, ("Description", "Almuerzo"), ("Url", "https://comida.example")])) Waits(done);
        using (var done = await ana.Do($"{path}/edit/service/{kept.Id}", [.. food, ("Description", "Almuerzo y cena")])) IsPublished(done);
        using (await ana.Do(path + "/edit", Basics("Cama y ducha."))) { }
        using (await beto.Do(path + "/contacts", ("Decision", "yes"))) { }
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(("Almuerzo y cena", "https://comida.example", "Cama y ducha."), (stored.Profile.Services[0].Description!, stored.Profile.Services[0].Url!, stored.Profile.Description!));
    }

    [Fact]
    public async Task What_is_refused_never_reaches_anybody_and_an_entry_that_nobody_saw_is_written_at_once()
    {
        var (place, queued) = (await Given(), Some.Place("Nueva", approved: false, profile: Plain));
        await _platform.Given(queued);
        using var ana = await Steward();
        using (await ana.Do($"/console/places/{place.Id}/edit", Basics(Bad))) { }
        using (await ana.Do($"/console/places/{place.Id}/contacts", ("Decision", "no"))) { }
        Assert.Equal(("Cama y comida.", true), ((await _platform.Stored(place.Id)).Profile.Description!, (await _platform.Stored(place.Id)).ProposedContacts is null));
        using (var done = await ana.Do($"/console/places/{queued.Id}/edit", Basics(Bad, "Nueva"))) IsPublished(done);
        Assert.Equal(Bad, (await _platform.Stored(queued.Id)).Profile.Description);
    }

    [Fact]
    public async Task Taking_an_entry_away_for_a_minute_hiding_it_or_joining_it_is_no_way_around()
    {
        var (place, twin) = (await Given(), Some.Place("Albergue Puente Seguro", approved: false, profile: new() { Description = Bad, Email = "ana@otra.example" }));
        await _platform.Given(twin);
        using var ana = await Steward();
        var path = $"/console/places/{place.Id}";
        using (await ana.Do(path + "/withdraw", ("Because", "asked"))) { }
        using (await ana.Do(path + "/bring-back")) { }
        using (var done = await ana.Do(path + "/edit", Basics(Bad))) Waits(done);
        using (var approve = await ana.Do(path + "/approve", ("Document", "Carta"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, approve.StatusCode);

        var other = await Given();
        var (first, second) = Amparo.Places.Importing.Deciding.Ordered(other.Id, twin.Id);
        var pair = new Amparo.Places.Importing.DuplicateProposal { FirstId = first, SecondId = second, Reasons = "same_phone", ProposedAt = _platform.Clock.Now };
        await _platform.Given(pair);
        var (stays, gives) = other.Id == first ? ("first", "second") : ("second", "first");
        using (var joined = await ana.Do($"/console/places/duplicates/{pair.Id}", ("Stays", stays), ("pick.description", gives), ("pick.email", gives))) Assert.EndsWith("done=twin_merged_waits", joined.Headers.Location!.ToString(), StringComparison.Ordinal);
        var stored = await _platform.Stored(other.Id);
        Assert.Equal(("Cama y comida.", (string?)null), (stored.Profile.Description!, stored.Profile.Email));
    }

    [Fact]
    public async Task A_list_is_no_way_around_whatever_state_the_entry_is_in()
    {
        using var ana = await _platform.As("country_steward", Scope.Country("GT"));
        await _platform.Import(ana, ImportDesk.Two);
        var first = await _platform.Read(db => db.Set<Place>().AsNoTracking().SingleAsync(p => p.SourceKey == "1"));
        await _platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Id == first.Id)).Approve("dos", _platform.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var path = $"/console/places/{first.Id}";
        using (await ana.Do(path + "/withdraw", ("Because", "asked"))) { }
        using (await ana.Do(path + "/bring-back")) { }
        var evil = ImportDesk.Header + "1,Comedor Belén,food,GT,2233-9999,\"Llame al 2277-8877, www.otra.org\"\n2,Comedor Emaús,food,GT,2233-4466,Cena\n";
        var import = await _platform.Import(ana, evil);
        var stored = await _platform.Stored(first.Id);
        Assert.Equal(("+50222334455", "Almuerzo"), (stored.Profile.Phones[0].Number, stored.Profile.Description!));
        // And who accepts the row has not given it to readers: telephone, mailbox and text wait for somebody else.
        var change = (await _platform.Changes()).Single(c => c.PlaceId == first.Id && c.What == "waits");
        using (var applied = await ana.Do($"{ImportDesk.Path}/{import}/rows/{change.Id}", ("Decision", "yes"))) Assert.EndsWith("done=place_edited_waits", applied.Headers.Location!.ToString(), StringComparison.Ordinal);
        stored = await _platform.Stored(first.Id);
        Assert.Equal(("+50222334455", "Almuerzo", ana.AccountId), (stored.Profile.Phones[0].Number, stored.Profile.Description!, stored.ProposedContacts!.By));
    }

    [Fact]
    public async Task By_the_portal_it_waits_twice_and_the_name_of_an_organisation_carries_none()
    {
        var red = new Organization { Name = "Red Alfa" };
        await _platform.Given(red);
        var place = await Given(red.Id);
        using var partner = await _platform.Of(red.Id, "partner", Scope.Organisation(red.Id));
        using (await partner.Do($"/console/mine/{place.Id}/edit/conditions", ("Eligibility", "Escriba a ana@casa.org"))) { }
        using var steward = await Steward();
        using (var accepted = await steward.Do($"/console/places/{place.Id}/changes", ("Decision", "accept"))) Assert.EndsWith("done=change_accepted_waits", accepted.Headers.Location!.ToString(), StringComparison.Ordinal);
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(("Mujeres con hijos", partner.AccountId), (stored.Profile.Eligibility!, stored.ProposedContacts!.By));
        using (await steward.Do($"/console/places/{place.Id}/contacts", ("Decision", "yes"))) { }
        Assert.Equal("Escriba a ana@casa.org", (await _platform.Stored(place.Id)).Profile.Eligibility);
        using var named = await steward.Do($"/console/places/{place.Id}/edit/other", ("TextLanguage", "es"), ("Organization", "Red Alfa, llame al 962 999 8877"), ("NewOrganization", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, named.StatusCode);
    }

    [Fact]
    public async Task Languages_of_a_telephone_are_said_at_once_and_the_number_stays()
    {
        var place = await Given();
        using var ana = await Steward();
        using (var done = await ana.Do($"/console/places/{place.Id}/edit", [.. Basics(), ("Phones[0].Languages", "mam"), ("Phones[0].Languages", "spa"), ("Phones[0].Speaks", "true")])) IsPublished(done);
        var stored = await _platform.Stored(place.Id);
        Assert.Equal(["mam", "spa"], stored.Profile.Phones[0].Languages);
        Assert.Null(stored.ProposedContacts);
        // A sender that does not know of languages takes none away.
        var form = (await ana.Open($"/console/places/{place.Id}/edit")).Where(f => !f.Name.EndsWith(".Speaks", StringComparison.Ordinal));
        using (var done = await ana.Post($"/console/places/{place.Id}/edit", null, [.. form, .. Basics("Otra cosa.")])) IsPublished(done);
        Assert.Equal(["mam", "spa"], (await _platform.Stored(place.Id)).Profile.Phones[0].Languages);
    }

    [Fact]
    public void Nothing_in_the_module_writes_the_words_of_an_entry_past_this_door()
    {
        var module = Path.Combine(Repository, "src", "Modules", "Places");
        string[] known = ["Contacts/Writing.cs", "Importing/Applying.cs"];
        var others = Directory.EnumerateFiles(module, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !known.Any(k => f.Replace('\\', '/').EndsWith(k, StringComparison.Ordinal)))
            .SelectMany(f => File.ReadLines(f).Where(l => System.Text.RegularExpressions.Regex.IsMatch(l, @"\b(place|survivor|other|Place|stored)\.(Profile|Name|Locality|AreaName|Admin1Name|Whereabouts\.Address)\s*=[^=>]|^\s*\((place|Place)\.(Name|Profile|Locality|Admin1|Whereabouts\.Address),.*\) = ")).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")).ToList();
        Assert.True(others.Count == 0, "These lines write what readers see without asking whether it must wait; use Place.Write:\n" + string.Join('\n', others));
        Assert.Contains("        (place.Name,", File.ReadAllText(Path.Combine(module, "Importing", "Applying.cs")), StringComparison.Ordinal); // the pattern finds what it is for
    }

    private static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Amparo.slnx"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    public void Dispose() => _platform.Dispose();
}
