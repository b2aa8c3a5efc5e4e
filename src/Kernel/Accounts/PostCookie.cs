using Microsoft.AspNetCore.Http;

namespace Amparo.Kernel;

/// <summary>The words of the covered sessions of a shared computer. Without a PIN they open nothing.</summary>
public static class PostCookie
{
    public const string Name = "__Host-amparo-post";

    public static IReadOnlyList<string> Of(HttpRequest request) =>
        [.. (request.Cookies[Name] ?? "").Split('.').Where(t => t.Length is > 20 and < 100).Distinct().Take(SharedPost.MostOfficers)];

    /// <summary>Puts a word among them. Where there are too many the oldest goes: that officer signs in fully again.</summary>
    public static void Add(HttpContext context, string token) => Keep(context, [.. Of(context.Request).Where(t => t != token).TakeLast(SharedPost.MostOfficers - 1), token]);

    public static void Keep(HttpContext context, IReadOnlyList<string> tokens)
    {
        if (tokens.Count == 0) context.Response.Cookies.Delete(Name, SessionCookie.Options);
        else context.Response.Cookies.Append(Name, string.Join('.', tokens), SessionCookie.Options);
    }
}
