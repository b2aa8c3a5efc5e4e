using Amparo.Protection.People;
using Amparo.Protection.People.Reading;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.Consent;

/// <summary>What she agrees to now, or refuses: for which purpose, to whom, which parts, until when, in which language and how she said it.</summary>
[Requires(ProtectionPermissions.RecordConsent)]
internal sealed class NewConsentModel(Database db, Ledger ledger, Keyring keyring) : FilePage(db, ProtectionPermissions.RecordConsent)
{
    public static IReadOnlyList<int> Lengths { get; } = [30, 90, 180, 365];

    public override string TitleKey => "protection.consent.new";

    [BindProperty] public string? Purpose { get; set; }
    [BindProperty] public Guid? To { get; set; }
    [BindProperty] public List<string> Sections { get; set; } = [];
    [BindProperty] public int Days { get; set; } = 90;
    [BindProperty] public bool IsRefused { get; set; }
    [BindProperty(Name = "")] public BasisForm Basis { get; set; } = new();

    public IReadOnlyList<Team> Others { get; private set; } = [];

    protected override bool IsForKeepers => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Load(stop);
        if (!Purposes.All.Contains(Purpose ?? "")) Wrong["Purpose"] = "protection.consent.choose_purpose";
        if (Purpose is not Purposes.Help && !Others.Any(t => t.Id == To)) Wrong["To"] = "protection.consent.choose_team";
        if (Purpose is not Purposes.Help && (Sections.Count == 0 || !Sections.TrueForAll(SectionKinds.Given.Contains))) Wrong["Sections"] = "protection.consent.choose_sections";
        if (!Lengths.Contains(Days)) Wrong["Days"] = "protection.identity.wrong_choice";
        if (!IsRefused) Basis.Check(AgeBands.IsChild(Person.AgeBand), Wrong);
        await MustOpen(keyring, stop);
        if (Wrong.Count > 0) return Refused();
        var number = await ledger.NextNumber(PersonId, stop);
        var (to, sections) = Purpose == Purposes.Help ? ((Guid?)null, (IReadOnlyList<string>)[]) : (To, Sections.Distinct().ToList());
        var entry = IsRefused
            ? new ConsentEntry { PersonId = PersonId, Number = number, Kind = ConsentKinds.Refused, Purpose = Purpose!, TeamId = to, Sections = string.Join(' ', sections), By = Who.Id!.Value, At = Now }
            : Basis.Entry(PersonId, number, Who.Id!.Value, Now, Purpose!, to, sections, Now.AddDays(Days));
        await ledger.Add(Person, entry, Basis.Words, stop);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/consent?done=consent_recorded");
    }

    // To whom a file can go: names of teams of this country and not one of what they keep.
    private async Task Load(CancellationToken stop)
    {
        var (country, keeper) = (Person.Country, Person.TeamId);
        Others = await Db.Set<Team>().Where(t => t.Country == country && t.Id != keeper).OrderBy(t => t.Name).ToListAsync(stop);
    }
}
