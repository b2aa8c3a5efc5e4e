using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Oneself;

[Requires(OfficePermissions.RenewCodes)]
internal sealed class RenewCodesModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.codes.title";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet() => Page();

    public async Task OnPostAsync(CancellationToken stop)
    {
        Codes = await RecoveryCodes.Renew(db, Who.Id!.Value, stop);
        await db.SaveChangesAsync(stop);
    }
}
