using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Reading;

/// <summary>One person's file, as much of it as whoever reads may open.</summary>
[Requires(ProtectionPermissions.Read)]
internal sealed class FileModel(Database db, Sections sections, Keyring keyring) : FilePage(db, ProtectionPermissions.Read)
{
    public override string TitleKey => "protection.file.title";

    public OpenedSection<Identity>? Identity { get; private set; }
    public OpenedSection<SafeContact>? SafeContact { get; private set; }
    public OpenedSection<Needs>? Needs { get; private set; }
    public OpenedSection<Story>? Story { get; private set; }

    /// <summary>Her age today at the office, where anything is known of it.</summary>
    public int? Years => Identity?.Content?.Birth.YearsOn(OfficeDay.Of(Now, Person.Country));
    public bool IsKept { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        IsKept = await Db.PeopleKeptFor(Who, ProtectionPermissions.ViewConsent).AnyAsync(p => p.Id == PersonId, stop);
        await Seen(stop);
        if (!await MustOpen(keyring, stop)) return Page();
        Identity = await sections.Read<Identity>(PersonId, SectionKinds.Identity, stop);
        SafeContact = await sections.Read<SafeContact>(PersonId, SectionKinds.SafeContact, stop);
        Needs = await sections.Read<Needs>(PersonId, SectionKinds.Needs, stop);
        Story = await sections.Read<Story>(PersonId, SectionKinds.Story, stop);
        return Page();
    }
}
