using System.Security.Claims;
using Amparo.Web.Serving;

namespace Amparo.Web.ConsolePages;

/// <summary>
/// What a request of the console meets first: nothing of it is kept by a browser, what another site sent is refused, and who
/// it is is read from the database. Pages for readers do not pass here: they cost no cookie and no query.
/// </summary>
internal static class ConsoleGate
{
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'";

    public static void UseConsole(this WebApplication app)
    {
        var publicUrl = app.Configuration["Amparo:PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : null;
        app.UseWhen(context => ConsolePaths.IsConsole(context.Request.Path) && !ConsoleAssets.IsAsset(context.Request.Path), console => console.Use((context, next) => Pass(context, next, publicUrl)));
    }

    private static async Task Pass(HttpContext context, RequestDelegate next, string? publicUrl)
    {
        await Look(context, next, publicUrl);
        if (ConsoleProblem.IsUnsaid(context.Response)) await ConsoleProblem.Write(context);
    }

    private static async Task Look(HttpContext context, RequestDelegate next, string? publicUrl)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        // In these very words: of any others the framework says in the log, at every page with a form, that it changed them.
        headers.CacheControl = "no-cache, no-store";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        // Passkeys belong to a name: the same machine under its number would be a stranger to them.
        if (isRead && context.Request.Host.Host is "127.0.0.1")
        {
            context.Response.Redirect($"{context.Request.Scheme}://localhost{(context.Request.Host.Port is { } port ? $":{port}" : "")}{context.Request.Path}{context.Request.QueryString}");
            return;
        }
        if (!isRead && !OwnOrigin.Is(context.Request, publicUrl))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (SessionCookie.Of(context.Request) is { } token && await Recognise(context, token) && !MayBeSeenCovered(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = ConsolePaths.SharedPost;
            return;
        }
        await next(context);
    }

    private static bool MayBeSeenCovered(PathString path) => path.StartsWithSegments(ConsolePaths.SharedPost) || path.StartsWithSegments(ConsolePaths.SignIn);

    /// <returns>Whether it is a shift whose screen is covered: its word is then put away among the others of this computer, and nobody is there.</returns>
    private static async Task<bool> Recognise(HttpContext context, string token)
    {
        // A file is opened once for the whole request, not for each question; of a server's connections none is held while a page is written.
        if (context.RequestServices.GetRequiredService<Engine>().IsSqlite) await context.RequestServices.GetRequiredService<Database>().Database.OpenConnectionAsync(context.RequestAborted);
        if (await context.RequestServices.GetRequiredService<Sessions>().Find(token, context.RequestAborted) is not var (who, mustNote, isCovered)) return false;
        if (isCovered)
        {
            PostCookie.Add(context, token);
            SessionCookie.Take(context.Response);
            return true;
        }
        context.RequestServices.GetRequiredService<CurrentUser>().Session = who;
        // The framework ties its form tokens to this name, and asks it whether somebody is there at all.
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.AccountId.ToString())], "session"));
        if (mustNote) await Note(context, who);
        return false;
    }

    private static async Task Note(HttpContext context, SignedIn who)
    {
        await using var scope = context.RequestServices.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        (user.Id, user.Act) = (who.AccountId, "kernel.session_seen");
        await scope.ServiceProvider.GetRequiredService<Sessions>().Seen(who.SessionId, context.RequestAborted);
    }
}
