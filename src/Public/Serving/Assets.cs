using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>The one style that stands in each page, allowed by its hash, and the scripts, each under a name that changes with its content.</summary>
internal static class Assets
{
    private static readonly string Css = Encoding.UTF8.GetString(Read("web.site.css")).Trim();
    private static readonly string SheetCss = Encoding.UTF8.GetString(Read("web.sheet.css")).Trim();
    private static readonly string MapCss = Encoding.UTF8.GetString(Read("web.map.css")).Trim();
    private static readonly Dictionary<string, byte[]> Scripts = new[] { "exit", "near", "aloud", "map" }.ToDictionary(PathOf, name => Read($"web.{name}.js"));

    /// <summary>The one style, and its hash as policies name it.</summary>
    public static string StyleText => Css;
    public static string StyleHash { get; } = HashOf(Css);

    public static HtmlString Style { get; } = new($"<style>{Css}</style>");

    /// <summary>Of pages that are made to be printed.</summary>
    private static readonly HtmlString SheetStyle = new($"<style>{SheetCss}</style>");

    private static readonly HtmlString MapStyle = new($"<style>{MapCss}</style>");

    public static HtmlString StyleOf(PageFacts facts) => facts.IsSheet ? SheetStyle : facts.IsMap ? MapStyle : Style;

    public static string ExitScript { get; } = PathOf("exit");
    public static string NearScript { get; } = PathOf("near");
    public static string AloudScript { get; } = PathOf("aloud");

    /// <summary>The button that fetches the map; all that is heavy comes after it was pressed.</summary>
    public static string MapScript { get; } = PathOf("map");

    /// <summary>What draws a map, and what it draws under the places.</summary>
    public static PackedAsset MapProgram { get; } = new("atlas", "js", "text/javascript; charset=utf-8", Read("web.atlas.js.gz"), Read("web.atlas.js.br"));
    public static PackedAsset BaseMap { get; } = new("base", "map", "application/octet-stream", Read("web.base.map.gz"), Read("web.base.map.br"));

    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src ";

    private static readonly (string Without, string With) Page = Policies(Css), Sheet = Policies(SheetCss);
    private static readonly string Map = $"{Policies(MapCss).With}; connect-src 'self'";

    /// <summary>What a public page may load: its own style, and scripts of this site where it has one.</summary>
    public static string PolicyWithoutScript => Page.Without;
    public static string PolicyWithScript => Page.With;

    public static string PolicyOf(PageFacts facts) => facts.IsMap ? Map : (facts.IsSheet ? Sheet : Page) is var policies && facts.HasScript ? policies.With : policies.Without;

    public static bool IsAsset(PathString path) => path.StartsWithSegments("/assets", StringComparison.Ordinal);

    public static async Task Send(HttpContext context)
    {
        if (new[] { MapProgram, BaseMap }.FirstOrDefault(a => a.Path == context.Request.Path.Value) is { } packed)
        {
            await packed.Send(context);
            return;
        }
        if (!Scripts.TryGetValue(context.Request.Path.Value!, out var script))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = "text/javascript; charset=utf-8";
        context.Response.ContentLength = script.Length;
        context.Response.Headers.CacheControl = PackedAsset.ForAYear;
        await context.Response.Body.WriteAsync(script, context.RequestAborted);
    }

    private static (string Without, string With) Policies(string css)
    {
        var without = Nothing + HashOf(css);
        return (without, $"{without}; script-src 'self'");
    }

    private static string HashOf(string css) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'";

    private static string PathOf(string name) => $"/assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(Read($"web.{name}.js")))[..10]}.js";

    private static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded: build web/ first.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
