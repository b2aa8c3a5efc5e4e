using System.Security.Cryptography;

namespace Amparo.Web.ConsolePages;

/// <summary>The console's style and script, linked under names that change with their content.</summary>
public static class ConsoleAssets
{
    private const string Folder = "/console/assets";
    private static readonly (string Path, byte[] Bytes, string Type)[] Files =
    [
        File("console", "css", "text/css; charset=utf-8"), File("console", "js", "text/javascript; charset=utf-8"),
    ];

    public static string Style => Files[0].Path;
    public static string Script => Files[1].Path;

    public static bool IsAsset(PathString path) => path.StartsWithSegments(Folder, StringComparison.Ordinal);

    public static void MapConsoleAssets(this WebApplication app)
    {
        foreach (var (path, bytes, type) in Files)
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], context => Send(context, bytes, type)).WithMetadata(new PublicAttribute("kernel.asset"));
    }

    private static Task Send(HttpContext context, byte[] bytes, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static (string, byte[], string) File(string name, string extension, string type)
    {
        using var stream = typeof(ConsoleAssets).Assembly.GetManifestResourceStream($"web.{name}.{extension}") ?? throw new InvalidOperationException($"{name}.{extension} is not embedded: build web/ first.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        return ($"{Folder}/{name}.{Convert.ToHexStringLower(SHA256.HashData(bytes))[..10]}.{extension}", bytes, type);
    }
}
