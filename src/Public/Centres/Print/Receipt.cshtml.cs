using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Print;

/// <summary>The same on the paper of a cash desk, 58 mm wide.</summary>
[Public("public.print")]
internal sealed class ReceiptModel : SlipPage
{
    public override string PathIn(string language) => $"/{language}/centres/{Place.Slug}/print/receipt";

    public IActionResult OnGet()
    {
        Facts.IsSheet = true;
        return ShowOrNotFound();
    }
}
