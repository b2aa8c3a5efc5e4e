using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Amparo.Publication;
using Amparo.Tests.Conversation;
using Amparo.Tests.Places.Asking;
using Amparo.Tests.Places.Desk;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Amparo.Tests.Messages;

/// <summary>Who was not asked and writes first, by the gateway's hook and by a webhook.</summary>
[Trait("Needs", "Database")]
public sealed class SmsConversationHookTests : IDisposable
{
    private const string Number = "+529625550101", WebhookSecret = "a webhook's secret, long enough";
    private readonly AskHouse _house = new();
    private readonly WebApplicationFactory<Program> _site;
    private int _event;

    public SmsConversationHookTests()
    {
        _site = _house.Site.WithWebHostBuilder(host => host.UseSetting("Amparo:Sms:WebhookSecret", WebhookSecret));
        foreach (var site in new[] { _house.Site, _site }) site.Services.GetRequiredService<CurrentEdition>().Replace(Telephone.Edition());
    }

    private async Task<HttpStatusCode> Reply(string text, string from = Number, string? id = null)
    {
        var (body, time) = (JsonSerializer.SerializeToUtf8Bytes(new { id = id ?? $"e{_event++}", from, text }), SmsSignature.Timestamp(_house.Clock.Now));
        using var request = new HttpRequestMessage(HttpMethod.Post, SmsHooks.Replies) { Content = new ByteArrayContent(body) };
        request.Headers.Add(SmsSignature.TimeHeader, time);
        request.Headers.TryAddWithoutValidation(SmsSignature.SignatureHeader, SmsSignature.Of(AskHouse.Secret, time, body));
        using var answer = await _house.Site.CreateClient().SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<(HttpStatusCode Status, string Text)> Ask(string json, string? secret = WebhookSecret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SmsWebhook.Path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var answer = await _site.CreateClient().SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.IsSuccessStatusCode ? JsonDocument.Parse(body).RootElement.GetProperty("text").GetString()! : body);
    }

    private static string Call(string id, string text, string urn = "tel:" + Number) => JsonSerializer.Serialize(new { contact = new { urn, name = "not read" }, input = new { uuid = id, text } });

