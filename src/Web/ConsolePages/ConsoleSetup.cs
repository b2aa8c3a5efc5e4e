namespace Amparo.Web.ConsolePages;

internal static class ConsoleSetup
{
    /// <summary>Form tokens in a cookie of the same strictness as the session's.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services) => services.AddAntiforgery(forms =>
    {
        forms.Cookie = new AlwaysSecure { Name = "__Host-amparo-form", HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
        forms.HeaderName = "X-Amparo-Form";
        forms.SuppressXFrameOptionsHeader = true; // frame-ancestors says it, on every page
    });

    // The framework refuses its own "always" over http, which browsers allow on localhost: here the flag is simply set.
    private sealed class AlwaysSecure : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
