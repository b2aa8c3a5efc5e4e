using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>The one style that stands in each page, allowed by its hash, and the files that pages ask for, each under a name that changes with its content.</summary>
internal static class Assets
{
    private const string JavaScript = "text/javascript; charset=utf-8";

    private static readonly string Css = Encoding.UTF8.GetString(Read("web.site.css")).Trim();
    private static readonly string SheetCss = Encoding.UTF8.GetString(Read("web.sheet.css")).Trim();
    private static readonly string MapCss = Encoding.UTF8.GetString(Read("web.map.css")).Trim();
    private static readonly Dictionary<string, PackedFile> Scripts = new[] { "exit", "near", "app", "aloud", "map", "share" }.ToDictionary(n => n, n => new PackedFile(Read($"web.{n}.js"), JavaScript));

    /// <summary>The one style, and its hash as policies name it.</summary>
    public static string StyleText => Css;
    public static string StyleHash { get; } = HashOf(Css);

    public static HtmlString Style { get; } = new($"<style>{Css}</style>");
    private static readonly HtmlString SheetStyle = new($"<style>{SheetCss}</style>"), MapStyle = new($"<style>{MapCss}</style>");

    /// <summary>Pages that are printed and pages that show a map have styles besides.</summary>
    public static HtmlString StyleOf(PageFacts facts) => facts.IsSheet ? SheetStyle : facts.IsMap ? MapStyle : Style;

    public static string ExitScript { get; } = PathOf("exit");
    public static string NearScript { get; } = PathOf("near");
    public static string AppScript { get; } = PathOf("app");
    public static string AloudScript { get; } = PathOf("aloud");

    /// <summary>Draws the code on the share page that a phone makes itself.</summary>
    public static string ShareScript { get; } = PathOf("share");

    /// <summary>The button that fetches the map; all that is heavy comes after it was pressed.</summary>
    public static string MapScript { get; } = PathOf("map");

    /// <summary>What draws a map, and what it draws under the places.</summary>
    public static PackedFile MapProgram { get; } = new(Read("web.atlas.js.gz"), Read("web.atlas.js.br"), JavaScript);
    public static PackedFile BaseMap { get; } = new(Read("web.base.map.gz"), Read("web.base.map.br"), "application/octet-stream");
    public static string MapProgramPath { get; } = $"/assets/atlas.{MapProgram.Hash[..10]}.js";
    public static string BaseMapPath { get; } = $"/assets/base.{BaseMap.Hash[..10]}.map";

    /// <summary>Fetches recordings, checks and keeps them: only on the page that offers some.</summary>
    public static PackedFile AudioScript { get; } = new(Read("web.audio.js"), JavaScript);
    public static string AudioScriptPath { get; } = $"/assets/audio.{AudioScript.Hash[..10]}.js";

    private static readonly Dictionary<string, PackedFile> Files = new(Scripts.Select(s => KeyValuePair.Create(PathOf(s.Key), s.Value))) { [MapProgramPath] = MapProgram, [BaseMapPath] = BaseMap, [AudioScriptPath] = AudioScript };

    /// <summary>Scripts of the pages; the map's own are not among them, since they come when somebody asks for a map.</summary>
    public static IReadOnlyList<string> ScriptPaths { get; } = [.. Scripts.Keys.Select(PathOf).Order(StringComparer.Ordinal)];

    /// <summary>Bytes of all scripts on the line.</summary>
    public static long PackedSize { get; } = Scripts.Values.Sum(s => s.BytesAs(PackedAs.Gzip));

    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; media-src 'self'; style-src ";

    private static readonly Policies Page = PoliciesOf(Css), Sheet = PoliciesOf(SheetCss), Map = PoliciesOf(MapCss);

    /// <summary>What a public page may load: its own style, and scripts of this site where it has one.</summary>
    public static string PolicyWithoutScript => Page.Without;
    public static string PolicyWithScript => Page.With;

    public static string PolicyOf(PageFacts facts)
    {
        if (facts.IsMap) return Map.With;
        var policies = facts.IsSheet ? Sheet : Page;
        return facts.IsForHomeScreen ? policies.WithPicture : facts.HasScript ? policies.With : policies.Without;
    }

    public static bool IsAsset(PathString path) => path.StartsWithSegments("/assets", StringComparison.Ordinal);

    public static Task Send(HttpContext context)
    {
        if (Files.TryGetValue(context.Request.Path.Value!, out var file)) return file.Send(context, PackedFile.ForAYear);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Policies PoliciesOf(string css)
    {
        var without = Nothing + HashOf(css);
        var with = $"{without}; script-src 'self'; connect-src 'self'";
        return new(without, with, $"{with}; manifest-src 'self'; img-src 'self'");
    }

    private static string HashOf(string css) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'";

    private static string PathOf(string name) => $"/assets/{name}.{Scripts[name].Hash[..10]}.js";

    internal static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded: build web/ first.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>From the strictest to what a page may ask for that stands on the home screen.</summary>
    private sealed record Policies(string Without, string With, string WithPicture);
}
