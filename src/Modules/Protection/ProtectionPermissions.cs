using static Amparo.Contracts.RoleNames;

namespace Amparo.Protection;

/// <summary>Every act of this module. The words are stable: they are stored in roles and in the audit.</summary>
internal static class ProtectionPermissions
{
    /// <summary>Sees which files her teams may open: codes, and not who.</summary>
    public const string View = "protection.view";

    /// <summary>Opens a file, after she said why: recorded before a byte of it leaves.</summary>
    public const string Read = "protection.read";
    public const string Register = "protection.register";
    public const string Edit = "protection.edit";

    /// <summary>Reads and writes what only a specialist hears. Without the key of the specialists it opens nothing.</summary>
    public const string Story = "protection.story";
    public const string ViewConsent = "protection.view_consent";
    public const string RecordConsent = "protection.record_consent";
    public const string WithdrawConsent = "protection.withdraw_consent";
    public const string ViewAccess = "protection.view_access";
    public const string GiveAccess = "protection.give_access";
    public const string EndAccess = "protection.end_access";
    public const string Notices = "protection.notices";

    /// <summary>A contact of three minutes, without a name.</summary>
    public const string Contact = "protection.contact";
    public const string ViewTeams = "protection.view_teams";
    public const string MakeTeam = "protection.make_team";
    public const string LeadTeam = "protection.lead_team";

    // Apart, all of them: nobody composes a role that opens files beside one that gives roles.
    public static IReadOnlyList<Permission> All { get; } = [.. new Permission[]
    {
        new(View, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor), new(Read, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor),
        new(Register, ProtectionOfficer, ProtectionSpecialist), new(Edit, ProtectionOfficer, ProtectionSpecialist), new(Story, ProtectionSpecialist),
        new(ViewConsent, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor), new(RecordConsent, ProtectionOfficer, ProtectionSpecialist), new(WithdrawConsent, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor),
        new(ViewAccess, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor), new(GiveAccess, ProtectionOfficer, ProtectionSpecialist), new(EndAccess, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor),
        new(Notices, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor), new(Contact, ProtectionOfficer, ProtectionSpecialist),
        new(ViewTeams, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor), new(MakeTeam, ProtectionSupervisor) { NeedsFreshSignIn = true }, new(LeadTeam, ProtectionSupervisor, ProtectionSpecialist) { NeedsFreshSignIn = true },
    }.Select(p => p with { IsApart = true })];
}
