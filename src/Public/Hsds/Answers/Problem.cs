using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Amparo.Public.Hsds;

/// <summary>
/// What was asked for cannot be answered, as RFC 9457 says it: a status and a sentence that says what to do. In English, as
/// all names of the interface are; it never repeats what was sent.
/// </summary>
internal sealed class Problem(int status, string detail) : Exception(detail)
{
    public int Status => status;

    public static Problem Bad(string detail) => new(StatusCodes.Status400BadRequest, detail);

    public static Problem NotFound(string detail) => new(StatusCodes.Status404NotFound, detail);

    public Task Send(HttpContext context) => Send(context, status, Message);

    public static async Task Send(HttpContext context, int status, string detail)
    {
        using var room = new MemoryStream();
        await using (var json = new Utf8JsonWriter(room))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteEndObject();
        }
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = "en";
        response.ContentLength = room.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(room.GetBuffer().AsMemory(0, (int)room.Length), context.RequestAborted);
    }
}
