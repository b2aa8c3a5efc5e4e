using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.Oneself;

[Requires(OfficePermissions.ChooseLanguage)]
internal sealed class ChooseLanguageModel(Database db) : ConsolePage
{
    public override string TitleKey => "office.me.title";

    [BindProperty] public string? Language { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Language is null || !Languages.Contains(Language)) return BadRequest();
        var id = Who.Id!.Value;
        (await db.Set<Account>().SingleAsync(a => a.Id == id, stop)).Language = Language;
        await db.SaveChangesAsync(stop);
        return Redirect("/console/me?done=language");
    }
}
