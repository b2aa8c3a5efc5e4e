using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.Hsds;

/// <summary>The interface for other directories: Open Referral HSDS 3.0 over the current edition.</summary>
internal static class HsdsApi
{
    public const string Root = "/api/hsds/v3";
    public const string Act = "public.hsds";

    private static readonly (string Path, Resource Resource)[] Lists =
    [
        ("services", Resource.Services), ("service_at_locations", Resource.ServiceAtLocations), ("organizations", Resource.Organizations),
        ("taxonomies", Resource.Taxonomies), ("taxonomy_terms", Resource.TaxonomyTerms),
    ];

    public static IServiceCollection AddHsds(this IServiceCollection services) => services
        .AddSingleton<Catalogues>()
        .AddSingleton<KeptAnswers>()
        .AddSingleton<Answers>();

    public static void MapHsds(this IEndpointRouteBuilder app)
    {
        var answers = app.ServiceProvider.GetRequiredService<Answers>();
        Read(app, "", context => answers.Answer(context, Resource.Api, one: true, named: false));
        foreach (var (path, resource) in Lists)
        {
            Read(app, $"/{path}", context => answers.Answer(context, resource, one: false, named: false));
            Read(app, $"/{path}/{{id}}", context => answers.Answer(context, resource, one: true, named: true));
        }
        app.Map($"{Root}/{{**unknown}}", Unknown).WithMetadata(new PublicAttribute(Act));
    }

    private static void Read(IEndpointRouteBuilder app, string path, RequestDelegate answer) =>
        app.MapMethods(Root + path, [HttpMethods.Get, HttpMethods.Head], answer).WithMetadata(new PublicAttribute(Act));

    private static Task Unknown(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return Problem.Send(context, StatusCodes.Status404NotFound, $"The interface has no such address: {Root}/ says what it is, and HSDS 3.0 which addresses it has.");
        context.Response.Headers.Allow = "GET, HEAD";
        return Problem.Send(context, StatusCodes.Status405MethodNotAllowed, "The interface can only be read: GET and HEAD.");
    }
}
