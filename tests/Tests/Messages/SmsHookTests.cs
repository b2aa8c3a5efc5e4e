using System.Net;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Reporting;
using Amparo.Tests.Places.Asking;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Messages;

[Trait("Needs", "Database")]
public sealed class SmsHookTests : IDisposable
{
    private const string Number = "+520005550101";
    private readonly AskHouse _house = new();
    private int _event;

    private async Task<Place> Asked(string number = Number)
    {
        var place = _house.Due(number);
        await _house.Platform.Given(place);
        await _house.Run();
        await _house.Sender.SendDue(default);
        return place;
    }

    private Task<HttpResponseMessage> Reply(string text, string from = Number, string? id = null) => Post(SmsHooks.Replies, new { id = id ?? $"e{_event++}", from, text });

    private async Task<HttpResponseMessage> Post(string path, object news, DateTimeOffset? at = null, string secret = AskHouse.Secret, string? signature = null)
    {
        var (body, time) = (JsonSerializer.SerializeToUtf8Bytes(news), SmsSignature.Timestamp(at ?? _house.Clock.Now));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.Add(SmsSignature.TimeHeader, time);
        request.Headers.TryAddWithoutValidation(SmsSignature.SignatureHeader, signature ?? SmsSignature.Of(secret, time, body));
        return await _house.Site.CreateClient().SendAsync(request);
    }

    [Fact]
    public async Task One_by_sms_assures_the_place_and_twice_changes_nothing_more()
    {
        var place = await Asked();
        _house.Clock.Now += TimeSpan.FromMinutes(3);
        Assert.Equal(HttpStatusCode.NoContent, (await Reply("1")).StatusCode);
        var stored = await _house.Platform.Stored(place.Id);
        Assert.Equal((_house.Clock.Now, Assurers.PlaceItself, AssuranceMeans.Message), (stored.AssuredAt, stored.AssuredBy, stored.AssuredHow));
        await Reply("3");
        Assert.Null((await _house.Platform.Stored(place.Id)).MayBeClosedSince);
        Assert.True(await _house.Platform.Read(db => db.Set<AuditEntry>().AnyAsync(a => a.Act == "places.answer" && a.Record == place.Id)));
    }

    [Fact]
    public async Task Two_opens_a_correction_with_its_words_and_three_a_doubt()
    {
        await Asked();
        await Reply("2 abrimos a las 7");
        var report = await _house.Platform.Read(db => db.Set<ProblemReport>().SingleAsync());
        Assert.Equal((ProblemReport.SaysChanged, "abrimos a las 7"), (report.What, report.Words));
        var other = await Asked("+520005550102");
        await Reply("3", "+520005550102");
        Assert.NotNull((await _house.Platform.Stored(other.Id)).MayBeClosedSince);
    }

    [Fact]
    public async Task A_number_that_was_not_asked_is_not_heard_and_nothing_of_it_is_kept()
    {
        var place = await Asked();
        Assert.Equal(HttpStatusCode.NoContent, (await Reply("1", "+520005559999")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Reply("necesito ayuda urgente", "+520005559999")).StatusCode);
        Assert.Equal(place.AssuredAt, (await _house.Platform.Stored(place.Id)).AssuredAt);
        Assert.Empty(await _house.Platform.Read(db => db.Set<ProblemReport>().ToListAsync()));
        Assert.Equal(2, await _house.Platform.Read(db => db.Set<SmsEvent>().CountAsync()));
    }

    [Theory, InlineData("STOP"), InlineData("BAJA"), InlineData("PARE"), InlineData("ARRÊT"), InlineData("KANPE")]
    public async Task Whoever_says_stop_is_written_to_no_more_until_they_say_otherwise(string word)
    {
        var place = await Asked();
        await Reply(word);
        _house.Clock.Now += TimeSpan.FromDays(31);
        Assert.Equal(0, await _house.Run());
        Assert.Equal(place.AssuredAt, (await _house.Platform.Stored(place.Id)).AssuredAt);
        await Reply(word); // twice is as good as once
        await Reply("ALTA");
        Assert.Equal(1, await _house.Run());
    }

    [Fact]
    public async Task What_is_not_signed_stale_or_signed_by_another_is_refused_and_does_nothing()
    {
        var place = await Asked();
        var news = new { id = "x", from = Number, text = "1" };
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(SmsHooks.Replies, news, signature: "")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(SmsHooks.Replies, news, signature: "v1=00")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(SmsHooks.Replies, news, secret: "another secret, just as long")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(SmsHooks.Replies, news, _house.Clock.Now.AddMinutes(-6))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(SmsHooks.Replies, new { id = "x", from = Number, text = new string('1', 20_000) })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(SmsHooks.Replies, new { from = Number, text = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(SmsHooks.Replies, new[] { 1 })).StatusCode);
        Assert.Equal(place.AssuredAt, (await _house.Platform.Stored(place.Id)).AssuredAt);
    }

    [Fact]
    public async Task The_same_post_again_is_refused_and_the_same_news_in_a_new_post_is_taken_once()
    {
        await Asked();
        Assert.Equal(HttpStatusCode.NoContent, (await Reply("2", id: "same")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Reply("2", id: "same")).StatusCode);
        _house.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.NoContent, (await Reply("2", id: "same")).StatusCode);
        Assert.Equal(1, await _house.Platform.Read(db => db.Set<ProblemReport>().CountAsync()));
    }

    [Fact]
    public async Task A_receipt_says_what_became_of_a_message_and_what_it_cost()
    {
        await Asked();
        var message = Assert.Single(await _house.Messages());
        Assert.Equal(HttpStatusCode.NoContent, (await Post(SmsHooks.Receipts, new { id = "r1", message = message.GatewayId, status = "delivered", price = 0.0125, currency = "USD" })).StatusCode);
        var delivered = Assert.Single(await _house.Messages());
        Assert.Equal((MessageStates.Delivered, 12_500L, "USD"), (delivered.State, delivered.PriceMicros, delivered.Currency));
        await Post(SmsHooks.Receipts, new { id = "r2", message = message.Id.ToString(), status = "undelivered" });
        Assert.Equal(MessageStates.Undelivered, Assert.Single(await _house.Messages()).State);
        await Post(SmsHooks.Receipts, new { id = "r3", message = "nobody knows", status = "delivered" });
        await Post(SmsHooks.Receipts, new { id = "r4", message = message.Id.ToString(), status = "<script>" });
        Assert.Equal(MessageStates.Undelivered, Assert.Single(await _house.Messages()).State);
    }

    [Fact]
    public async Task Nothing_leaves_the_queue_by_a_receipt()
    {
        await _house.Platform.Given(_house.Due());
        await _house.Run();
        await Post(SmsHooks.Receipts, new { id = "r1", message = Assert.Single(await _house.Messages()).Id.ToString(), status = "delivered" });
        Assert.Equal(MessageStates.Queued, Assert.Single(await _house.Messages()).State);
    }

    [Fact]
    public async Task Where_no_secret_is_set_nobody_listens()
    {
        using var platform = new Platform();
        using var answer = await platform.Client().PostAsync(SmsHooks.Replies, new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public void Dispose() => _house.Dispose();
}
