using System.Text;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Feeds;

internal static class Plain
{
    public static Task NotFound(HttpContext context, string sentence) => Send(context, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", sentence + "\n");

    public static Task Send(HttpContext context, int status, string type, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = status == StatusCodes.Status200OK ? "public, max-age=60" : "no-store";
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
