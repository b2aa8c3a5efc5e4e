using Amparo.Protection.People.Same;
using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Editing;

/// <summary>Who somebody is, corrected.</summary>
[Requires(ProtectionPermissions.Edit)]
internal sealed class EditIdentityModel(Database db, Sections sections, Keyring keyring, EarlierFiles earlier) : SectionPage<Identity>(db, sections, keyring, ProtectionPermissions.Edit, SectionKinds.Identity)
{
    public override string TitleKey => "protection.identity.title";

    [BindProperty(Name = "")] public IdentityForm Form { get; set; } = new();

    protected override Identity Nothing => new();

    protected override void Show(Identity content) => Form = IdentityForm.Of(content);

    protected override Identity Read(Identity before) => Form.Read(before, OfficeDay.Of(Now, Person.Country), Wrong);

    protected override async Task Changed(Identity content, CancellationToken stop)
    {
        Person.AgeBand = AgeBands.Of(content.Birth.YearsOn(OfficeDay.Of(Now, Person.Country)));
        await earlier.Tag(Person, content, stop);
    }
}
