using Amparo.Web.CommandLine;

namespace Amparo.Tests.CommandLine;

public sealed class VerbTests : CommandLineTest
{
    public static TheoryData<string> Names => [.. Verbs.All.Select(v => v.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Every_verb_teaches_what_it_does_with_an_example(string name)
    {
        Assert.Equal(0, await Amparo(name, "--help"));
        Assert.Contains($"./amparo {name}", Said);
        Assert.True(Said.Length > 200, Said);
    }

    [Fact]
    public async Task The_help_lists_every_verb()
    {
        Assert.Equal(0, await Amparo("help"));
        Assert.All(Verbs.All, v => Assert.Contains($"  {v.Name} ", Said));
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("serve", "--fast")]
    [InlineData("serve", "--port", "99999999")]
    [InlineData("serve", "--port")]
    [InlineData("db", "destroy")]
    [InlineData("demo", "--count", "-3")]
    [InlineData("demo", "--data", "a", "--data", "b")]
    public async Task What_was_asked_wrongly_is_told_how_to_ask(params string[] words)
    {
        Assert.Equal(2, await Amparo(words));
        Assert.Contains("amparo", Said);
    }

    [Theory]
    [InlineData("demo"), InlineData("publish"), InlineData("check"), InlineData("import", "list.csv"), InlineData("audit", "verify"), InlineData("accounts", "list"), InlineData("backup", "copy"), InlineData("serve", "--port", "0")]
    public async Task A_folder_that_nobody_prepared_is_told_in_a_sentence_and_not_in_a_trace(params string[] words)
    {
        File.WriteAllText(PathOf("list.csv"), "name,kind,country\nCasa,shelter,GT\n");
        string[] asked = [.. words.Select(w => w is "list.csv" or "copy" ? PathOf(w) : w), "--data", PathOf("new")];
        Assert.Equal(1, await Amparo(asked));
        Assert.Contains("./amparo ", Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Said, StringComparison.Ordinal);
    }
}
