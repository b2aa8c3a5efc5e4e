using Amparo.Contracts.Places;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

/// <summary>One diplomatic post stands in several rows of its list, one for each country that it answers for.</summary>
[Trait("Needs", "Database")]
public sealed class MergeTests : IDisposable
{
    private const string Head = "operator;operatorQID;jurisdictions;jurisdictionQIDs;country;countryQID;city;address;latitude;longitude;phone;email;website;type;QID\n";
    private const string Wikidata = "http://www.wikidata.org/entity/";
    private readonly ImportDoor _door = new();

    [Fact]
    public async Task Rows_of_one_Wikidata_id_are_one_post_with_everything_that_they_say()
    {
        var summary = await _door.Import(List(Row("Costa Rica", phone: "+506 2234 1111"), Row("Panama", phone: "+506 2234 2222"), Row("Nicaragua", id: "Q2")));
        Assert.Equal(("embassies", 2, 0), (summary.Profile, summary.Accepted, summary.Quarantined));
        var posts = await _door.Places();
        var merged = Assert.Single(posts, p => p.SourceKey!.EndsWith("Q1", StringComparison.Ordinal));
        Assert.Equal("Costa Rica, Panama", merged.Profile.Jurisdiction?.Replace("; ", ", ", StringComparison.Ordinal).Replace("|", ", ", StringComparison.Ordinal));
        Assert.Equal(["+50622341111", "+50622342222"], merged.Profile.Phones.Select(p => p.Number.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal("Nicaragua", Assert.Single(posts, p => p != merged).Profile.Jurisdiction);
    }

    [Fact]
    public async Task Where_rows_of_one_post_contradict_each_other_it_is_said_with_both_rows_and_both_values()
    {
        await _door.Import(List(Row("Costa Rica", address: "Avenida 1"), Row("Panama", address: "Avenida 9")));
        var finding = Assert.Single(await _door.Findings(), f => f.Reason == Reasons.MergedDiffer);
        Assert.Equal("address", finding.Field);
        Assert.Equal("Avenida 1 | Avenida 9", finding.Value);
        Assert.Contains('+', finding.Row);
        Assert.Equal("Avenida 1", (await _door.OnlyPlace()).Whereabouts.Address);
    }

    [Fact]
    public async Task The_same_rows_again_change_nothing_and_a_row_more_changes_one_post()
    {
        await _door.Import(List(Row("Costa Rica"), Row("Panama")));
        var again = await _door.Import(List(Row("Costa Rica"), Row("Panama")));
        Assert.Equal((0, 0, 1), (again.Accepted, again.Changed, again.Unchanged));
        var more = await _door.Import(List(Row("Costa Rica"), Row("Panama"), Row("Belize")));
        Assert.Equal((0, 1, 0), (more.Accepted, more.Changed, more.Unchanged));
        Assert.Contains("Belize", (await _door.OnlyPlace()).Profile.Jurisdiction, StringComparison.Ordinal);
    }

    private string List(params string[] rows) => _door.File("embajadas.csv", Head + string.Concat(rows));

    private static string Row(string jurisdiction, string id = "Q1", string phone = "", string address = "") =>
        $"Argentina;{Wikidata}Q414;{jurisdiction};;Costa Rica;{Wikidata}Q800;San José;{address};9.92437;-84.04534;{phone};;;embassy;{Wikidata}{id}\n";

    public void Dispose() => _door.Dispose();
}
