using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Kernel;

/// <summary>
/// The same conversation for flows that ask by a webhook and send the answer themselves, as RapidPro and TextIt do: a shared secret in
/// <c>Authorization: Bearer</c>, JSON in, <c>{"text","parts","encoding"}</c> out. An empty text means: send nothing.
/// </summary>
public static class SmsWebhook
{
    public const string Path = "/sms/webhook";
    private const string Scheme = "Bearer ", Telephone = "tel:";

    internal static WebApplication MapSmsWebhook(this WebApplication app)
    {
        app.MapPost(Path, Take).WithMetadata(new PublicAttribute("kernel.sms_webhook"));
        return app;
    }

    private static async Task Take(HttpContext context)
    {
        var (services, stop) = (context.RequestServices, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        if (services.GetRequiredService<IOptions<SmsSettings>>().Value.WebhookSecret is not { Length: >= 16 } secret)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var came = context.Request.Headers.Authorization.ToString();
        if (!came.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !SmsInbound.IsSecret(secret, came[Scheme.Length..].Trim()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var call = await SmsHooks.Body(context.Request, stop) is { } body ? SmsHooks.Read<Call>(body) : null;
        var (id, urn, text) = (call?.Input?.Uuid, call?.Contact?.Urn ?? call?.Input?.Urn, call?.Input?.Text);
        if (id is not { Length: > 0 and <= 200 } || text is null || urn is not { Length: <= 60 } || !urn.StartsWith(Telephone, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await context.Response.WriteAsJsonAsync(Said(await Answer(services, id, urn[Telephone.Length..], text, stop)), CompactJson.Options, stop);
    }

    // A number without its country, or a short one, belongs to a machine or to nobody we could answer.
    private static async Task<string?> Answer(IServiceProvider services, string id, string typed, string text, CancellationToken stop)
    {
        if (Addresses.Number(typed.StartsWith('+') ? typed : "+" + typed) is not { } number) return null;
        var (db, now) = (services.GetRequiredService<Database>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"webhook|{id}")));
        if (await SmsHooks.Before(db, name, stop) is not null) return null;
        db.Add(new SmsEvent { Id = name, Signature = "webhook", At = now });
        var said = await SmsInbound.Take(services, db, number, text, now, stop);
        try
        {
            await db.SaveChangesAsync(stop);
            return said;
        }
        catch (DbUpdateException)
        {
            return null; // its twin came at the same moment and is answered
        }
    }

    private static object Said(string? text) => text is null
        ? new { text = "", parts = 0, encoding = "" }
        : new { text, parts = SmsLength.Of(text).Segments, encoding = SmsLength.Of(text).IsPlain ? "GSM-7" : "UCS-2" };

    private sealed record Call([property: JsonPropertyName("contact")] CallContact? Contact, [property: JsonPropertyName("input")] CallInput? Input);

    private sealed record CallContact([property: JsonPropertyName("urn")] string? Urn);

    private sealed record CallInput([property: JsonPropertyName("uuid")] string? Uuid, [property: JsonPropertyName("text")] string? Text, [property: JsonPropertyName("urn")] string? Urn);
}
