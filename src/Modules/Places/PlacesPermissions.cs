namespace Amparo.Places;

/// <summary>Every act of this module. The words are stable: they are stored in roles and in the audit.</summary>
internal static class PlacesPermissions
{
    public const string View = "places.view";
    public const string Import = "places.import";
    public const string Approve = "places.approve";
    public const string Assure = "places.assure";
    public const string Edit = "places.edit";
    public const string Withdraw = "places.withdraw";

    /// <summary>Makes less known of where a place is: one person, at once.</summary>
    public const string Hide = "places.hide";

    /// <summary>Makes more known of where a place is: takes two.</summary>
    public const string Disclose = "places.disclose";

    /// <summary>Anybody says that an entry is wrong.</summary>
    public const string Report = "places.report";
}
