using Amparo.Public.Layout;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.HubBox;

/// <summary>What hangs on the wall beside a hub's copy: one code to join its Wi-Fi, one to open it.</summary>
[Public("public.poster")]
internal sealed class PosterModel : PublicPage
{
    public override string PathIn(string language) => $"/{language}/poster";

    public IActionResult OnGet()
    {
        Facts.IsSheet = true;
        return Hub is null ? NotFound() : Page();
    }
}