    [Fact]
    public async Task Who_was_not_asked_is_answered_at_once_and_nothing_of_the_number_or_the_words_is_kept()
    {
        Assert.Equal(HttpStatusCode.NoContent, await Reply("ALBERGUE TAPACHULA, soy Zutana"));
        var (_, to, text) = Assert.Single(_house.Sms.Sent);
        Assert.Equal(Number, to);
        Assert.Contains("Albergue Puente Seguro", text, StringComparison.Ordinal);
        Assert.Empty(await _house.Messages());
        var kept = await _house.Platform.Read(async db => string.Join(' ', (await db.Set<SmsEvent>().ToListAsync()).Select(e => e.Id + e.Signature).Concat((await db.Set<AuditEntry>().ToListAsync()).Select(a => JsonSerializer.Serialize(new { a.Act, a.Record, a.Purpose }))).Concat((await db.Set<Stopped>().ToListAsync()).Select(s => s.AddressHash))));
        Assert.DoesNotContain("9625550101", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Zutana", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_news_twice_is_answered_once()
    {
        await Reply("ALBERGUE TAPACHULA", id: "same");
        _house.Clock.Now += TimeSpan.FromMinutes(1);
        await Reply("ALBERGUE TAPACHULA", id: "same");
        Assert.Single(_house.Sms.Sent);
    }

    [Fact]
    public async Task A_reply_to_a_question_of_ours_goes_where_it_belongs_and_starts_no_conversation()
    {
        var place = _house.Due("+520005550101");
        await _house.Platform.Given(place);
        await _house.Run();
        await _house.Sender.SendDue(default);
        var sent = _house.Sms.Sent.Count;
        await Reply("1", "+520005550101");
        Assert.Equal(sent, _house.Sms.Sent.Count);
        Assert.Equal(_house.Clock.Now, (await _house.Platform.Stored(place.Id)).AssuredAt);
        await Reply("gracias", "+520005550101");
        Assert.Equal(sent, _house.Sms.Sent.Count);
    }

    [Fact]
    public async Task Whoever_said_stop_gets_nothing_until_they_begin_again()
    {
        await Reply("ALBERGUE TAPACHULA");
        await Reply("STOP");
        await Reply("ALBERGUE TAPACHULA");
        await Reply("me quieren matar");
        Assert.Single(_house.Sms.Sent);
        await Reply("ALTA");
        Assert.Equal(2, _house.Sms.Sent.Count);
        await Reply("ALBERGUE TAPACHULA");
        Assert.Equal(3, _house.Sms.Sent.Count);
    }

    [Fact]
    public async Task What_did_not_leave_is_tried_again_and_not_for_ever()
    {
        _house.Sms.Answers = n => n < 3 ? new(HandedOver.TryAgain) : new(HandedOver.Accepted);
        await Reply("ALBERGUE TAPACHULA");
        Assert.Equal(3, _house.Sms.Sent.Count);
        Assert.Single(_house.Sms.Sent.Select(s => s.Id).Distinct());
        _house.Sms.Answers = _ => new(HandedOver.Unclear);
        await Reply("DOCTOR TAPACHULA");
        Assert.Equal(4, _house.Sms.Sent.Count);
    }

    [Fact]
    public async Task Short_numbers_names_and_what_cannot_be_read_are_not_answered()
    {
        foreach (var from in new[] { "911", "BANCO", "", "+0", "tel", new string('9', 60) }) Assert.Equal(HttpStatusCode.NoContent, await Reply("ALBERGUE TAPACHULA", from));
        Assert.Empty(_house.Sms.Sent);
        // Ten parts in letters that are written with six bytes each.
        Assert.Equal(HttpStatusCode.NoContent, await Reply("albergue tapachula " + string.Concat(Enumerable.Repeat("避", 650))));
        Assert.Single(_house.Sms.Sent);
    }

    [Fact]
    public async Task A_webhook_gets_the_answer_back_with_its_parts_and_the_same_message_once()
    {
        var (status, text) = await Ask(Call("m1", "ALBERGUE TAPACHULA"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Albergue Puente Seguro", text, StringComparison.Ordinal);
        Assert.Equal("", (await Ask(Call("m1", "ALBERGUE TAPACHULA"))).Text);
        Assert.Contains("Albergue", (await Ask(Call("m2", "MAS"))).Text, StringComparison.Ordinal);
        Assert.Equal("", (await Ask(Call("m3", "BAJA"))).Text);
        Assert.Equal("", (await Ask(Call("m4", "ALBERGUE TAPACHULA"))).Text);
        Assert.NotEqual("", (await Ask(Call("m5", "ALTA"))).Text);
        // A number comes with or without its plus.
        Assert.NotEqual("", (await Ask(Call("m6", "DOCTOR TAPACHULA", "tel:529625550199"))).Text);
        Assert.Empty(_house.Sms.Sent);
    }

    [Theory]
    [InlineData(null), InlineData("wrong"), InlineData("a webhook's secret, long enougH")]
    public async Task A_webhook_without_the_secret_is_refused(string? secret) => Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(Call("m1", "hola"), secret)).Status);

    [Theory]
    [InlineData("{}"), InlineData("[]"), InlineData("null"), InlineData("not json"), InlineData("""{"contact":{"urn":"mailto:x@example.org"},"input":{"uuid":"1","text":"hola"}}"""), InlineData("""{"contact":{"urn":"tel:+529625550101"},"input":{"text":"hola"}}"""), InlineData("""{"contact":{"urn":"tel:+529625550101"},"input":{"uuid":"1"}}""")]
    public async Task A_webhook_that_cannot_be_read_is_told_so(string json) => Assert.Equal(HttpStatusCode.BadRequest, (await Ask(json)).Status);

    [Fact]
    public async Task Where_no_webhook_secret_is_set_nobody_listens()
    {
        using var answer = await _house.Site.CreateClient().PostAsync(SmsWebhook.Path, new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public void Dispose()
    {
        _site.Dispose();
        _house.Dispose();
    }
}
