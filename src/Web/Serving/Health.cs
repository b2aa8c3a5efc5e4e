using Amparo.Publication;

namespace Amparo.Web.Serving;

/// <summary>Whether the process lives, and whether it can be sent readers. Both say nothing else about the inside.</summary>
internal static class Health
{
    private static readonly byte[] Ok = "ok"u8.ToArray();

    /// <param name="database">What is wrong with the database, or null; null itself where there is none.</param>
    public static void UseHealth(this WebApplication app, Func<HttpContext, Task<string?>>? database) => app.Use((context, next) => context.Request.Path.Value switch
    {
        "/health/live" => Live(context),
        "/health/ready" => Ready(context, database),
        _ => next(context),
    });

    private static Task Live(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = Ok.Length;
        return context.Response.Body.WriteAsync(Ok, context.RequestAborted).AsTask();
    }

    private static async Task Ready(HttpContext context, Func<HttpContext, Task<string?>>? ofDatabase)
    {
        context.Response.Headers.CacheControl = "no-store";
        var database = ofDatabase is null ? null : await ofDatabase(context);
        var edition = context.RequestServices.GetRequiredService<CurrentEdition>().Now;
        if (database is not null || edition is null) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync(database is not null ? "database not ready" : edition is null ? "no edition" : "ready", context.RequestAborted);
    }
}
