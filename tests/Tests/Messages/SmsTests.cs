using System.Net;
using System.Text.Json;
using Amparo.Places.Asking;
using Microsoft.Extensions.Options;

namespace Amparo.Tests.Messages;

public sealed class SmsTests
{
    [Theory]
    [InlineData(160, 'a', true, 1)]
    [InlineData(161, 'a', true, 2)]
    [InlineData(306, 'a', true, 2)]
    [InlineData(307, 'a', true, 3)]
    [InlineData(80, '€', true, 1)] // two septets each
    [InlineData(81, '€', true, 2)]
    [InlineData(153, '€', true, 3)] // a pair is never parted: 76 in each
    [InlineData(70, 'á', false, 1)]
    [InlineData(71, 'á', false, 2)]
    [InlineData(134, 'á', false, 2)]
    [InlineData(135, 'á', false, 3)]
    public void Length_is_counted_as_operators_do(int count, char letter, bool plain, int segments)
    {
        var length = SmsLength.Of(new string(letter, count));
        Assert.Equal((plain, segments), (length.IsPlain, length.Segments));
    }

    [Fact]
    public void A_sign_of_two_units_is_not_parted_by_the_end_of_a_segment()
    {
        Assert.Equal(1, SmsLength.Of(string.Concat(Enumerable.Repeat("😀", 35))).Segments);
        Assert.Equal(3, SmsLength.Of(string.Concat(Enumerable.Repeat("😀", 67))).Segments); // 33 in each
    }

    [Theory]
    [InlineData("STOP"), InlineData("stop."), InlineData(" Baja "), InlineData("BAJA por favor"), InlineData("PARE"), InlineData("Arrêt"), InlineData("ARRET"), InlineData("KANPE"), InlineData("kanpe tanpri"), InlineData("alto!"), InlineData("cancelar")]
    public void Stop_is_understood_in_every_language(string text) => Assert.True(StopWords.IsStop(text));

    [Theory, InlineData("1"), InlineData("2 baja el horario a las 15"), InlineData("stop the violence"), InlineData(""), InlineData("la baja"), InlineData("nonstop")]
    public void A_word_in_the_middle_of_a_report_stops_nothing(string text) => Assert.False(StopWords.IsStop(text));

    [Theory]
    [InlineData("+502 5550-1234", "+50255501234"), InlineData("(+52) 000 555 0101", "+520005550101"), InlineData("+52 000 555 0101 ext 3", null), InlineData("+52 (000) 555.0101", "+520005550101"), InlineData("5550 1234", null), InlineData("+0123456789", null), InlineData("+1", null), InlineData("+12345678901234567", null), InlineData("tel:+5025550", null)]
    public void A_number_without_its_country_is_nobodys(string typed, string? number) => Assert.Equal(number, Addresses.Number(typed));

    [Theory]
    [InlineData("1", "1", null), InlineData(" 1. ", "1", null), InlineData("1 gracias", "1", null), InlineData("\"2\" abrimos a las 7", "2", "abrimos a las 7"), InlineData("2, abrimos a las 7", "2", "abrimos a las 7"), InlineData("3", "3", null), InlineData("3 cerramos en mayo", "3", "cerramos en mayo")]
    public void The_codes_are_understood_with_what_people_write_around_them(string text, string what, string? words) => Assert.Equal((what, words), SmsAnswers.Read(text)!.Value);

    [Theory, InlineData("12"), InlineData("1234"), InlineData("1 pero el telefono cambio"), InlineData("1 de mayo cerrado"), InlineData("hola"), InlineData(""), InlineData("4"), InlineData("no 1")]
    public void What_is_no_code_is_no_answer(string text) => Assert.Null(SmsAnswers.Read(text));

