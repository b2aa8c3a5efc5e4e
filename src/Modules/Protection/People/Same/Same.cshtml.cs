using Amparo.Protection.People.Matching;
using Amparo.Protection.People.Reading;
using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Same;

/// <summary>Other files of the same team that may be hers, each with its reasons; a person says whether they are, and it holds until what was compared changes.</summary>
[Requires(ProtectionPermissions.Edit)]
internal sealed class SameModel(Database db, Sections sections, Keyring keyring, EarlierFiles earlier) : FilePage(db, ProtectionPermissions.Edit)
{
    public override string TitleKey => "protection.same.title";

    protected override bool IsForKeepers => true;

    [BindProperty] public Guid Pair { get; set; }
    [BindProperty] public string? Decision { get; set; }

    /// <summary>Of what the page showed: who decided by other values has not decided this.</summary>
    [BindProperty] public string? Shown { get; set; }

    public IReadOnlyList<Earlier> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Seen(stop);
        await Look(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await Find(stop) is { } answer) return answer;
        await Look(stop);
        var found = Others.FirstOrDefault(o => o.Pair.Id == Pair);
        RuleBroken.Unless(found is not null, "protection.match.rule.evidence_changed");
        found!.Pair.Decide(Decision ?? "", Convert.TryFromBase64String(Shown ?? "", new byte[64], out var length) ? Convert.FromBase64String(Shown!).AsSpan(0, length) : [], Who.Id!.Value, Now);
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}/same?done=pair_decided");
    }

    private async Task Look(CancellationToken stop)
    {
        if (await MustOpen(keyring, stop) && (await sections.Read<Identity>(PersonId, SectionKinds.Identity, stop))?.Content is { } identity) Others = await earlier.Find(Person, identity, stop);
    }

    public static string SaidOf(Reason reason) => reason.Speaks > 0 ? "for" : reason.Speaks < 0 ? "against" : "unknown";
}
