using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Amparo.Tests.Public.Feeds;

/// <summary>The rules of RFC 4287 that our feed could break, under the names of the W3C feed validator; written from the standard, checked against its cases.</summary>
internal static partial class AtomRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static List<string> Broken(XElement feed)
    {
        var broken = new List<string>();
        if (feed.Name != Atom + "feed") return ["UndefinedElement feed"];
        Container(feed, "feed", broken);
        var entries = feed.Elements(Atom + "entry").ToList();
        var hasAuthor = feed.Element(Atom + "author") is not null;
        if (!feed.Elements(Atom + "link").Any(l => (string?)l.Attribute("rel") == "self")) broken.Add("MissingSelf feed");
        foreach (var entry in entries)
        {
            Container(entry, "entry", broken);
            if (!hasAuthor && entry.Element(Atom + "author") is null && entry.Element(Atom + "source")?.Element(Atom + "author") is null) broken.Add("MissingElement entry author");
            if (entry.Element(Atom + "content") is null && !entry.Elements(Atom + "link").Any(IsAlternate)) broken.Add("MissingContentOrAlternate entry");
        }
        if (entries.GroupBy(e => ((string?)e.Element(Atom + "id"), (string?)e.Element(Atom + "updated"))).Any(g => g.Count() > 1)) broken.Add("DuplicateEntries entry");
        return broken;
    }

    private static void Container(XElement container, string name, List<string> broken)
    {
        foreach (var element in new[] { "id", "title", "updated" })
        {
            var found = container.Elements(Atom + element).ToList();
            if (found.Count == 0) broken.Add($"MissingElement {name} {element}");
            if (found.Count > 1) broken.Add($"DuplicateElement {name} {element}");
        }
        foreach (var updated in container.Elements(Atom + "updated"))
            if (!IsInstant(updated.Value)) broken.Add($"InvalidRFC3339Date {name} updated");
        foreach (var id in container.Elements(Atom + "id"))
            if (!Uri.TryCreate(id.Value, UriKind.Absolute, out _)) broken.Add($"InvalidFullLink {name} id");
        foreach (var author in container.Elements(Atom + "author"))
            if (author.Elements(Atom + "name").Count() != 1) broken.Add("MissingElement author name");
        foreach (var link in container.Elements(Atom + "link"))
            if (link.Attribute("href") is null) broken.Add($"MissingHref {name} link");
        if (container.Elements(Atom + "link").Where(IsAlternate).GroupBy(l => ((string?)l.Attribute("type"), (string?)l.Attribute("hreflang"))).Any(g => g.Count() > 1)) broken.Add($"DuplicateAtomLink {name} link");
    }

    private static bool IsAlternate(XElement link) => ((string?)link.Attribute("rel") ?? "alternate") == "alternate";

    private static bool IsInstant(string text) => Shape().IsMatch(text) && DateTimeOffset.TryParse(text.ToUpperInvariant(), CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"\A\d{4}-(0[1-9]|1[0-2])-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)\z")]
    private static partial Regex Shape();
}

public sealed partial class AtomRulesTests
{
    private static readonly string[] Elements = ["id", "title", "updated", "author"];
    private static readonly string[] Rules = ["MissingElement", "DuplicateElement", "InvalidRFC3339Date", "MissingContentOrAlternate"];

    // A rule that never strikes would call any feed a good one.
    [SharedDataFact]
    public void The_rules_strike_where_the_validators_own_cases_say_so()
    {
        var seen = 0;
        foreach (var file in Directory.EnumerateFiles(SharedData.PathOf("conformance/feedvalidator/testcases/atom"), "*.xml", SearchOption.AllDirectories))
        {
            if (Expectation().Match(File.ReadAllText(file)) is not { Success: true } found || !Rules.Contains(found.Groups["rule"].Value)) continue;
            var (element, parent) = (Part(found.Value, "element"), Part(found.Value, "parent"));
            var rule = found.Groups["rule"].Value == "MissingContentOrAlternate" ? "MissingContentOrAlternate entry" : $"{found.Groups["rule"].Value} {parent} {element}";
            if (rule.EndsWith(element, StringComparison.Ordinal) && (!Elements.Contains(element) || parent is not ("feed" or "entry"))) continue;
            if (Read(file) is not { } feed || feed.Name.LocalName != "feed" || feed.Name.NamespaceName != "http://www.w3.org/2005/Atom") continue;
            var strikes = AtomRules.Broken(feed).Contains(rule);
            Assert.True(strikes != found.Groups["not"].Success, $"{Path.GetFileName(file)} expects {found.Value} and the rules say {string.Join(", ", AtomRules.Broken(feed))}");
            seen++;
        }
        Assert.True(seen >= 30, $"only {seen} cases were looked at");
    }

    private static XElement? Read(string file)
    {
        try
        {
            using var xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(xml);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Part(string text, string name) => Regex.Match(text, $"{name}:([a-z]+)").Groups[1].Value;

    [GeneratedRegex(@"Expect:\s+(?<not>!)?(?<rule>[A-Za-z0-9]+)(\{[^}]*\})?")]
    private static partial Regex Expectation();
}
