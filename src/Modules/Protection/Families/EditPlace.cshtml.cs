using Amparo.Protection.People;
using Amparo.Protection.People.Editing;
using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Families;

/// <summary>Her place in the group: what is known, what somebody checked, from whom she was separated.</summary>
[Requires(ProtectionPermissions.Edit)]
internal sealed class EditPlaceModel(Database db, Sections sections, Keyring keyring) : SectionPage<FamilyPlace>(db, sections, keyring, ProtectionPermissions.Edit, SectionKinds.Family)
{
    public const int Longest = 500;

    public override string TitleKey => "protection.family.place";

    [BindProperty] public string? Relation { get; set; }
    [BindProperty] public bool IsChecked { get; set; }
    [BindProperty] public bool Decides { get; set; }
    [BindProperty] public string? CaredForBy { get; set; }
    [BindProperty] public string? SeparatedFrom { get; set; }

    protected override FamilyPlace Nothing => new(Unsaid.NotAsked, false, false, "", "");

    protected override void Show(FamilyPlace content) => (Relation, IsChecked, Decides, CaredForBy, SeparatedFrom) = content;

    protected override FamilyPlace Read(FamilyPlace before)
    {
        var relation = Relation ?? Unsaid.NotAsked;
        if (!FamilyPlace.Relations.Contains(relation) && !Unsaid.All.Contains(relation)) Wrong["Relation"] = "protection.family.choose_relation";
        if (CaredForBy.Clean().Length > Longest) Wrong["CaredForBy"] = "protection.identity.too_long";
        if (SeparatedFrom.Clean().Length > Longest) Wrong["SeparatedFrom"] = "protection.identity.too_long";
        return new(relation, IsChecked, Decides, CaredForBy.Clean(), SeparatedFrom.Clean());
    }
}
