using System.Globalization;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.HubBox;

/// <summary>
/// One screen for many people: no answer may be kept by its browser, each page goes back to the start by itself, and the page of
/// "I am done" wipes what a browser holds where it lets itself be told (https).
/// </summary>
public static class Kiosk
{
    public static IApplicationBuilder UseKiosk(this IApplicationBuilder app, HubSettings hub) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Mark(context, hub);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Mark(HttpContext context, HubSettings hub)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.Remove("ETag");
        var path = context.Request.Path.Value!;
        if (Address.LanguageOf(path) is not { } language || IsFile(headers.ContentType.ToString())) return;
        if (DoneModel.IsPath(path))
        {
            headers["Refresh"] = "8; url=/";
            if (context.Request.IsHttps) headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        }
        else if (path.Length > 4)
        {
            var idle = PageFacts.Of(context) is { HasForm: true, IsForOneReader: true } ? hub.IdleWriting : hub.Idle;
            headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{(int)idle.TotalSeconds}; url=/{language}/done");
        }
    }

    private static bool IsFile(string type) => !type.StartsWith("text/html", StringComparison.Ordinal);
}
