using Amparo.Public.Centres.Show;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Share;

[Public("public.share")]
internal sealed class ShareModel : PlacePage
{
    /// <summary>Carries the place and nothing of what was searched; null where nobody said what this site's address is.</summary>
    public string? Link => PublicUrl is { } site ? site + Path : null;

    public IActionResult OnGet()
    {
        HasAppScript = true;
        return ShowOrNotFound();
    }
}
