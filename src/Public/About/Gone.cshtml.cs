using Amparo.Public.Layout;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.About;

/// <summary>The end of a visit that shall leave nothing: the browser forgets pages, packs and the worker of this site, and goes elsewhere.</summary>
[Public("public.exit")]
internal sealed class GoneModel : PublicPage
{
    // Cookies are not named: readers have none, and those of whoever works here would go too.
    private const string Everything = "\"cache\", \"storage\"";

    public override string PathIn(string language) => $"/{language}/gone";

    public IActionResult OnGet()
    {
        Facts.IsForOneReader = true;
        Response.Headers["Clear-Site-Data"] = Everything;
        Response.Headers.CacheControl = "no-store";
        return Redirect(WayOut);
    }
}
