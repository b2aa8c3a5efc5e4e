using System.Text.RegularExpressions;
using Amparo.Places;

namespace Amparo.Tests.Places.Desk;

/// <summary>The desk of places speaks Spanish and English, whole, and says nothing that no page needs.</summary>
public sealed partial class DeskTextTests
{
    private static readonly string Source = string.Join('\n', Directory.EnumerateFiles(Path.Combine(SharedData.Repository, "src/Modules/Places"), "*", SearchOption.AllDirectories)
        .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));

    private static readonly HashSet<string> Known = [.. Texts.From([typeof(PlacesModule).Assembly]).Keys("es")];

    [Fact]
    public void Every_text_of_the_desk_that_is_named_exists_and_every_one_that_exists_is_named()
    {
        var named = Named().Matches(Source).Select(m => m.Groups[1].Value).ToHashSet();
        var (whole, begun) = (named.Where(n => !n.EndsWith('.')).ToHashSet(), named.Where(n => n.EndsWith('.')).ToList());
        Assert.True(whole.Count > 80, "The search for names found next to nothing: mend this test.");
        Assert.Empty(whole.Except(Known));
        Assert.DoesNotContain(Known, k => k.StartsWith("places.desk.", StringComparison.Ordinal) && !whole.Contains(k) && !begun.Exists(b => k.StartsWith(b, StringComparison.Ordinal)) && !k.EndsWith(".go", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_that_can_break_is_said_in_words()
    {
        var rules = Rule().Matches(Source).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.True(rules.Count > 15, "The search for rules found next to nothing: mend this test.");
        Assert.Empty(rules.Except(Known));
    }

    [Fact]
    public void Every_deed_has_its_title_question_button_and_what_is_said_of_it_afterwards()
    {
        Assert.Empty(Deed().Matches(Source).Select(m => $"places.desk.{m.Groups[1].Value}.go").Except(Known));
        Assert.Empty(Done().Matches(Source).Select(m => $"console.done.{m.Groups[1].Value}").Except(Known));
    }

    [GeneratedRegex("\"(places\\.desk\\.[a-z_.0-9]*)\"")]
    private static partial Regex Named();

    [GeneratedRegex("(?:RuleBroken\\.Unless\\(.*|Wrong\\[.*\\] = )\"(places\\.[a-z_.]+)\"")]
    private static partial Regex Rule();

    [GeneratedRegex("yield return \\(\"([a-z_]+)\", \"[a-z/-]+\"\\)")]
    private static partial Regex Deed();

    [GeneratedRegex("\"((?:place|report|import|twin|warning)_(?!id\\b)[a-z_]+)\"")]
    private static partial Regex Done();
}
