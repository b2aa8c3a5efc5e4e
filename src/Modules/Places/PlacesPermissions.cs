using static Amparo.Contracts.RoleNames;

namespace Amparo.Places;

/// <summary>Every act of this module. The words are stable: they are stored in roles and in the audit.</summary>
internal static class PlacesPermissions
{
    public const string View = "places.view";
    public const string Import = "places.import";
    public const string Approve = "places.approve";

    /// <summary>The same for many at once: one click too many would put a whole bad list before readers.</summary>
    public const string ApproveMany = "places.approve_many";
    public const string UndoImport = "places.undo_import";

    /// <summary>Makes one entry of two; <see cref="Unmerge"/> parts them again.</summary>
    public const string Merge = "places.merge";
    public const string Unmerge = "places.unmerge";

    /// <summary>Says that two entries which look alike are two.</summary>
    public const string NotTwins = "places.not_twins";

    /// <summary>Judges warnings of impostors.</summary>
    public const string DismissWarnings = "places.dismiss_warnings";

    /// <summary>Sees shares and medians; who holds nothing else sees no row, no name and nothing of hidden entries.</summary>
    public const string Figures = "places.figures";
    public const string Assure = "places.assure";
    public const string Edit = "places.edit";
    public const string Add = "places.add";
    public const string Withdraw = "places.withdraw";

    /// <summary>Makes less known of where a place is: one person, at once.</summary>
    public const string Hide = "places.hide";

    /// <summary>Makes more known of where a place is: takes two.</summary>
    public const string Disclose = "places.disclose";

    /// <summary>Reads where exactly a hidden place is, and who answers there.</summary>
    public const string SeeWhereabouts = "places.see_whereabouts";

    /// <summary>Writes where exactly a place is, and who answers there. It also takes <see cref="SeeWhereabouts"/> of the same place.</summary>
    public const string EditWhereabouts = "places.edit_whereabouts";
    public const string BringBack = "places.bring_back";

    /// <summary>A second person looks at a changed telephone or web address.</summary>
    public const string ConfirmContacts = "places.confirm_contacts";
    public const string Export = "places.export";

    /// <summary>Says what became of what readers reported.</summary>
    public const string SettleReports = "places.settle_reports";

    /// <summary>Writes down where a place wants to be asked, because it said so.</summary>
    public const string SetAskContact = "places.set_ask_contact";

    /// <summary>Sees the entries of one's own organisation, and asks for changes that a steward decides.</summary>
    public const string Mine = "places.mine";
    public const string Propose = "places.propose";
    public const string ConfirmOwn = "places.confirm_own";
    public const string SayFull = "places.say_full";

    /// <summary>The same of any place that was called on its registered number.</summary>
    public const string SayFullCalled = "places.say_full_called";
    public const string InviteColleague = "places.invite_colleague";

    /// <summary>Gives an entry into the hands of its organisation.</summary>
    public const string InvitePartner = "places.invite_partner";
    public const string DecideChanges = "places.decide_changes";

    /// <summary>Makes sure that who asks for an entry is who they say; the second of two sends the invitation.</summary>
    public const string CheckClaims = "places.check_claims";
    /// <summary>Takes all places of an organisation or of an area out of sight, for an hour on one person's word.</summary>
    public const string MassHide = "places.mass_hide";

    /// <summary>The second person.</summary>
    public const string ConfirmMassHide = "places.confirm_mass_hide";
    public const string RenewMassHide = "places.renew_mass_hide";
    public const string EndMassHide = "places.end_mass_hide";

    /// <summary>Brings a spoken text.</summary>
    public const string Record = "places.record";

    /// <summary>Hears it beside its words, as the second person.</summary>
    public const string CheckRecordings = "places.check_recordings";

    /// <summary>Takes it from readers at once.</summary>
    public const string WithdrawRecordings = "places.withdraw_recordings";

    /// <summary>Anybody says that an entry is wrong.</summary>
    public const string Report = "places.report";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(View, RegionalSteward, CountrySteward, Editor, Partner, HubOfficer),
        new(Import, RegionalSteward, CountrySteward),
        new(Approve, RegionalSteward, CountrySteward),
        new(Assure, RegionalSteward, CountrySteward, Editor, Partner, HubOfficer),
        new(Edit, RegionalSteward, CountrySteward, Editor),
        new(Add, RegionalSteward, CountrySteward, Editor),
        new(Withdraw, RegionalSteward, CountrySteward),
        new(Hide, RegionalSteward, CountrySteward, Editor, Partner, HubOfficer),
        new(SeeWhereabouts, RegionalSteward, CountrySteward, Partner),
        new(EditWhereabouts, RegionalSteward, CountrySteward),
        new(BringBack, RegionalSteward, CountrySteward),
        new(ConfirmContacts, RegionalSteward, CountrySteward),
        new(Export, RegionalSteward, CountrySteward),
        new(SettleReports, RegionalSteward, CountrySteward),
        new(SetAskContact, RegionalSteward, CountrySteward),
        new(Mine, Partner), new(Propose, Partner), new(ConfirmOwn, Partner), new(SayFull, Partner),
        new(SayFullCalled, RegionalSteward, CountrySteward, HubOfficer),
        new(InviteColleague, Partner) { NeedsFreshSignIn = true },
        new(InvitePartner, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(DecideChanges, RegionalSteward, CountrySteward),
        new(CheckClaims, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(MassHide, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(ConfirmMassHide, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(RenewMassHide, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(EndMassHide, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(Record, RegionalSteward, CountrySteward, Editor),
        new(CheckRecordings, RegionalSteward, CountrySteward),
        new(WithdrawRecordings, RegionalSteward, CountrySteward, Editor, Partner, HubOfficer),
        new(Disclose, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(ApproveMany, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(UndoImport, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
        new(Merge, RegionalSteward, CountrySteward),
        new(Unmerge, RegionalSteward, CountrySteward),
        new(NotTwins, RegionalSteward, CountrySteward),
        new(DismissWarnings, RegionalSteward, CountrySteward),
        new(Figures, RegionalSteward, CountrySteward, Editor, DonorViewer),
    ];
}
