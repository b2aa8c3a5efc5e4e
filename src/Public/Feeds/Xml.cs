using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Feeds;

/// <summary>XML that leaves piece by piece, so that a part of ten thousand addresses needs no memory of its own.</summary>
internal static class Xml
{
    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true, CloseOutput = false };

    public static async Task Send(HttpContext context, string type, Func<XmlWriter, Task> write)
    {
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "public, max-age=60";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await using var xml = XmlWriter.Create(context.Response.Body, Settings);
        await xml.WriteStartDocumentAsync();
        await write(xml);
        await xml.WriteEndDocumentAsync();
    }

    public static Task Element(this XmlWriter xml, string name, string space, string? value) =>
        xml.WriteElementStringAsync(null, name, space, Clean(value));

    /// <summary>Without the characters that XML cannot hold at all.</summary>
    public static string Clean(string? text) =>
        text is null || text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? text ?? "" : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
