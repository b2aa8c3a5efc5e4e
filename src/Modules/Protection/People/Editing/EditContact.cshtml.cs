using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Editing;

/// <summary>How she may be reached without harm. Who controls her telephone may read what is sent to it.</summary>
[Requires(ProtectionPermissions.Edit)]
internal sealed class EditContactModel(Database db, Sections sections, Keyring keyring) : SectionPage<SafeContact>(db, sections, keyring, ProtectionPermissions.Edit, SectionKinds.SafeContact)
{
    public const int Longest = 200;

    public override string TitleKey => "protection.contact.title";

    [BindProperty] public string? Means { get; set; }
    [BindProperty] public string? Where { get; set; }
    [BindProperty] public string? WhenToCall { get; set; }
    [BindProperty] public string? WhoMayAnswer { get; set; }
    [BindProperty] public string? Phrase { get; set; }

    protected override SafeContact Nothing => new(Unsaid.NotAsked, "", "", "", "");

    protected override void Show(SafeContact content) => (Means, Where, WhenToCall, WhoMayAnswer, Phrase) = content;

    protected override SafeContact Read(SafeContact before)
    {
        var means = Means ?? Unsaid.NotAsked;
        if (!SafeContact.Ways.Contains(means) && !Unsaid.All.Contains(means)) Wrong["Means"] = "protection.identity.wrong_choice";
        foreach (var (field, value) in new[] { ("Where", Where), ("WhenToCall", WhenToCall), ("WhoMayAnswer", WhoMayAnswer), ("Phrase", Phrase) })
            if (value.Clean().Length > Longest) Wrong[field] = "protection.identity.too_long";
        return new(means, Where.Clean(), WhenToCall.Clean(), WhoMayAnswer.Clean(), Phrase.Clean());
    }
}
