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

    /// <summary>Meets people at a desk and keeps their files.</summary>
    public const string ProtectionOfficer = "protection_officer";

    /// <summary>Hears what nobody else hears: survivors, children.</summary>
    public const string ProtectionSpecialist = "protection_specialist";

    /// <summary>Leads a team: who is in it, what waits, how it was decided.</summary>
    public const string ProtectionSupervisor = "protection_supervisor";

    public static IReadOnlyList<string> All { get; } = [Administrator, RegionalSteward, CountrySteward, Editor, Partner, HubOfficer, Auditor, DonorViewer, SafeguardingPerson, ProtectionOfficer, ProtectionSpecialist, ProtectionSupervisor];
}
