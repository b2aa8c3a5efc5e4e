using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Holding;

/// <summary>Somebody who reads says that another is meant to: from now on complaints are sealed for her too, those of before are not.</summary>
[Requires(SafeguardingPermissions.ConfirmHolder)]
internal sealed class ConfirmModel(Database db, Holders holders) : ConsolePage
{
    public override string TitleKey => "safeguarding.people.confirm";

    [BindProperty] public Guid Account { get; set; }

    /// <summary>Of the key that the page showed: who got another one meanwhile is looked at again.</summary>
    [BindProperty] public string? Print { get; set; }

    public IActionResult OnGet() => Redirect(TellHolders.PeoplePath);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var all = await holders.All(stop);
        RuleBroken.Unless(all.Any(h => h.IsActive && h.Account.Id == Who.Id), "safeguarding.rule.not_a_reader");
        var named = all.FirstOrDefault(h => h.Account.Id == Account && !h.IsActive);
        RuleBroken.Unless(named is { PublicKey: not null, Record: not null } && named.Account.DisabledAt is null && SealedFor.PrintOf(named.PublicKey) == Print, "safeguarding.rule.not_named");
        var reach = Who.ReachFor(SafeguardingPermissions.ConfirmHolder);
        RuleBroken.Unless(reach.Everywhere || (!named!.Reach.Everywhere && named.Reach.Countries.All(reach.Countries.Contains)), "safeguarding.rule.wider_than_you");
        named!.Record!.Confirm(named.PublicKey!, Who.Id, Now);
        await db.SaveChangesAsync(stop);
        return Redirect($"{TellHolders.PeoplePath}?done=holder_confirmed");
    }
}
