using System.Security.Cryptography;
using System.Text;
using Amparo.Public.App;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>The one style that stands in each page, allowed by its hash, and the scripts, each under a name that changes with its content.</summary>
internal static class Assets
{
    private static readonly string Css = Encoding.UTF8.GetString(Read("web.site.css")).Trim();
    private static readonly string SheetCss = Encoding.UTF8.GetString(Read("web.sheet.css")).Trim();
    private static readonly Dictionary<string, PackedFile> Scripts = new[] { "exit", "near", "app" }.ToDictionary(PathOf, name => new PackedFile(Read($"web.{name}.js"), "text/javascript; charset=utf-8"));

    /// <summary>The one style, and its hash as policies name it.</summary>
    public static string StyleText => Css;
    public static string StyleHash { get; } = HashOf(Css);

    public static HtmlString Style { get; } = new($"<style>{Css}</style>");

    /// <summary>Of pages that are made to be printed.</summary>
    public static HtmlString SheetStyle { get; } = new($"<style>{SheetCss}</style>");

    public static string ExitScript { get; } = PathOf("exit");
    public static string NearScript { get; } = PathOf("near");
    public static string AppScript { get; } = PathOf("app");

    public static IReadOnlyList<string> ScriptPaths { get; } = [.. Scripts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Bytes of all scripts on the line.</summary>
    public static long PackedSize { get; } = Scripts.Values.Sum(s => s.PackedSize);

    private const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src ";

    private static readonly Policies Page = PoliciesOf(Css), Sheet = PoliciesOf(SheetCss);

    /// <summary>What a public page may load: its own style, and scripts of this site where it has one.</summary>
    public static string PolicyWithoutScript => Page.Without;
    public static string PolicyWithScript => Page.With;

    public static string PolicyOf(PageFacts facts)
    {
        var policies = facts.IsSheet ? Sheet : Page;
        return facts.HasApp || (facts.IsWrittenIn && facts.HasScript) ? policies.WithApp : facts.HasScript ? policies.With : policies.Without;
    }

    public static bool IsAsset(PathString path) => path.StartsWithSegments("/assets", StringComparison.Ordinal);

    public static Task Send(HttpContext context)
    {
        if (Scripts.TryGetValue(context.Request.Path.Value!, out var script)) return script.Send(context, "public, max-age=31536000, immutable");
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Policies PoliciesOf(string css)
    {
        var without = Nothing + HashOf(css);
        var with = $"{without}; script-src 'self'";
        return new(without, with, $"{with}; connect-src 'self'; manifest-src 'self'; img-src 'self'");
    }

    private static string HashOf(string css) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'";

    private static string PathOf(string name) => $"/assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(Read($"web.{name}.js")))[..10]}.js";

    internal static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded: build web/ first.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed record Policies(string Without, string With, string WithApp);
}
