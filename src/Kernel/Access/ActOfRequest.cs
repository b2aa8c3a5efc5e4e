using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Kernel;

public static class ActOfRequest
{
    /// <summary>
    /// Sets the act from the endpoint that routing chose, after authorization allowed it. What has no act cannot write.
    /// Only writes ask for the user: a page that is only read must not pay for a scope.
    /// </summary>
    public static IApplicationBuilder UseActs(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<IActOfEndpoint>() is { } endpoint)
            context.RequestServices.GetRequiredService<CurrentUser>().Act = endpoint.Act;
        return next(context);
    });
}
