using static Amparo.Contracts.RoleNames;

namespace Amparo.Places;

/// <summary>Every act of this module. The words are stable: they are stored in roles and in the audit.</summary>
internal static class PlacesPermissions
{
    public const string View = "places.view";
    public const string Import = "places.import";
    public const string Approve = "places.approve";
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
        new(Disclose, RegionalSteward, CountrySteward) { NeedsFreshSignIn = true },
    ];
}
