using Amparo.Publication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.Packs;

internal static class PackSetup
{
    public static IServiceCollection AddPacks(this IServiceCollection services) => services
        .AddSingleton<IPackPages, PackPages>()
        .AddSingleton<PackBuilder>()
        .AddSingleton<PackDeltas>()
        .AddSingleton<DownloadCounts>()
        .AddSingleton<PackInspection>()
        .AddSingleton<LatelySent>()
        .AddSingleton<PackDoors>();

    public static void MapPacks(this IEndpointRouteBuilder app)
    {
        var doors = app.ServiceProvider.GetRequiredService<PackDoors>();
        Map(app, "/packs", "public.packs", doors.Index);
        Map(app, "/packs/revoked", "public.packs", doors.Revoked);
        Map(app, "/packs/{name}.pack", "public.packs", doors.File);
        Map(app, "/packs/{name}.html", "public.packs", doors.Page);
        Map(app, "/packs/{name}", "public.packs", doors.Body);
        Map(app, "/packs/{name}/from/{id}", "public.packs", doors.Delta);
    }

    private static void Map(IEndpointRouteBuilder app, string path, string act, RequestDelegate answer) =>
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer).WithMetadata(new PublicAttribute(act));
}
