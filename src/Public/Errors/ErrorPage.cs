using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Public.HubBox;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Errors;

/// <summary>
/// A clear page in the reader's language. It is written by hand, without routing, pages or an edition: what shows that
/// something broke must not break with it.
/// </summary>
internal sealed class ErrorPage(Texts texts, CurrentEdition current, HubSettings? hub = null)
{
    private static readonly int[] Known = [400, 403, 404, 405, 409, 413, 414, 429, 500, 503];

    /// <summary>What the reader can tell and the log can find; it says nothing of either.</summary>
    public static string NewReference() => Convert.ToHexString(RandomNumberGenerator.GetBytes(4));

    public Task Write(HttpContext context, int status, string? reference = null)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Request.Path.StartsWithSegments("/api") ? WriteProblem(context, status, reference) : WritePage(context, status, reference);
    }

    private Task WriteProblem(HttpContext context, int status, string? reference)
    {
        var words = texts.In(Languages.Best(context.Request.Headers.AcceptLanguage));
        var problem = new Dictionary<string, object> { ["type"] = "about:blank", ["title"] = words[KeyOf(status)], ["status"] = status };
        if (reference is not null) problem["reference"] = reference;
        return Send(context, JsonSerializer.SerializeToUtf8Bytes(problem), "application/problem+json");
    }

    private Task WritePage(HttpContext context, int status, string? reference)
    {
        var language = Address.LanguageOf(context.Request.Path.Value!) ?? Languages.Best(context.Request.Headers.AcceptLanguage);
        context.Response.Headers.ContentSecurityPolicy = Assets.PolicyWithoutScript;
        context.Response.Headers.Vary = "Accept-Encoding, Accept-Language";
        var form = Packed.For(context.Request.Headers.AcceptEncoding);
        if (Packed.NameOf(form) is { } encoding) context.Response.Headers.ContentEncoding = encoding;
        return Send(context, Packed.Pack(Encoding.UTF8.GetBytes(Html(texts.In(language), status, reference)), form, small: false), "text/html; charset=utf-8");
    }

    private string Html(Words w, int status, string? reference)
    {
        string Say(string key) => WebUtility.HtmlEncode(w[key]);
        var home = $"/{w.Language}/";
        var bar = current.Now is { Info.IsDemonstration: true } ? $"""<div class="bar"><div class="wrap">{Say("public.demonstration")}</div></div>""" : "";
        var done = hub is { IsKiosk: true } ? $"""<a class="button quiet" href="{home}done">{Say("public.hub.done")}</a>""" : "";
        var languages = string.Concat(Languages.All.Where(l => l != w.Language).Select(l => $"""<li><a href="/{l}/" lang="{l}" hreflang="{l}">{Languages.NameOf(l)}</a></li>"""));
        var told = reference is null ? "" : $"<p class=\"meta\">{WebUtility.HtmlEncode(w.Say("public.error.reference", ("reference", reference)))}</p>";
        return $"""
            <!doctype html>
            <html lang="{w.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
            <title>{Say("public.title.page")}</title>{Assets.Style}</head>
            <body><header><div class="top"><div class="wrap"><a class="mark" href="{home}">Amparo</a>
            <details class="lang"><summary>{w.Language.ToUpperInvariant()}</summary><ul>{languages}</ul></details>
            <a class="exit" href="{home}exit">{Say("public.exit")}</a></div></div>{bar}</header>
            <main class="wrap" id="main"><h1>{Say(KeyOf(status))}</h1><p>{Say("public.error.what_now")}</p>{told}
            <p class="acts"><a class="button" href="{home}">{Say("public.error.home")}</a><a class="button quiet" href="{home}danger">{Say("public.ask.danger")}</a>{done}</p></main>
            <footer class="wrap"><div class="foot"><p><a href="{home}complaint">{Say("public.complaint.link")}</a></p>
            <p>{WebUtility.HtmlEncode(w.Say("public.size", ("kb", Packed.SizeMark)))}</p></div></footer></body></html>
            """;
    }

    private static string KeyOf(int status) => $"public.error.{(Known.Contains(status) ? status : status < 500 ? 400 : 500)}";

    private static Task Send(HttpContext context, byte[] body, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
