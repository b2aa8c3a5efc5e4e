using System.Text.Json;
using Amparo.Public.Feeds;
using Amparo.Public.Packs;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Amparo.Public.App;

/// <summary>The files of the app. Each is the same for whoever keeps the same pack.</summary>
internal sealed class AppDoors(AppFiles files, KeptShells shells)
{
    private const string AskAgain = "no-cache";

    public void Map(IEndpointRouteBuilder app)
    {
        void Door(string path, RequestDelegate answer) => app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer).WithMetadata(new PublicAttribute("public.packs"));
        Door("/sw.js", Worker);
        Door("/packs/{name}/pages", Pages);
        Door("/app/words.{id}.json", Words);
        Door("/app/{lang:lang}/{name}.webmanifest", Manifest);
        Door("/app/{name}.png", Icon);
    }

    private Task Worker(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'";
        return files.Worker.Send(context, AskAgain);
    }

    private Task Words(HttpContext context) => context.Request.Path == files.WordsPath ? files.Words.Send(context, PackedFile.ForAYear) : Plain.NotFound(context, "These are not the words of this version.");

    private Task Manifest(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        return HomeScreen.Of(name) is { } screen && screen.Name == name
            ? files.Manifest((string)context.Request.RouteValues["lang"]!, screen).Send(context, AskAgain)
            : Plain.NotFound(context, "There is no such name.");
    }

    private static Task Icon(HttpContext context)
    {
        if (AppFiles.Icon((string)context.Request.RouteValues["name"]!) is not { } picture) return Plain.NotFound(context, "There is no such picture.");
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(picture, "image/png").ExecuteAsync(context);
    }

    private async Task Pages(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        if (!PackNames.Is(name) || await shells.Of(name, context.RequestAborted) is not { } shell) await Plain.NotFound(context, "There is no such pack.");
        else await shell.Send(context, AskAgain);
    }
}