    [Fact]
    public async Task The_gateway_gets_a_signed_message_with_its_key()
    {
        var (body, request) = (Array.Empty<byte>(), (HttpRequestMessage?)null);
        var handed = await Gateway(async r => { (request, body) = (r, await r.Content!.ReadAsByteArrayAsync()); return new(HttpStatusCode.Accepted) { Content = new StringContent("""{"id":"abc"}""") }; });
        Assert.Equal(new HandOver(HandedOver.Accepted, "abc"), handed);
        var (time, signature) = (request!.Headers.GetValues(SmsSignature.TimeHeader).Single(), request.Headers.GetValues(SmsSignature.SignatureHeader).Single());
        Assert.True(SmsSignature.IsRight(Secret, time, signature, body, Now));
        Assert.Equal(Id.ToString(), request.Headers.GetValues("Idempotency-Key").Single());
        using var json = JsonDocument.Parse(body);
        Assert.Equal(("+50255501234", "hola", 1), (json.RootElement.GetProperty("to").GetString(), json.RootElement.GetProperty("text").GetString(), json.RootElement.GetProperty("segments").GetInt32()));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, false, HandedOver.Accepted), InlineData(HttpStatusCode.TooManyRequests, false, HandedOver.TryAgain), InlineData(HttpStatusCode.ServiceUnavailable, false, HandedOver.TryAgain)]
    [InlineData(HttpStatusCode.BadRequest, false, HandedOver.Refused), InlineData(HttpStatusCode.Found, false, HandedOver.Refused), InlineData(HttpStatusCode.Unauthorized, false, HandedOver.Refused)]
    [InlineData(HttpStatusCode.InternalServerError, false, HandedOver.Unclear), InlineData(HttpStatusCode.InternalServerError, true, HandedOver.TryAgain), InlineData(HttpStatusCode.GatewayTimeout, false, HandedOver.Unclear), InlineData(HttpStatusCode.Conflict, true, HandedOver.Accepted)]
    public async Task What_the_gateway_answers_is_taken_at_its_word_and_no_further(HttpStatusCode status, bool knowsKeys, HandedOver outcome) =>
        Assert.Equal(outcome, (await Gateway(_ => Task.FromResult(new HttpResponseMessage(status)), knowsKeys)).Outcome);

    [Fact]
    public async Task A_line_that_never_opened_is_tried_again_and_one_that_broke_is_unclear()
    {
        Assert.Equal(HandedOver.TryAgain, (await Gateway(_ => throw new HttpRequestException(HttpRequestError.ConnectionError))).Outcome);
        Assert.Equal(HandedOver.Unclear, (await Gateway(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded))).Outcome);
        Assert.Equal(HandedOver.Unclear, (await Gateway(_ => throw new TaskCanceledException())).Outcome);
        Assert.Equal(HandedOver.TryAgain, (await Gateway(_ => throw new TaskCanceledException(), knowsKeys: true)).Outcome);
    }

    [Fact]
    public void A_signature_holds_for_its_words_its_secret_and_five_minutes()
    {
        var (body, time) = ("{}"u8.ToArray(), SmsSignature.Timestamp(Now));
        var right = SmsSignature.Of(Secret, time, body);
        Assert.True(SmsSignature.IsRight(Secret, time, right, body, Now.AddMinutes(5)));
        Assert.False(SmsSignature.IsRight(Secret, time, right, body, Now.AddMinutes(6)));
        Assert.False(SmsSignature.IsRight(Secret, time, right, body, Now.AddMinutes(-6)));
        Assert.False(SmsSignature.IsRight(Secret, time, right, "{ }"u8, Now));
        Assert.False(SmsSignature.IsRight(Secret + "x", time, right, body, Now));
        Assert.False(SmsSignature.IsRight(Secret, time + "0", right, body, Now));
        Assert.False(SmsSignature.IsRight(Secret, time, "", body, Now));
    }

    private const string Secret = "a secret of the tests, long enough";
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 16, 40, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.CreateVersion7();

    private static async Task<HandOver> Gateway(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer, bool knowsKeys = false)
    {
        using var client = new HttpClient(new Wire(answer));
        return await new HttpSmsGateway(client, Options.Create(new SmsSettings { Url = "https://gateway.example/send", Secret = Secret, KnowsKeys = knowsKeys }), new FixedClock(Now)).Send(Id, "+50255501234", "hola", default);
    }

    private sealed class Wire(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);
    }
}
