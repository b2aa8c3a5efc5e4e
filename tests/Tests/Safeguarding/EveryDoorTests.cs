using Amparo.Contracts.Places;
using Amparo.Tests.Access;
using Amparo.Tests.Places.Asking;
using Amparo.Tests.Public;

namespace Amparo.Tests.Safeguarding;

/// <summary>From every page, message and slip one can say that somebody who works here did harm; public pages have their own walk.</summary>
[Trait("Needs", "Database")]
public sealed class EveryDoorTests : IDisposable
{
    private readonly AskHouse _house = new();

    [Fact]
    public async Task Every_page_of_the_console_leads_to_the_form_for_who_works_here_too()
    {
        var seen = 0;
        foreach (var role in new[] { "administrator", "regional_steward", "safeguarding_person", "auditor" })
        {
            using var desk = await _house.Platform.As(role, Scope.Region);
            foreach (var door in (await ConsoleEndpoints.Of(_house.Platform.Services)).Where(d => d is { IsUnsafe: false, Parameters: [] }).Select(d => d.Route).Append("/console/nada-de-esto"))
            {
                using var answer = await desk.Get(door);
                if (answer.Content.Headers.ContentType?.MediaType != "text/html" || (int)answer.StatusCode is >= 300 and < 400) continue;
                Assert.True((await Desk.Read(answer)).QuerySelector("footer a[href='/es/complaint']") is not null, $"{door} ({(int)answer.StatusCode})");
                seen++;
            }
        }
        Assert.True(seen > 40, $"{seen} pages");
    }

    [Theory, InlineData("/es/nada-de-esto", 404), InlineData("/es/centres/no-hay", 404), InlineData("/es/report?code=ABC", 400)]
    public async Task Where_something_went_wrong_too(string path, int status)
    {
        var (found, page) = await _house.Open(path);
        Assert.Equal(status, found);
        Assert.NotNull(page.QuerySelector("footer a[href='/es/complaint']"));
    }

    [Fact]
    public async Task A_slip_of_paper_too()
    {
        var place = _house.Due();
        _house.Show(place);
        Assert.Contains("/es/complaint", (await _house.Open($"/es/centres/{place.Slug}/print")).Page.QuerySelector("article.slip")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_letter_of_the_console_too()
    {
        var texts = _house.Site.Services.GetRequiredService<Texts>();
        var letters = _house.Site.Services.GetRequiredService<Letters>();
        var keys = texts.Keys("es").Where(k => k.Contains(".mail.", StringComparison.Ordinal) && k.EndsWith(".subject", StringComparison.Ordinal)).Select(k => k[..^".subject".Length]).ToList();
        Assert.True(keys.Count >= 5);
        foreach (var language in ConsolePage.Languages)
            foreach (var key in keys)
            {
                var mail = letters.Write("a@example.org", language, key, "/console");
                Assert.Contains($"https://amparo.example/q/{language}", mail.Text, StringComparison.Ordinal);
                Assert.Contains($"https://amparo.example/q/{language}", mail.Html, StringComparison.Ordinal);
            }
    }

    [Theory, InlineData("es"), InlineData("en"), InlineData("fr"), InlineData("pt"), InlineData("ht")]
    public async Task An_SMS_too_by_a_short_address_and_no_word_that_says_what_for(string language)
    {
        await _house.Platform.Given(_house.Due(language: language));
        await _house.Run();
        await _house.Sender.SendDue(default);
        var text = Assert.Single(_house.Sms.Sent).Text;
        Assert.Contains($" amparo.example/q/{language} ", text, StringComparison.Ordinal);
        Assert.True(SmsLength.Of(text).Segments <= MessageSender.MostSegments);
        Assert.EndsWith(Readers.Text(language, "public.ask.sms").Split('.')[^2].Trim() + ".", text, StringComparison.Ordinal);
    }

    [Theory, InlineData(Channels.Sms, "+52 000 555 0303"), InlineData(Channels.Mail, "casa@example.org")]
    public async Task But_nothing_that_goes_to_a_place_that_only_officers_know(string channel, string address)
    {
        var place = _house.Due(number: null, disclosure: Disclosures.Officers);
        await _house.Platform.Given(place);
        await _house.Give(place, channel, address);
        await _house.Run();
        await _house.Sender.SendDue(default);
        var said = string.Join(' ', _house.Sms.Sent.Select(s => s.Text).Concat(_house.Post.Sent.Select(p => p.Text)));
        Assert.Contains("/es/ask/", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/q/", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/complaint", said, StringComparison.Ordinal);
    }

    public void Dispose() => _house.Dispose();
}
