using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Kernel;

/// <summary>
/// Where the gateway tells what became of a message and what people answered. Each post is signed and fresh; the same post
/// again is refused, the same news in a new post is taken once.
/// </summary>
public static class SmsHooks
{
    public const string Receipts = "/sms/receipt", Replies = "/sms/reply";

    // Ten parts in letters that JSON writes with six bytes each, and what stands around them.
    private const int MostBytes = 16_384;

    public static WebApplication MapSmsHooks(this WebApplication app)
    {
        app.MapPost(Receipts, context => Take<SmsReceipt>(context, "receipt", Receive)).WithMetadata(new PublicAttribute("kernel.sms_receipt"));
        app.MapPost(Replies, context => Take<SmsReply>(context, "reply", Answer)).WithMetadata(new PublicAttribute("kernel.sms_reply"));
        return app.MapSmsWebhook();
    }

    private static async Task Take<T>(HttpContext context, string kind, Func<IServiceProvider, Database, T, DateTimeOffset, CancellationToken, Task<Func<Task>?>> work) where T : class, ISmsNews
    {
        var (services, stop) = (context.RequestServices, context.RequestAborted);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (services.GetRequiredService<IOptions<SmsSettings>>().Value.Secret is not { Length: >= 16 } secret)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var (timestamp, signature) = (context.Request.Headers[SmsSignature.TimeHeader].ToString(), context.Request.Headers[SmsSignature.SignatureHeader].ToString());
        if (await Body(context.Request, stop) is not { } body || !SmsSignature.IsRight(secret, timestamp, signature, body, now))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (Read<T>(body) is not { Id.Length: > 0 and <= 200 } news)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var db = services.GetRequiredService<Database>();
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{news.Id}")));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (await Before(db, id, stop) is { } before)
        {
            if (before == signature) context.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }
        db.Add(new SmsEvent { Id = id, Signature = signature, At = now });
        var after = await work(services, db, news, now, stop);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // A twin came at the same moment, or the record was changed meanwhile: nothing of this was done, and the gateway sends it again.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        if (after is not null) await after();
    }

    private static async Task<Func<Task>?> Receive(IServiceProvider services, Database db, SmsReceipt receipt, DateTimeOffset now, CancellationToken stop)
    {
        var own = Guid.TryParse(receipt.Message, out var guid) ? guid : Guid.Empty;
        var message = await db.Set<OutgoingMessage>().SingleOrDefaultAsync(m => m.Id == own, stop)
            ?? await db.Set<OutgoingMessage>().FirstOrDefaultAsync(m => m.GatewayId == receipt.Message && m.Channel == Channels.Sms, stop);
        // Of what was never begun nothing can have arrived.
        if (message is null || message.Channel != Channels.Sms || message.State is MessageStates.Queued or MessageStates.Dropped || receipt.Status is not ("delivered" or "undelivered")) return null;
        var price = receipt.Price is >= 0 and < 1000 && receipt.Currency is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper) ? (long?)decimal.Round(receipt.Price.Value * 1_000_000) : null;
        message.Receive(receipt.Status == "delivered", price, price is null ? null : receipt.Currency, now);
        return null;
    }

    // What is answered leaves after the save: a post that comes twice is answered once. The number is nowhere but in this request.
    private static async Task<Func<Task>?> Answer(IServiceProvider services, Database db, SmsReply reply, DateTimeOffset now, CancellationToken stop)
    {
        if (reply.From is not { Length: <= 40 } from || Addresses.Number(from) is not { } number || reply.Text is not { } text) return null;
        if (await SmsInbound.Take(services, db, number, text, now, stop) is not { } said) return null;
        return () => SmsInbound.Send(services, number, said);
    }

    internal static Task<string?> Before(Database db, string id, CancellationToken stop) =>
        db.Set<SmsEvent>().Where(e => e.Id == id).Select(e => e.Signature).SingleOrDefaultAsync(stop);

    internal static async Task<byte[]?> Body(HttpRequest request, CancellationToken stop)
    {
        using var body = new MemoryStream();
        var room = new byte[1024];
        int read;
        while ((read = await request.Body.ReadAsync(room, stop)) > 0)
        {
            body.Write(room, 0, read);
            if (body.Length > MostBytes) return null;
        }
        return body.ToArray();
    }

    internal static T? Read<T>(byte[] body) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private interface ISmsNews
    {
        string? Id { get; }
    }

    private sealed record SmsReceipt(
        [property: JsonPropertyName("id")] string? Id, [property: JsonPropertyName("message")] string? Message, [property: JsonPropertyName("status")] string? Status,
        [property: JsonPropertyName("price")] decimal? Price, [property: JsonPropertyName("currency")] string? Currency) : ISmsNews;

    private sealed record SmsReply([property: JsonPropertyName("id")] string? Id, [property: JsonPropertyName("from")] string? From, [property: JsonPropertyName("text")] string? Text) : ISmsNews;
}
