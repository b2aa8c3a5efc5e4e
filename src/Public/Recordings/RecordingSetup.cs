using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.Recordings;

internal static class RecordingSetup
{
    public static IServiceCollection AddRecordings(this IServiceCollection services) => services.AddSingleton<RecordingDoors>();

    public static void MapRecordings(this IEndpointRouteBuilder app)
    {
        var doors = app.ServiceProvider.GetRequiredService<RecordingDoors>();
        Map(app, "/recordings/{sha256:length(64)}.{end:length(3)}", doors.Sound);
        Map(app, "/packs/audio-{language:length(3)}.pack", doors.File);
        Map(app, "/packs/audio-{language:length(3)}.json", doors.Manifest);
    }

    // Before the doors of packs, whose names could be spelled so.
    private static void Map(IEndpointRouteBuilder app, string path, RequestDelegate answer) =>
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer).WithMetadata(new PublicAttribute("public.recordings")).WithOrder(-1);
}
