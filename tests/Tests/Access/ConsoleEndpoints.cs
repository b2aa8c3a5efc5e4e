using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Amparo.Tests.Access;

/// <summary>One door: an address with a method and the act that it needs.</summary>
internal sealed record ConsoleDoor(string Method, string Route, string Act, bool IsPublic, IReadOnlyList<string> Parameters)
{
    public bool IsUnsafe => Method is not "GET";
    public override string ToString() => $"{Method} {Route}";
}

/// <summary>Every door of the running program, found in it: a page that somebody adds tomorrow is here tomorrow.</summary>
internal static class ConsoleEndpoints
{
    public static async Task<IReadOnlyList<ConsoleDoor>> Of(IServiceProvider services)
    {
        var doors = new List<ConsoleDoor>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Distinct())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (!ConsolePaths.IsConsole(route) || endpoint.Metadata.GetMetadata<IActOfEndpoint>() is not { } act) continue;
            foreach (var method in await Methods(services, endpoint))
                doors.Add(new(method, route, act.Act, act is PublicAttribute, [.. endpoint.RoutePattern.Parameters.Select(p => p.Name)]));
        }
        return [.. doors.DistinctBy(d => d.ToString()).OrderBy(d => d.Route).ThenBy(d => d.Method)];
    }

    private static async Task<IEnumerable<string>> Methods(IServiceProvider services, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(m => m is not "HEAD") ?? ["GET", "POST"];
        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        return compiled.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Distinct();
    }
}
