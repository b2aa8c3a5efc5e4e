using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Public.Errors;

/// <summary>What goes wrong inside becomes a page with a reference number; the log holds the same number and the exception, nothing of the request.</summary>
public static class Mistakes
{
    private const int GoneAway = 499;

    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        var errors = app.ApplicationServices.GetRequiredService<ErrorPage>();
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Amparo.Errors");
        return app.Use(next => context => Answer(context, next, errors, log));
    }

    private static async Task Answer(HttpContext context, RequestDelegate next, ErrorPage errors, ILogger log)
    {
        try
        {
            await next(context);
            var response = context.Response;
            if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null } && string.IsNullOrEmpty(response.ContentType))
                await errors.Write(context, response.StatusCode);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await errors.Write(context, bad.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted) context.Response.StatusCode = GoneAway;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var reference = ErrorPage.NewReference();
            log.LogError(failure, "Reference {Reference}", reference);
            await errors.Write(context, StatusCodes.Status500InternalServerError, reference);
        }
    }
}
