using Amparo.Public.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Report;

/// <summary>What became of a report, for whoever holds its code. A code that nobody gave out reads like one that just came in.</summary>
[Public("public.receipt")]
internal sealed class OutcomeModel : PublicPage
{
    private static readonly string[] Told = ["received", "checked", "changed"];

    public string Typed { get; private set; } = "";
    public string? Outcome { get; private set; }
    public DateOnly? On { get; private set; }
    public bool IsWrong { get; private set; }

    public override string TitleKey => "public.title.form";

    // A code is nobody's business but the holder's: it is not carried into other languages' links.
    public override string PathIn(string language) => $"/{language}/report";

    public IActionResult OnGet()
    {
        (Facts.IsForOneReader, Facts.HasForm) = (true, true);
        Typed = Request.Query["code"].FirstOrDefault() ?? "";
        if (Typed.Length == 0) return Page();
        if (Receipt.Read(Typed) is not { } code)
        {
            (IsWrong, Typed) = (true, Typed.Length > 40 ? "" : Typed);
            return Refused(StatusCodes.Status400BadRequest);
        }
        var known = Edition.Outcome(Receipt.HashOf(code));
        (Outcome, On) = (known is not null && Told.Contains(known.Outcome) ? known.Outcome : "received", known?.On);
        return Page();
    }
}
