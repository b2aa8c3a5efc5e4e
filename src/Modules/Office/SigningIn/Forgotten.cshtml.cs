using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SigningIn;

[Public(OfficePermissions.Forgotten)]
internal sealed class ForgottenModel(Renewals renewals) : ConsolePage
{
    public override string TitleKey => "office.forgotten.title";

    [BindProperty] public string? Email { get; set; }

    public bool IsAsked { get; private set; }

    public IActionResult OnGet() => Page();

    public IActionResult OnPost()
    {
        if (Email is { Length: > 2 and <= Account.LongestEmail }) renewals.Ask(Email);
        IsAsked = true;
        return Page();
    }
}
