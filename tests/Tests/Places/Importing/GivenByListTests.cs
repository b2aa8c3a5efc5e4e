using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.Importing;

/// <summary>Whoever runs the server gives a hidden place away no more than a steward does: a second person looks at it.</summary>
[Trait("Needs", "Database")]
public sealed class GivenByListTests : IDisposable
{
    private const string Header = "id,name,kind,country,phone,organization,disclosure\n", Other = "2,Comedor Emaús,food,GT,2233-4466,Red Dos,exact\n";
    private readonly ImportDoor _door = new();

    private static string List(string organization, string phone = "2233-4455", string disclosure = "officers") => Header + $"1,Casa Oculta,other,GT,{phone},{organization},{disclosure}\n" + Other;

    private async Task<Place> Hidden() => (await _door.Places()).Single(p => p.SourceKey == "1");
    private Task<Guid> Named(string name) => _door.Platform.Read(db => db.Set<Organization>().Where(o => o.Name == name).Select(o => o.Id).SingleAsync());

    [Theory, InlineData("officers"), InlineData("area")]
    public async Task A_row_that_puts_a_hidden_place_under_another_organisation_waits_for_a_second_person_and_the_rest_of_it_is_taken(string disclosure)
    {
        await _door.ImportText(List("Red Uno", disclosure: disclosure));
        var (one, two) = (await Named("Red Uno"), await Named("Red Dos"));
        var moved = List("Red Dos", "2233-4477", disclosure);

        var dry = await _door.Import(_door.File("list.csv", moved), dry: true, list: "list");
        Assert.Equal(1, ImportDoor.Count(dry, Reasons.HiddenGivenWaits));
        Assert.Null((await Hidden()).ProposedContacts);
        var summary = await _door.ImportText(moved);
        Assert.Equal((1, 1, 1), (summary.Changed, summary.Unchanged, ImportDoor.Count(summary, Reasons.HiddenGivenWaits)));
        var waits = await Hidden();
        Assert.Equal((one, two, "+50222334477"), (waits.OrganizationId!.Value, waits.ProposedContacts!.Organization!.Value, waits.Profile.Phones[0].Number));

        // The same issue once more asks for nothing once more.
        Assert.Equal(2, (await _door.ImportText(moved)).Unchanged);
        Assert.Equal(waits.Version, (await Hidden()).Version);

        var path = $"/console/places/{waits.Id}";
        using var partner = await _door.Platform.Of(two, "partner", Scope.Organisation(two));
        await partner.Page($"{path}/whereabouts", 404);
        using var steward = await _door.Platform.As("country_steward", Scope.Country("GT"));
        Assert.Contains("/console/places?state=second", (await steward.Page("/console")).QuerySelectorAll("a.queue").Select(a => a.GetAttribute("href")));
        Assert.Equal("Casa Oculta", Assert.Single((await steward.Page("/console/places?state=second")).QuerySelectorAll("main tbody a")).TextContent);
        using (var confirmed = await steward.Do($"{path}/contacts", ("Decision", "yes"))) Assert.Equal($"{path}?done=place_contacts", confirmed.Headers.Location!.ToString());
        Assert.Equal(two, (await Hidden()).OrganizationId);
        await partner.Page($"{path}/whereabouts");
        // Confirmed it is as the list says.
        Assert.Equal(2, (await _door.ImportText(moved)).Unchanged);
    }

    [Fact]
    public async Task What_was_declined_is_not_brought_back_by_the_next_issue()
    {
        await _door.ImportText(List("Red Uno"));
        await _door.ImportText(List("Red Dos"));
        var (one, hidden) = (await Named("Red Uno"), await Hidden());
        using var steward = await _door.Platform.As("country_steward", Scope.Country("GT"));
        using (await steward.Do($"/console/places/{hidden.Id}/contacts", ("Decision", "no"))) { }
        foreach (var next in new[] { List("Red Dos"), List("Red Dos", "2233-4488") })
        {
            await _door.ImportText(next);
            var after = await Hidden();
            Assert.Equal((one, null, "+50222334455"), (after.OrganizationId!.Value, after.ProposedContacts, after.Profile.Phones[0].Number));
        }
    }

    [Fact]
    public async Task An_official_list_gives_no_hidden_place_away_either_and_an_open_one_waits_for_nobody()
    {
        var official = _door.File("official.json", """
            {
              "name": "official", "list": "list", "format": "table", "key": ["id"], "official": { "organisation": "Ministerio", "document": "Lista 2026" },
              "fields": { "id": "id", "name": "name", "kind": "kind", "country": "country", "phone": "phone", "organization": "organization", "disclosure": "disclosure" },
            }
            """);
        await _door.ImportText(List("Red Uno"), official, approve: true);
        Assert.Equal(PlaceStatus.Approved, (await Hidden()).Status);
        var summary = await _door.ImportText(List("Red Dos").Replace("Emaús,food,GT,2233-4466,Red Dos", "Emaús,food,GT,2233-4466,Red Uno", StringComparison.Ordinal), official, approve: true);
        Assert.Equal(1, ImportDoor.Count(summary, Reasons.HiddenGivenWaits));
        var (hidden, open) = (await Hidden(), (await _door.Places()).Single(p => p.SourceKey == "2"));
        Assert.Equal((await Named("Red Uno"), await Named("Red Dos"), await Named("Red Uno")), (hidden.OrganizationId!.Value, hidden.ProposedContacts!.Organization!.Value, open.OrganizationId!.Value));
    }

    public void Dispose() => _door.Dispose();
}
