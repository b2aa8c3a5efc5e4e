using System.IO.Compression;
using Amparo.Public.Hsds;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.Feeds;

/// <summary>Everything that the edition says to machines: the HSDS interface, whole files, the sitemap, the feed, schema.org.</summary>
internal static class MachineOutputs
{
    public static IServiceCollection AddMachineOutputs(this IServiceCollection services) => services
        .AddHsds()
        .AddSingleton<KeptFiles>()
        .AddSingleton<Downloads>()
        .AddSingleton<Sitemap>()
        .AddSingleton<ChangesFeed>()
        .AddSingleton<SchemaOrg>();

    public static void MapMachineOutputs(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        app.MapHsds();
        Map(app, "/data/hsds.zip", "public.download", services.GetRequiredService<Downloads>().Package);
        Map(app, "/data/places.geojson", "public.download", services.GetRequiredService<Downloads>().Places);
        Map(app, "/sitemap.xml", "public.sitemap", services.GetRequiredService<Sitemap>().Index);
        Map(app, "/sitemap/{part}.xml", "public.sitemap", services.GetRequiredService<Sitemap>().Part);
        Map(app, "/robots.txt", "public.sitemap", services.GetRequiredService<Sitemap>().Robots);
        Map(app, "/{lang:lang}/changes.atom", "public.changes", services.GetRequiredService<ChangesFeed>().Send);
        Map(app, "/{lang:lang}/centres/{slug}.jsonld", "public.show", services.GetRequiredService<SchemaOrg>().Send);
    }

    /// <summary>Lies below a language and is no page: the cache of pages would send it as HTML.</summary>
    public static bool IsBesidePages(PathString path) =>
        path.Value is { } text && (text.EndsWith(".atom", StringComparison.Ordinal) || text.EndsWith(".jsonld", StringComparison.Ordinal));

    private static void Map(IEndpointRouteBuilder app, string path, string act, RequestDelegate answer) =>
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer).WithMetadata(new PublicAttribute(act));
}
