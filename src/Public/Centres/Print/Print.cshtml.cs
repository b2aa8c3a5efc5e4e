using Amparo.Public.Centres.Show;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Print;

/// <summary>A slip of A6 to carry: what is needed to get there, when it was true, and nothing of who carries it.</summary>
[Public("public.print")]
internal sealed class PrintModel : PlacePage
{
    public string? Link => PublicUrl is { } site ? site + Path : null;

    public IActionResult OnGet() => ShowOrNotFound();
}
