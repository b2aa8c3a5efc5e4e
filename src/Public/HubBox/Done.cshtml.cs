using Amparo.Public.Layout;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.HubBox;

/// <summary>"I am done": a page that says nothing of what was looked at, on a hub's copy only.</summary>
[Public("public.done")]
internal sealed class DoneModel : PublicPage
{
    public override string PathIn(string language) => $"/{language}/done";

    public static bool IsPath(string path) => path.Length == 8 && path.EndsWith("/done", StringComparison.Ordinal);

    public IActionResult OnGet()
    {
        Facts.IsForOneReader = true;
        return Hub is null ? NotFound() : Page();
    }
}
