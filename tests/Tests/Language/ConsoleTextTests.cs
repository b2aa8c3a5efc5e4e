using System.Text.RegularExpressions;

namespace Amparo.Tests.Language;

/// <summary>The console speaks Spanish and English, whole.</summary>
public sealed partial class ConsoleTextTests
{
    private static readonly string[] Folders = ["src/Kernel", "src/Modules/Office"];

    [Fact]
    public void Every_text_of_the_console_exists_in_both_languages_with_the_same_placeholders()
    {
        var texts = Texts.From(TestServices.Modules().Select(m => m.Assembly).Append(typeof(Database).Assembly));
        var keys = texts.Keys("es").Where(IsConsoles).Order().ToList();
        Assert.Equal(keys, texts.Keys("en").Where(IsConsoles).Order());
        Assert.All(keys, key =>
        {
            var (spanish, english) = (texts.Find("es", key)!, texts.Find("en", key)!);
            Assert.True(Places(spanish.Other).SetEquals(Places(english.Other)), key);
            Assert.Equal(spanish.One is null, english.One is null);
        });
    }

    [Fact]
    public void Every_text_that_a_page_of_the_console_names_exists_and_every_one_that_exists_is_named()
    {
        var known = Texts.From(TestServices.Modules().Select(m => m.Assembly).Append(typeof(Database).Assembly)).Keys("es").Where(k => Ours().IsMatch(k)).ToHashSet();
        var source = string.Join('\n', Folders.Append("src/Web").SelectMany(f => Directory.EnumerateFiles(Path.Combine(SharedData.Repository, f), "*", SearchOption.AllDirectories))
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var acts = TestServices.Modules().SelectMany(m => m.Permissions).Select(p => p.Act).ToHashSet();
        var named = Named().Matches(source).Select(m => m.Groups[1].Value).ToHashSet();
        var (whole, begun) = (named.Where(n => !n.EndsWith('.')).ToHashSet(), named.Where(n => n.EndsWith('.')).ToList());

        Assert.True(whole.Count > 80, "The search for names in the source found next to nothing: mend this test.");
        var missing = whole.Where(k => !known.Contains(k) && !acts.Contains(k) && !NotAText(k)).ToList();
        Assert.True(missing.Count == 0, $"Write in Text/: {string.Join(", ", missing)}");
        var unused = known.Where(k => !whole.Contains(k) && !begun.Exists(b => k.StartsWith(b, StringComparison.Ordinal)) && !k.EndsWith(".means", StringComparison.Ordinal) && !k.EndsWith(".done", StringComparison.Ordinal)
            && !k.StartsWith("console.done.", StringComparison.Ordinal) && !k.StartsWith("console.problem.", StringComparison.Ordinal) && !k.StartsWith("office.mail.", StringComparison.Ordinal) && !k.StartsWith("role.", StringComparison.Ordinal)).ToList();
        Assert.True(unused.Count == 0, $"Nothing says them; remove from Text/: {string.Join(", ", unused)}");
        var done = Done().Matches(source).Select(m => "console.done." + m.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(done);
        Assert.Empty(done.Except(known));
    }

    private static bool IsConsoles(string key) => Ours().IsMatch(key) || key.EndsWith(".means", StringComparison.Ordinal);

    private static bool NotAText(string key) => key.StartsWith("office.accounts.create_admin", StringComparison.Ordinal) || key is "office.accounts.list" or "office.accounts.disable" or "office.sign_in" 
        or "office.accept_invitation" or "office.ask_for_renewal" or "office.renew_password" or "office.mail.renewal" or "office.open_link" or "office.open_shift" or "office.mail.invitation";

    private static HashSet<string> Places(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(console|office|role)\\.")]
    private static partial Regex Ours();

    [GeneratedRegex("\"((?:console|office|role)\\.[a-z_.0-9]*)")]
    private static partial Regex Named();

    [GeneratedRegex("done=([a-z_]+)")]
    private static partial Regex Done();
}
