using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Amparo.Kernel;

/// <summary>
/// Any gateway that takes <c>{"id","to","text","segments"}</c> by HTTP POST, signed as <see cref="SmsSignature"/> says, with the
/// message's identifier as its Idempotency-Key. Nothing of what it does is logged: a line with a number in it would outlive the message.
/// </summary>
internal sealed class HttpSmsGateway(HttpClient client, IOptions<SmsSettings> settings, TimeProvider clock) : ISmsGateway
{
    public bool IsSimulated => false;

    public async Task<HandOver> Send(Guid id, string number, string text, CancellationToken stop)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id, to = number, text, segments = SmsLength.Of(text).Segments }, CompactJson.Options);
        var timestamp = SmsSignature.Timestamp(clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Value.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", id.ToString());
        request.Headers.Add(SmsSignature.TimeHeader, timestamp);
        request.Headers.Add(SmsSignature.SignatureHeader, SmsSignature.Of(settings.Value.Secret ?? "", timestamp, body));
        try
        {
            using var answer = await client.SendAsync(request, stop);
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new(HandedOver.Accepted, await IdOf(answer, stop)),
                // These say that nothing was taken.
                HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new(HandedOver.TryAgain),
                HttpStatusCode.Conflict when settings.Value.KnowsKeys => new(HandedOver.Accepted),
                >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => Nobody,
                _ => new(HandedOver.Refused),
            };
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new(HandedOver.TryAgain); // not a byte of it left
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !stop.IsCancellationRequested))
        {
            return Nobody;
        }
    }

    // A gateway that keeps its promise sends the same key once; of any other nobody knows.
    private HandOver Nobody => new(settings.Value.KnowsKeys ? HandedOver.TryAgain : HandedOver.Unclear);

    private static async Task<string?> IdOf(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String ? id.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            return null; // it said yes; what it called it only helps with receipts
        }
    }
}
