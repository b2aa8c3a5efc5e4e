using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SharedPosts;

/// <summary>Says that this computer is shared, and chooses the PIN of this shift. The PIN dies with the shift.</summary>
[Requires(OfficePermissions.ChoosePin)]
internal sealed class ShiftModel(SharedPost post, Database db) : ConsolePage
{
    public override string TitleKey => "office.shift.title";

    [BindProperty] public string? Pin { get; set; }
    [BindProperty] public string? Again { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!SharedPost.IsUsable(Pin)) Wrong["Pin"] = "office.shift.unusable";
        else if (Pin != Again) Wrong["Again"] = "office.shift.differs";
        if (Wrong.Count > 0) return Refused();
        await post.SetPin(Who.Session!.SessionId, Pin!, stop);
        await db.SaveChangesAsync(stop);
        return Redirect("/console/me?done=shift");
    }
}
