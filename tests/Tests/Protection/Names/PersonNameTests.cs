using System.Text;
using System.Text.Json;
using Amparo.Places.Importing;
using Amparo.Protection.People.Names;
using CsvRow = Amparo.Kernel.CsvRow;

namespace Amparo.Tests.Protection.Names;

public sealed class PersonNameTests : IDisposable
{
    private static readonly PersonName MariaJose = PersonName.Of(["María José"], ["Hernández", "López"]);

    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-names-").FullName;

    [Fact]
    public void A_name_is_listed_by_its_surnames_and_addressed_by_its_given_names()
    {
        Assert.Equal("Hernández López, María José", MariaJose.InList());
        Assert.Equal("María José Hernández López", MariaJose.InLetter());
        Assert.Equal("maria jose hernandez lopez", MariaJose.InSearch());
        Assert.Equal("de la Cruz, Ana", PersonName.Of(["Ana"], ["de la Cruz"]).InList());
        Assert.Equal("Wilmer", PersonName.Of(["Wilmer"], []).InList());
        Assert.Equal("Pérez", PersonName.Of([], ["Pérez"]).InList());
        Assert.Equal("La Flaca", PersonName.Of([], [], nickname: "La Flaca").InList());
    }

    [Theory]
    [InlineData("Pérez", "Ana López de Pérez")]
    [InlineData("de Pérez", "Ana López de Pérez")]
    [InlineData("viuda de Pérez", "Ana López viuda de Pérez")]
    public void A_married_name_follows_her_own_and_takes_the_place_of_none(string married, string letter) =>
        Assert.Equal(letter, PersonName.Of(["Ana"], ["López"], married).InLetter());

    [Fact]
    public void Empty_boxes_are_left_out_and_the_order_stays()
    {
        var name = PersonName.Of(["", " José ", null], [" ", "López"]);
        Assert.Equal(["José"], name.Given);
        Assert.Equal(["López"], name.Surnames);
        Assert.True(PersonName.Of([null], [""]).IsEmpty);
    }

    [Fact]
    public async Task A_name_comes_back_from_a_sheet_a_workbook_and_json_as_it_was()
    {
        var chance = new Random(11);
        List<PersonName> names = [MariaJose, .. Enumerable.Range(0, 500).Select(_ => Invent(chance))];

        var csv = Path.Combine(_folder, "names.csv");
        await File.WriteAllTextAsync(csv, "\uFEFF" + CsvRow.Of(["n", .. NameFormats.Columns]) + string.Concat(names.Select((n, i) => CsvRow.Of([$"{i}", .. n.Cells()]))), Encoding.UTF8);
        Assert.Equal(names, Read(new CsvReading(csv)));

        var book = Path.Combine(_folder, "names.xlsx");
        await using (var file = File.Create(book))
        {
            using var writer = await XlsxWriter.Begin(file, ["n", .. NameFormats.Columns], default);
            for (var i = 0; i < names.Count; i++) await writer.Row([$"{i}", .. names[i].Cells()], default);
            await writer.End(default);
        }
        Assert.Equal(names, Read(new XlsxReading(book)));
        Assert.Equal(names, names.Select(n => JsonSerializer.Deserialize<PersonName>(JsonSerializer.SerializeToUtf8Bytes(n))!));
        Assert.Equal(names, names.Select(n => PersonName.Of(n.Given, n.Surnames, n.Married, n.Nickname, n.Mother)));
    }

    [Theory]
    [InlineData("Núñez")]
    [InlineData("D'Alessio")]
    [InlineData("محمد")]
    [InlineData("Nguyễn")]
    [InlineData("José 🌻")]
    [InlineData("李")]
    [InlineData("می‌خواهم")]
    [InlineData("Ixb'alanke")]
    public void A_name_in_any_script_is_kept_as_it_is(string name)
    {
        Assert.Equal([name], PersonName.Of([name], []).Given);
        Assert.Equal([name], PersonName.Of([new string('a', NamePart.Longest), name], []).Given.Skip(1));
    }

    [Fact]
    public void What_nobody_sees_is_left_out_and_letters_with_loose_accents_become_one()
    {
        Assert.Equal(["Ana María"], PersonName.Of([" Ana\u00A0\u200B\u202E\r\n María\uFEFF"], []).Given);
        Assert.Equal(PersonName.Of(["José"], []), PersonName.Of(["Jose\u0301"], []));
        Assert.Equal(PersonName.Of([], ["D'Alessio"]), PersonName.Of([], ["D’Alessio"]));
        Assert.Empty(PersonName.Of(["\u200B"], []).Given);
    }

    [Theory]
    [InlineData("Hernández, María", "one_part")]
    [InlineData("María; José", "one_part")]
    [InlineData("=cmd|' /C calc'!A0", "begins_with_sign")]
    [InlineData("'+Ana", "begins_with_sign")]
    [InlineData("12345", "no_letter")]
    [InlineData("🌻", "no_letter")]
    [InlineData("Ana\uD83C", "broken_letters")]
    [InlineData("An\0a", "broken_letters")]
    [InlineData("A\u0300\u0301\u0302\u0303\u0304\u0305\u0306", "marks")]
    public void What_cannot_be_kept_is_refused_in_a_sentence(string name, string rule)
    {
        var key = Assert.Throws<RuleBroken>(() => PersonName.Of([name], [])).Key;
        Assert.Equal($"protection.name.rule.{rule}", key);
        ProtectionTexts.Exist(key);
    }

    [Fact]
    public void Two_hundred_letters_are_kept_and_one_more_is_refused()
    {
        Assert.Single(PersonName.Of([new string('ñ', 200)], []).Given);
        Assert.Equal("protection.name.rule.too_long", Assert.Throws<RuleBroken>(() => PersonName.Of([new string('ñ', 201)], [])).Key);
        Assert.Equal("protection.name.rule.too_many", Assert.Throws<RuleBroken>(() => PersonName.Of(Enumerable.Repeat("Ana", 7), [])).Key);
        Assert.Equal("protection.name.rule.columns", Assert.Throws<RuleBroken>(() => NameFormats.FromCells(["Ana"])).Key);
        ProtectionTexts.Exist("protection.name.rule.too_long", "protection.name.rule.too_many", "protection.name.rule.columns");
    }

    [Fact]
    public void No_log_prints_a_name() => Assert.DoesNotContain("Hern", $"{MariaJose}", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, true);

    private static List<PersonName> Read(IRecordReader reader) =>
        [.. reader.Read(default).Select(r => NameFormats.FromCells([.. NameFormats.Columns.Select(c => r.Fields.GetValueOrDefault(c))]))];

    private static PersonName Invent(Random chance)
    {
        string[] syllables = ["ma", "rí", "jo", "sé", "Ñu", "ñez", "de la ", "D'", "ло", "م", "🌻a", "x-", "\"q", "y ", "<b>", "&", "O’", "e\u0301"];
        string Part() => string.Concat(Enumerable.Range(0, chance.Next(1, 6)).Select(_ => syllables[chance.Next(syllables.Length)])) + "a";
        List<string> Parts(int most) => [.. Enumerable.Range(0, chance.Next(0, most + 1)).Select(_ => "b" + Part())];
        return PersonName.Of(Parts(3), Parts(2), chance.Next(3) == 0 ? "de " + Part() : null, chance.Next(3) == 0 ? "el " + Part() + ", la; " + Part() : null, chance.Next(2) == 0 ? "m" + Part() : null);
    }
}
