using static Amparo.Contracts.RoleNames;

namespace Amparo.Office;

/// <summary>Every act of this module. The words are stable: they are stored in roles and in the audit.</summary>
internal static class OfficePermissions
{
    /// <summary>Of anybody.</summary>
    public const string SignIn = "office.sign_in";
    public const string Begin = "office.accept_invitation";
    public const string Forgotten = Renewals.Act;
    public const string Renew = "office.renew_password";
    public const string Open = "office.open_link";
    public const string OpenShift = "office.open_shift";

    /// <summary>Of whoever is signed in, to what is their own.</summary>
    public const string Work = "office.work";
    public const string Find = "office.find";
    public const string ChoosePin = "office.choose_pin";
    public const string Cover = "office.cover_screen";
    public const string SignOut = "office.sign_out";
    public const string Confirm = "office.confirm";
    public const string Oneself = "office.oneself";
    public const string ChooseLanguage = "office.choose_language";
    public const string EndSession = "office.end_session";
    public const string ChangePassword = "office.change_password";
    public const string AddPasskey = "office.add_passkey";
    public const string RemovePasskey = "office.remove_passkey";
    public const string RenewCodes = "office.renew_recovery_codes";

    public const string ViewAccounts = "office.view_accounts";
    public const string Invite = "office.invite";
    public const string Disable = "office.disable";
    public const string Enable = "office.enable";
    public const string StartOver = "office.start_over";
    public const string GiveRole = "office.give_role";
    public const string TakeRole = "office.take_role";
    public const string ViewRoles = "office.view_roles";

    /// <summary>Puts a role together from acts, and changes one that was.</summary>
    public const string ComposeRole = "office.compose_role";
    public const string RetireRole = "office.retire_role";

    public const string Audit = "office.audit";
    public const string ExportAudit = "office.export_audit";
    public const string CheckAudit = "office.check_audit";

    /// <summary>Sees what people would be answered by SMS; sends nothing.</summary>
    public const string TrySms = "office.try_sms";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Work) { IsOfOneself = true }, new(Find) { IsOfOneself = true }, new(Cover) { IsOfOneself = true }, new(ChoosePin) { IsOfOneself = true, NeedsFreshSignIn = true },
        new(SignOut) { IsOfOneself = true }, new(Confirm) { IsOfOneself = true }, new(Oneself) { IsOfOneself = true },
        new(ChooseLanguage) { IsOfOneself = true }, new(EndSession) { IsOfOneself = true }, new(ChangePassword) { IsOfOneself = true }, new(RenewCodes) { IsOfOneself = true, NeedsFreshSignIn = true },
        new(AddPasskey) { IsOfOneself = true, NeedsFreshSignIn = true }, new(RemovePasskey) { IsOfOneself = true, NeedsFreshSignIn = true },
        new(ViewAccounts, Administrator), new(Invite, Administrator),
        new(Disable, Administrator) { NeedsFreshSignIn = true }, new(Enable, Administrator) { NeedsFreshSignIn = true },
        new(StartOver, Administrator) { NeedsFreshSignIn = true },
        new(GiveRole, Administrator) { NeedsFreshSignIn = true }, new(TakeRole, Administrator) { NeedsFreshSignIn = true },
        new(ViewRoles, Administrator, Auditor),
        new(ComposeRole, Administrator) { NeedsFreshSignIn = true }, new(RetireRole, Administrator) { NeedsFreshSignIn = true },
        new(TrySms, Administrator, RegionalSteward, CountrySteward, HubOfficer),
        // Whoever gives roles does not read what was done with them, unless somebody gives them that role too, and that is recorded.
        new(Audit, Auditor), new(ExportAudit, Auditor), new(CheckAudit, Auditor),
    ];
}
