using Amparo.Public.Errors;

namespace Amparo.Web.Serving;

internal static class ClearErrors
{
    /// <summary>An error becomes a clear page with a reference number; what went wrong inside goes to the log and nowhere else.</summary>
    public static void UseClearErrors(this WebApplication app) => app.UseErrorPages();
}
