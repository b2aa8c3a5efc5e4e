using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Public.Layout;
using Amparo.Public.Packs;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.App;

/// <summary>
/// The readers' own pages around a pack, for a phone that has no network later. They are asked of the site itself, so that what the
/// phone shows is what the server would have shown.
/// </summary>
internal sealed class ShellPages(IServiceScopeFactory scopes, AppFiles files, KeyFolder keys)
{
    /// <summary>Answers a request for a page; set by whoever composes the server.</summary>
    public RequestDelegate Pages { get; set; } = _ => throw new InvalidOperationException("The pages are not there yet.");

    /// <summary>Changes with the program, and not with what readers see.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', AppFiles.Scripts.Append(files.WordsPath).Append(files.Worker.Hash).Append(typeof(ShellPages).Module.ModuleVersionId.ToString())))))[..16];

    /// <exception cref="KeyRefused">There is no root key that a phone could believe.</exception>
    public async Task<byte[]> Of(string language, IReadOnlyList<string> countries, string? sample, CancellationToken stop)
    {
        var json = new ArrayBufferWriter<byte>(1 << 18);
        await using var writer = new Utf8JsonWriter(json, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("version", Version);
        writer.WriteString("root", keys.RootForPhones());
        writer.WriteString("words", files.WordsPath);
        writer.WriteStartArray("assets");
        foreach (var script in AppFiles.Scripts) writer.WriteStringValue(script);
        writer.WriteEndArray();
        writer.WriteStartObject("pages");
        foreach (var path in Paths(countries, sample).Select(p => $"/{language}{p}"))
            if (await Page(path, stop) is { } page)
            {
                writer.WriteStartObject(path);
                writer.WriteString("html", page.Html);
                writer.WriteString("policy", page.Policy);
                writer.WriteString("referrer", page.Referrer);
                writer.WriteEndObject();
            }
        writer.WriteEndObject();
        writer.WriteEndObject();
        await writer.FlushAsync(stop);
        return json.WrittenSpan.ToArray();
    }

    private static IEnumerable<string> Paths(IReadOnlyList<string> countries, string? sample)
    {
        var own = countries.Where(Countries.Region.Contains).ToList();
        IEnumerable<string> paths = ["/", "/?look=signs", "/centres", "/map", "/consulates", "/emergency", "/danger", .. own.Select(c => $"/danger?country={c}"), "/child", .. own.Select(c => $"/child?country={c}"), "/exit", "/privacy", "/institutions"];
        return paths.Concat(sample is null ? [] : [$"/centres/{sample}"]).Concat(OfflineModel.Whats.Select(w => $"/offline{(w.Length > 0 ? "/" : "")}{w}"));
    }

    private async Task<(string Html, string Policy, string Referrer)?> Page(string address, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = stop };
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = (HttpMethods.Get, "http", new HostString("localhost"));
        (context.Request.Path, context.Request.QueryString) = query < 0 ? (address, QueryString.Empty) : (address[..query], new QueryString(address[query..]));
        context.Response.Body = body;
        await Pages(context);
        if (context.Response.StatusCode != StatusCodes.Status200OK) return null;
        var headers = context.Response.Headers;
        return (Slots.Plain(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)), headers.ContentSecurityPolicy.ToString(), headers["Referrer-Policy"].ToString());
    }
}
