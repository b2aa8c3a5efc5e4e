using System.Net;

namespace Amparo.Web.ConsolePages;

/// <summary>What the console says where there is nothing to show: written by hand, so that it cannot break with what broke.</summary>
internal static class ConsoleProblem
{
    private static readonly int[] Known = [400, 403, 404, 405, 409];

    public static bool IsUnsaid(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400 and < 500, ContentLength: null } && string.IsNullOrEmpty(response.ContentType);

    public static Task Write(HttpContext context)
    {
        var services = context.RequestServices;
        var best = Languages.Best(context.Request.Headers.AcceptLanguage);
        var w = services.GetRequiredService<Texts>().In(services.GetRequiredService<CurrentUser>().Session?.Language ?? (ConsolePage.Languages.Contains(best) ? best : Languages.Base));
        string Say(string key) => WebUtility.HtmlEncode(w[key]);
        var status = Known.Contains(context.Response.StatusCode) ? context.Response.StatusCode : 400;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="{w.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
            <title>{Say($"console.problem.{status}")} · Amparo</title><link rel="stylesheet" href="{ConsoleAssets.Style}"></head>
            <body><header class="rail"><a class="mark" href="{ConsolePaths.Start}">Amparo</a></header>
            <main id="main"><h1>{Say($"console.problem.{status}")}</h1><p>{Say("console.problem.what_now")}</p>
            <p><a class="button" href="{ConsolePaths.Start}">{Say("console.menu.work")}</a></p></main>
            <footer class="foot"><p>{Say("console.recorded")}</p><p><a href="/{w.Language}/complaint">{Say("console.speak_up")}</a></p></footer></body></html>
            """, context.RequestAborted);
    }
}
