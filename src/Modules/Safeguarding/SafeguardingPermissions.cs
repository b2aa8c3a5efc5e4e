using static Amparo.Contracts.RoleNames;

namespace Amparo.Safeguarding;

/// <summary>Every act of this module. The words are stable: they are stored in roles and in the audit.</summary>
internal static class SafeguardingPermissions
{
    /// <summary>Sees that there are complaints, since when, and whether their clocks are kept. Not what they say.</summary>
    public const string View = "safeguarding.view";

    /// <summary>Opens one: recorded before a byte of it leaves.</summary>
    public const string Read = "safeguarding.read";

    /// <summary>Sorts, takes, notes, closes.</summary>
    public const string Handle = "safeguarding.handle";
    public const string Answer = "safeguarding.answer";

    /// <summary>Sees by name who reads complaints. Whoever gives roles sees it too: it is no secret whom one complains to.</summary>
    public const string ViewHolders = "safeguarding.view_holders";

    /// <summary>Says that somebody who got the role is really meant to read: the second person.</summary>
    public const string ConfirmHolder = "safeguarding.confirm_holder";
    public const string HandOver = "safeguarding.hand_over";
    public const string Figures = "safeguarding.figures";

    /// <summary>Of jobs of this module, and of whoever names the first one at the machine.</summary>
    public const string Work = "safeguarding.work";

    // Apart, all of them: no role that somebody composes may lay them beside anything else.
    public static IReadOnlyList<Permission> All { get; } = [.. new Permission[]
    {
        new(View, SafeguardingPerson), new(Read, SafeguardingPerson), new(Handle, SafeguardingPerson), new(Answer, SafeguardingPerson),
        new(ViewHolders, SafeguardingPerson, Administrator),
        new(ConfirmHolder, SafeguardingPerson) { NeedsFreshSignIn = true },
        new(HandOver, SafeguardingPerson) { NeedsFreshSignIn = true },
        new(Figures, SafeguardingPerson, RegionalSteward),
    }.Select(p => p with { IsApart = true })];
}
