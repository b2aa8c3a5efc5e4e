using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amparo.Contracts.Places;

namespace Amparo.Tests.Language;

/// <summary>Words are tested like code: each failure says what to do.</summary>
public sealed partial class TextTests
{
    private static readonly (string Folder, Assembly Assembly)[] Readers = [("src/Public", typeof(Amparo.Public.PublicSite).Assembly)];

    public static TheoryData<string> Others => new(Languages.All.Where(l => l != Languages.Base));

    [Theory, MemberData(nameof(Others))]
    public void Every_text_for_readers_exists_in_every_language_and_no_language_has_its_own(string language)
    {
        foreach (var (folder, _) in Readers)
        {
            var (spanish, other) = (Keys(folder, Languages.Base), Keys(folder, language));
            Assert.True(!spanish.Except(other).Any(), $"Write in {folder}/Text/{language}.json: {string.Join(", ", spanish.Except(other))}");
            Assert.True(!other.Except(spanish).Any(), $"Remove from {folder}/Text/{language}.json, or write in es.json: {string.Join(", ", other.Except(spanish))}");
        }
    }

    [Fact]
    public void What_the_people_who_work_here_read_exists_in_the_two_languages_of_the_console_and_in_no_other()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(SharedData.Repository, "src"), "Text", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(SharedData.Repository, Path.GetDirectoryName(f)!)).Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj")).ToList();
        var console = folders.Where(f => Readers.All(r => r.Folder != f) && Directory.EnumerateFiles(Path.Combine(SharedData.Repository, f, "Text"), "*.json").Any()).ToList();
        Assert.Contains("src/Modules/Places", console);
        foreach (var folder in console)
        {
            var written = Languages.All.Where(l => File.Exists(Path.Combine(SharedData.Repository, folder, "Text", $"{l}.json"))).ToList();
            var strangers = written.Except(Languages.OfConsole);
            Assert.True(!strangers.Any(), $"{folder}/Text speaks {string.Join(", ", strangers)}: if readers see it, write all five and name the folder in Readers above; if not, remove it.");
            foreach (var language in Languages.OfConsole.Where(l => Keys(folder, Languages.Base).Count > 0))
            {
                Assert.True(written.Contains(language), $"Write {folder}/Text/{language}.json.");
                Assert.True(Keys(folder, Languages.Base).SetEquals(Keys(folder, language)), $"{folder}/Text/{language}.json and es.json differ in: {string.Join(", ", Keys(folder, Languages.Base).Except(Keys(folder, language)).Union(Keys(folder, language).Except(Keys(folder, Languages.Base))))}");
            }
        }
    }

    [Theory, MemberData(nameof(Others))]
    public void Every_text_has_the_placeholders_of_its_Spanish(string language)
    {
        var texts = Texts.From(Readers.Select(r => r.Assembly));
        foreach (var key in texts.Keys(Languages.Base))
        {
            var (spanish, other) = (texts.Find(Languages.Base, key)!, texts.Find(language, key)!);
            Assert.True(Placeholders(spanish.Other).SetEquals(Placeholders(other.Other)), $"{key}: {language} says {{{string.Join(",", Placeholders(other.Other))}}}, es says {{{string.Join(",", Placeholders(spanish.Other))}}}");
            if (other.One is { } one) Assert.True(Placeholders(one).SetEquals(Placeholders(other.Other)), $"{key}: one and other of {language} differ in placeholders");
        }
    }

    [Fact]
    public void Every_text_that_code_names_exists_and_every_text_that_exists_is_named()
    {
        foreach (var (folder, assembly) in Readers)
        {
            var texts = Texts.From([assembly]);
            var source = string.Join('\n', Directory.EnumerateFiles(Path.Combine(SharedData.Repository, folder), "*", SearchOption.AllDirectories)
                .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
            var named = Named().Matches(Act().Replace(source, "")).Select(m => m.Groups[1].Value).ToHashSet();
            // What a module writes to people outside it says in the readers' words.
            named.UnionWith(Directory.EnumerateFiles(Path.Combine(SharedData.Repository, "src/Modules"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
                .SelectMany(f => Named().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Where(n => n.StartsWith("public.", StringComparison.Ordinal)));
            var (whole, begun) = (named.Where(n => !n.EndsWith('.')).ToHashSet(), named.Where(n => n.EndsWith('.')).ToList());
            var known = texts.Keys(Languages.Base).ToHashSet();

            Assert.True(whole.Count > 100, "The search for names in the source found next to nothing: mend this test.");
            var missing = whole.Where(k => !known.Contains(k) && k is not "places.report" and not "places.claim").ToList();
            Assert.True(missing.Count == 0, $"Write in {folder}/Text/: {string.Join(", ", missing)}");
            var unused = known.Where(k => !whole.Contains(k) && !begun.Exists(b => k.StartsWith(b, StringComparison.Ordinal))).ToList();
            Assert.True(unused.Count == 0, $"Nothing says them; remove from {folder}/Text/: {string.Join(", ", unused)}");
        }
    }

    [Fact]
    public void Every_code_that_a_page_can_show_has_its_word()
    {
        var known = Texts.From(Readers.Select(r => r.Assembly)).Keys(Languages.Base).ToHashSet();
        string[] codes =
        [
            .. PlaceKinds.All.Select(k => $"places.kind.{k}"), .. Populations.All.Select(p => $"places.for.{p}"), .. AssuranceMeans.All.Select(m => $"public.trust.how.{m}"),
            .. Amparo.Public.Layout.Countries.Named.Select(c => $"public.country.{c}"), .. Amparo.Public.Centres.Show.Tongue.Named.Select(t => $"public.tongue.{t}"),
            .. new[] { "emergency", "police", "ambulance", "fire", "women", "children", "trafficking", "suicide", "rescue" }.Select(p => $"public.number.{p}"),
            .. new[] { 400, 403, 404, 405, 409, 413, 414, 429, 500, 503 }.Select(s => $"public.error.{s}"),
            .. Amparo.Public.Centres.Report.ReportModel.Problems.Select(p => $"public.report.what.{p}"), .. Amparo.Public.Home.HomeModel.Questions.Select(q => $"public.ask.{q.Key}"),
        ];
        Assert.DoesNotContain(codes, c => !known.Contains(c));
    }

    [Fact]
    public void Months_and_days_are_twelve_and_seven_in_every_language()
    {
        var texts = Texts.From(Readers.Select(r => r.Assembly));
        foreach (var language in Languages.All)
        {
            Assert.Equal(12, texts.In(language)["public.months"].Split(' ').Length);
            Assert.Equal(7, texts.In(language)["public.days"].Split(' ').Length);
        }
    }

    private static HashSet<string> Keys(string folder, string language)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Repository, folder, "Text", $"{language}.json")));
        return [.. json.RootElement.EnumerateObject().Select(p => p.Name).Where(n => n[0] != '$')];
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"((?:public|places)\\.[a-z_.0-9]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"Public(?:Attribute)?\(""[^""]+""\)|Map\(app, ""[^""]+"", ""[^""]+""|const string Act = ""[^""]+""")]
    private static partial Regex Act();
}
