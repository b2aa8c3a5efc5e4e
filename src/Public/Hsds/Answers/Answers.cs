using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Hsds;

/// <summary>Answers requests of the interface: from what is kept, else written from the edition.</summary>
internal sealed class Answers(CurrentEdition current, Catalogues catalogues, KeptAnswers kept, PublicSettings settings, Texts texts, TimeProvider clock)
{
    private const int ClientSeconds = 60;
    private const string Json = "application/json";
    private const string Ndjson = "application/x-ndjson";
    private readonly Words _words = texts.In(Languages.Base);

    public async Task Answer(HttpContext context, Resource resource, bool one, bool named)
    {
        // Public data, the same for everybody, read without cookies: any page of anybody may ask, and nothing can be sent.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.Vary = "Accept-Encoding";
        try
        {
            await Answer(context, Asked.Read(context, resource, named ? IdOf(context) : null), one);
        }
        catch (Problem problem) when (!context.Response.HasStarted)
        {
            await problem.Send(context);
        }
    }

    private static Guid IdOf(HttpContext context) =>
        context.Request.RouteValues["id"] is string text && Guid.TryParseExact(text, "D", out var id) ? id : throw Problem.NotFound("Nothing has this identifier: they are UUIDs, as the lists show them.");

    private async Task Answer(HttpContext context, Asked asked, bool one)
    {
        if (current.Now is not { } edition) throw new Problem(StatusCodes.Status503ServiceUnavailable, "No edition is published yet: ask again in a minute.");
        var now = clock.GetUtcNow();
        var form = Packed.For(context.Request.Headers.AcceptEncoding);
        if (kept.Find(asked, form, edition.Info, now) is { } known)
        {
            await Send(context, asked, known, now);
            return;
        }
        var moment = new Moment(now);
        var type = asked.Lines && !one ? Ndjson : Json;
        var body = new AnswerBody(context, () => Begin(context, asked, type, moment.GoodUntil, now));
        using var work = new Writing(catalogues.Of(edition), asked, moment, body, _words, settings.PublicUrl);
        await (one ? work.One() : work.List());
        if (body.IsOnItsWay)
        {
            await body.SendOn();
            return;
        }
        var packed = Packed.Pack(body.Whole.Span, form, small: false);
        var answer = new KeptAnswer(packed, form, $"\"{Convert.ToHexStringLower(SHA256.HashData(packed).AsSpan(0, 12))}\"", type, moment.GoodUntil, edition.Info);
        kept.Keep(asked, answer);
        await Send(context, asked, answer, now);
    }

    private static Task Send(HttpContext context, Asked asked, KeptAnswer answer, DateTimeOffset now)
    {
        var headers = context.Response.Headers;
        headers.ETag = answer.ETag;
        if (Tags.AreSame(context.Request.Headers.IfNoneMatch, answer.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            headers.CacheControl = HowLong(asked, answer.GoodUntil, now);
            return Task.CompletedTask;
        }
        Begin(context, asked, answer.Type, answer.GoodUntil, now);
        if (Packed.NameOf(answer.Form) is { } encoding) headers.ContentEncoding = encoding;
        context.Response.ContentLength = answer.Body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).AsTask();
    }

    private static void Begin(HttpContext context, Asked asked, string type, DateTimeOffset goodUntil, DateTimeOffset now)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = HowLong(asked, goodUntil, now);
    }

    private static string HowLong(Asked asked, DateTimeOffset goodUntil, DateTimeOffset now) =>
        asked.IsPersonal ? "no-store"
        : goodUntil - now >= TimeSpan.FromSeconds(ClientSeconds) ? "public, max-age=60"
        : string.Create(CultureInfo.InvariantCulture, $"public, max-age={Math.Max(0, (int)(goodUntil - now).TotalSeconds)}");
}
