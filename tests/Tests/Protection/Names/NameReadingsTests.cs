using Amparo.Protection.People.Names;

namespace Amparo.Tests.Protection.Names;

public sealed class NameReadingsTests
{
    [Theory]
    [InlineData("María José Hernández López", "María·José|Hernández·López")]
    [InlineData("Hernández López, María José", "María·José|Hernández·López")]
    [InlineData("Ana de la Cruz", "Ana|de la Cruz")]
    [InlineData("María del Carmen de los Santos López", "María·del Carmen|de los Santos·López")]
    [InlineData("José Ortega y Gasset", "José|Ortega y Gasset")]
    [InlineData("de la O Pérez, Luz", "Luz|de la O·Pérez")]
    [InlineData("Wilmer", "Wilmer|")]
    public void The_likeliest_reading_comes_first(string pasted, string first) => Assert.Equal(first, Shown(NameReadings.Of(pasted)[0]));

    [Fact]
    public void Three_words_are_read_in_every_way_that_people_write_them()
    {
        var readings = NameReadings.Of("Juan Pérez López").Select(Shown).ToList();
        Assert.Equal("Juan|Pérez·López", readings[0]);
        Assert.Contains("Juan·Pérez|López", readings);
        Assert.Contains("López|Juan·Pérez", readings);
        Assert.Contains("Pérez·López|Juan", readings);
    }

    [Fact]
    public void A_widow_keeps_her_own_surname_before_her_husbands()
    {
        var name = NameReadings.Of("Rosa López viuda de Pérez")[0].Name;
        Assert.Equal("Rosa|López", Shown(new(name, "")));
        Assert.Equal("viuda de Pérez", name.Married);
    }

    [Fact]
    public void Nothing_gives_nothing_and_what_no_name_can_be_is_refused()
    {
        Assert.Empty(NameReadings.Of(" \u200B "));
        Assert.Throws<RuleBroken>(() => NameReadings.Of("=1+1"));
    }

    [Fact]
    public void No_reading_loses_or_invents_a_word_and_each_says_which_way_it_is()
    {
        string[] words = ["Ana", "José", "de", "la", "del", "y", "Cruz", "López", "viuda", "O'Neil", "Ñu"];
        var chance = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, chance.Next(1, 7)).Select(_ => words[chance.Next(words.Length)]));
            var readings = NameReadings.Of(text);
            Assert.InRange(readings.Count, 1, NameReadings.Most);
            Assert.All(readings, r =>
            {
                Assert.Equal(text.Split(' ').Order(StringComparer.Ordinal), string.Join(' ', [.. r.Name.Given, .. r.Name.Surnames, .. r.Name.Married is { } married ? [married] : Array.Empty<string>()]).Split(' ').Order(StringComparer.Ordinal));
                Assert.Contains(r.Why, NameReadings.Whys);
            });
            Assert.Equal(readings, NameReadings.Of(text));
        }
        ProtectionTexts.Exist([.. NameReadings.Whys]);
    }

    private static string Shown(NameReading reading) => $"{string.Join('·', reading.Name.Given)}|{string.Join('·', reading.Name.Surnames)}";
}
