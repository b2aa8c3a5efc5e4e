using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Editing;

/// <summary>What she needs now: kept by whoever meets her first, and by nobody asked for more than that.</summary>
[Requires(ProtectionPermissions.Edit)]
internal sealed class EditNeedsModel(Database db, Sections sections, Keyring keyring) : SectionPage<Needs>(db, sections, keyring, ProtectionPermissions.Edit, SectionKinds.Needs)
{
    public const int Longest = 500;

    public override string TitleKey => "protection.needs.title";

    [BindProperty] public List<string> Needed { get; set; } = [];
    [BindProperty] public string? Note { get; set; }

    protected override Needs Nothing => new([], "");

    protected override void Show(Needs content) => (Needed, Note) = ([.. content.Asked], content.Note);

    protected override Needs Read(Needs before)
    {
        if (!Needed.TrueForAll(Needs.Kinds.Contains)) Wrong["Needed"] = "protection.identity.wrong_choice";
        if (Note.Clean().Length > Longest) Wrong["Note"] = "protection.identity.too_long";
        return new([.. Needed.Distinct()], Note.Clean());
    }
}
