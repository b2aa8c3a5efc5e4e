namespace Amparo.Contracts;

/// <summary>The roles out of the box, as modules name them in their permissions. The names are stored and stable.</summary>
public static class RoleNames
{
    /// <summary>Accounts and settings; no content.</summary>
    public const string Administrator = "administrator";

    /// <summary>Keeps the content of the whole region true.</summary>
    public const string RegionalSteward = "regional_steward";

    /// <summary>Keeps the content of a country true.</summary>
    public const string CountrySteward = "country_steward";

    /// <summary>Writes and corrects; does not approve.</summary>
    public const string Editor = "editor";

    /// <summary>Keeps the entries of an own organisation.</summary>
    public const string Partner = "partner";

    /// <summary>Works at one information hub.</summary>
    public const string HubOfficer = "hub_officer";

    /// <summary>Reads the audit; changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Sees figures; no person and no draft.</summary>
    public const string DonorViewer = "donor_viewer";

    /// <summary>Reads what people say of those who work here, outside of every chain; nothing else.</summary>
    public const string SafeguardingPerson = "safeguarding_person";

    public static IReadOnlyList<string> All { get; } = [Administrator, RegionalSteward, CountrySteward, Editor, Partner, HubOfficer, Auditor, DonorViewer, SafeguardingPerson];
}
