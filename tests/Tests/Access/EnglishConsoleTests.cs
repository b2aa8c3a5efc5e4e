using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Amparo.Tests.Access;

/// <summary>
/// Every page of the console that an English account can open, and every form that it sends empty, is read for Spanish. Not only
/// that each text exists in English: that the page asks for it in the language of whoever reads. What people wrote is data, and stays.
/// </summary>
[Trait("Needs", "Database")]
public sealed partial class EnglishConsoleTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task No_page_of_the_console_says_to_an_English_reader_what_only_the_Spanish_one_is_told()
    {
        var spanish = Spanish();
        Assert.True(spanish.Whole.Count > 1000 && spanish.Parts.Count > 200, "Next to no Spanish text was found: mend this test.");
        using var desk = await English();
        var (wrong, read) = (new List<string>(), 0);
        foreach (var door in (await ConsoleEndpoints.Of(_platform.Services)).Where(d => !Leaves.Contains(d.Route)))
        {
            if (await Address(door, desk.AccountId) is not { } path) continue;
            using var answer = door.IsUnsafe ? await desk.Post(path, "/console/me") : await desk.Get(path);
            if (answer.Content.Headers.ContentType?.MediaType is not "text/html") continue;
            var page = await Desk.Read(answer);
            read++;
            if (page.DocumentElement.GetAttribute("lang") != "en") wrong.Add($"{door} says lang={page.DocumentElement.GetAttribute("lang")}");
            wrong.AddRange(Said(page).Where(spanish.Says).Select(s => $"{door} ({(int)answer.StatusCode}): {s}"));
        }
        Assert.True(read > 90, $"Only {read} pages were read.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} in all:\n{string.Join('\n', wrong.Distinct().Take(60))}");
    }

    [Fact]
    public async Task What_was_done_a_moment_ago_is_said_in_English_too()
    {
        var spanish = Spanish();
        var keys = _platform.Services.GetRequiredService<Texts>().Keys("es").Where(k => k.StartsWith("console.done.", StringComparison.Ordinal)).ToList();
        Assert.True(keys.Count > 40);
        using var desk = await English();
        foreach (var key in keys)
        {
            var page = await desk.Page($"/console/me?done={key["console.done.".Length..]}");
            Assert.NotNull(page.QuerySelector("main [role=status]"));
            var heard = Said(page).Where(spanish.Says).ToList();
            Assert.Empty(heard);
        }
    }

    // The reader of a Spanish account is told Spanish: else this test would find nothing whatever the pages say.
    [Fact]
    public async Task A_Spanish_page_is_seen_as_one()
    {
        var spanish = Spanish();
        using var desk = await _platform.As("administrator", Scope.Region);
        var heard = 0;
        foreach (var path in (string[])["/console/accounts", "/console/roles", "/console/me"]) heard += Said(await desk.Page(path), "es").Count(spanish.Says);
        Assert.InRange(heard, 10, int.MaxValue);
    }

    // They end the session, or send elsewhere.
    private static readonly HashSet<string> Leaves = ["/console/sign-out", "/console/post/cover", "/console/me/sessions/{sessionId:guid}/end"];

    /// <summary>Somebody who reads English and may everything, everywhere and for one organisation.</summary>
    private async Task<Desk> English()
    {
        var now = _platform.Clock.Now;
        var account = Desks.NewAccount(now, organisation: Own);
        account.Language = "en";
        account.SignedIn(now);
        var (session, token) = Desks.NewSession(account.Id, now);
        await _platform.Given([account, session, .. WhoMay.Roles.Where(r => r != "partner").Select(r => Desks.Given(account.Id, r, Scope.Region, now)), Desks.Given(account.Id, "partner", Scope.Organisation(Own), now)]);
        return new(_platform, token) { AccountId = account.Id, SessionId = session.Id };
    }

    private static readonly Guid Own = Guid.CreateVersion7();

    /// <returns>Null where its record belongs to nobody that this test can make.</returns>
    private async Task<string?> Address(ConsoleDoor door, Guid owner)
    {
        var (values, path) = (new List<string>(), door.Route);
        foreach (var parameter in door.Parameters)
        {
            var made = RecordMakers.All.TryGetValue(parameter, out var maker) ? await maker.Make(_platform, new("GT", Own, null), values)
                : RecordMakers.OfOneself.TryGetValue(parameter, out var own) ? await own(_platform, owner) : null;
            if (made is null) return null;
            values.Add(made);
            path = Parameter(parameter).Replace(path, made);
        }
        return path;
    }

    private (HashSet<string> Whole, List<string> Parts, Func<string, bool> Says) Spanish()
    {
        var texts = _platform.Services.GetRequiredService<Texts>();
        var english = texts.Keys("en").Select(k => texts.Find("en", k)!).SelectMany(Forms).ToHashSet(StringComparer.Ordinal);
        var only = texts.Keys("es").Select(k => texts.Find("es", k)!).SelectMany(Forms).Where(t => !english.Contains(t)).ToHashSet(StringComparer.Ordinal);
        // A state and a province bear the names of two countries.
        var areas = _platform.Services.GetRequiredService<Gazetteer>().All.Select(p => p.AreaSaid).Distinct().ToHashSet(StringComparer.Ordinal);
        var whole = only.Where(t => !t.Contains('{') && t.Length > 2 && !areas.Contains(t)).Select(Plain).ToHashSet(StringComparer.Ordinal);
        // A text with a gap is known by its longest piece; a long one also where it stands beside something else.
        var parts = only.Select(t => Gap().Split(t).MaxBy(p => p.Length)!).Select(Plain).Where(p => p.Length > 14 && p.Contains(' ') && !english.Any(e => Plain(e).Contains(p, StringComparison.Ordinal))).Distinct().ToList();
        return (whole, parts, said => whole.Contains(said) || (said.Length > 14 && parts.Exists(p => said.Contains(p, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Forms(Text text) => text.One is { } one ? [one, text.Other] : [text.Other];

    /// <summary>All that a page says: its texts, and what a reader aloud says instead of them. What is marked as of another language is meant for somebody else.</summary>
    private static IEnumerable<string> Said(IDocument page, string language = "en") =>
        page.All.Where(e => (e.Closest("[lang]")?.GetAttribute("lang") ?? language) == language).SelectMany(e => e.ChildNodes.OfType<IText>().Where(_ => e.LocalName is not ("script" or "style" or "textarea")).Select(t => (string?)t.Text).Concat(Attributes.Select(a => e.GetAttribute(a))))
            .OfType<string>().Select(Plain).Where(t => t.Length > 2).Distinct();

    private static readonly string[] Attributes = ["aria-label", "title", "placeholder", "alt"];

    private static string Plain(string text) => Blanks().Replace(text, " ").Trim();

    private static Regex Parameter(string name) => new($@"\{{{name}(:[^}}]*)?\??\}}", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    public void Dispose() => _platform.Dispose();
}
