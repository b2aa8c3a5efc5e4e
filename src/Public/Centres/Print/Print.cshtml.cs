using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Print;

/// <summary>A slip of A6 to carry.</summary>
[Public("public.print")]
internal sealed class PrintModel : SlipPage
{
    public IActionResult OnGet() => ShowOrNotFound();
}
