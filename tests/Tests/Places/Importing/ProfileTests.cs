using System.Reflection;
using Amparo.Contracts.Places;
using Amparo.Places.Importing;
using Rule = Amparo.Places.Importing.Rule;

namespace Amparo.Tests.Places.Importing;

public sealed class ProfileTests
{
    [Fact]
    public void Every_shipped_profile_can_be_read() => Assert.All(ListProfile.Shipped, name => Assert.Equal(name, ListProfile.Load(name).Name));

    [Theory]
    [InlineData("""{ "name": "x", "format": "table", "fields": { "nmae": "a" } }""")]
    [InlineData("""{ "name": "x", "format": "scroll" }""")]
    [InlineData("""{ "name": "x", "format": "table", "fields": { "name": { "colunm": "a" } } }""")]
    [InlineData("""{ "name": "x", "format": """)]
    public void A_mistake_in_a_profile_is_said_and_not_passed_over(string json)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, json);
        Assert.Equal("bad_profile", Assert.Throws<ImportRefused>(() => ListProfile.Load(path)).Key);
        File.Delete(path);
    }

    [Fact]
    public void Each_rule_does_what_the_guide_says()
    {
        string? Column(string name) => new Dictionary<string, string> { ["a"] = "Uno", ["b"] = "dos|Tres", ["d"] = "12/31/2026" }.GetValueOrDefault(name);
        string? Of(Rule rule)
        {
            rule.Prepare(null);
            return rule.Of(Column);
        }
        Assert.Equal("Uno", Of(new() { First = ["z", "a"] }));
        Assert.Equal("Uno - dos|Tres", Of(new() { Join = ["a", "z", "b"], With = " - " }));
        Assert.Equal("Uno de dos|Tres", Of(new() { Template = "{a} de {b}[ en {z}]" }));
        Assert.Null(Of(new() { Template = "{a} en {z}" }));
        Assert.Equal("Tres", Of(new() { Column = "b", Split = "|", Piece = 2 }));
        Assert.Equal("2|Tres", Of(new() { Column = "b", Split = "|", Lookup = new() { ["DOS"] = "2" } }));
        Assert.Null(Of(new() { Column = "a", Lookup = new() { ["x"] = "y" }, Otherwise = "" }));
        Assert.Equal("2026-12-31", Of(new() { Column = "d", Date = ["MM/dd/yyyy"] }));
        Assert.Equal("yes", Of(new() { Column = "a", Contains = ["UNO"] }));
        Assert.Equal("AR", Of(new() { Constant = "http://www.wikidata.org/entity/Q414", LookupFile = "wikidata-countries" }));
    }

    [Fact]
    public void Every_reason_and_refusal_has_its_words_and_advice_in_Spanish_and_English()
    {
        var texts = Texts.From([typeof(Amparo.Places.PlacesModule).Assembly]);
        var reasons = new[] { typeof(Reasons), typeof(CoordinateSanity), typeof(HoursProblem) }.SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f.IsLiteral && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.True(reasons.Count > 50);
        foreach (var language in new[] { "es", "en" })
            foreach (var key in reasons.SelectMany(r => new[] { $"places.import.reason.{r}", $"places.import.advice.{r}" })) Assert.True(texts.Keys(language).Contains(key), $"{language}: {key}");
        Assert.Equal(texts.Keys("es").Where(IsOurs).Order(), texts.Keys("en").Where(IsOurs).Order());
        var sources = Directory.GetFiles(Path.Combine(SharedData.Repository, "src/Modules/Places/Importing"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        foreach (var key in sources.SelectMany(s => System.Text.RegularExpressions.Regex.Matches(s, @"(?:BrokenFile|ImportRefused)\(""([a-z_0-9]+)""").Select(m => m.Groups[1].Value)).Distinct())
            Assert.True(texts.Keys("es").Contains($"places.import.refused.{key}"), key);
    }

    private static bool IsOurs(string key) => key.StartsWith("places.import.", StringComparison.Ordinal);
}
