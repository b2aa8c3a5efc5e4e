using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Editing;

/// <summary>What only a specialist hears, and only a specialist reads: no colleague, supervisor or administrator holds its key.</summary>
[Requires(ProtectionPermissions.Story)]
internal sealed class EditStoryModel(Database db, Sections sections, Keyring keyring) : SectionPage<Story>(db, sections, keyring, ProtectionPermissions.Story, SectionKinds.Story)
{
    public const int Longest = 20_000;

    public override string TitleKey => "protection.story.title";

    [BindProperty] public string? Told { get; set; }

    protected override Story Nothing => new("");

    protected override void Show(Story content) => Told = content.Words;

    protected override Story Read(Story before)
    {
        if (Told.Clean().Length > Longest) Wrong["Told"] = "protection.identity.too_long";
        return new(Told.Clean());
    }
}
