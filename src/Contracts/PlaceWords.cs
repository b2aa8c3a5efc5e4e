namespace Amparo.Contracts.Places;

/// <summary>What a place is. The codes are stored, published and stable; their words stand in <c>Text/</c> under <c>places.kind.CODE</c>.</summary>
public static class PlaceKinds
{
    public const string Shelter = "shelter";
    public const string Food = "food";
    public const string Health = "health";
    public const string MentalHealth = "mental_health";
    public const string Legal = "legal";
    public const string AsylumAuthority = "asylum_authority";
    public const string MigrationAuthority = "migration_authority";
    public const string Consular = "consular";
    public const string ChildProtection = "child_protection";
    public const string Women = "women";
    public const string Lgbti = "lgbti";
    public const string TraffickingHotline = "trafficking_hotline";
    public const string Ombudsman = "ombudsman";
    public const string Labour = "labour";
    public const string Education = "education";
    public const string Documents = "documents";
    public const string Remittance = "remittance";
    public const string Transport = "transport";
    public const string Water = "water";
    public const string HygieneClothing = "hygiene_clothing";
    public const string Connectivity = "connectivity";
    public const string FamilyLinks = "family_links";
    public const string RescueMissing = "rescue_missing";
    public const string CareAfterSexualViolence = "care_after_sexual_violence";
    public const string ReturnReception = "return_reception";
    public const string Hub = "hub";
    public const string Worship = "worship";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } =
    [
        Shelter, Food, Health, MentalHealth, Legal, AsylumAuthority, MigrationAuthority, Consular, ChildProtection, Women, Lgbti,
        TraffickingHotline, Ombudsman, Labour, Education, Documents, Remittance, Transport, Water, HygieneClothing, Connectivity,
        FamilyLinks, RescueMissing, CareAfterSexualViolence, ReturnReception, Hub, Worship, Other,
    ];
}

/// <summary>Whom a place serves. Words under <c>places.for.CODE</c>.</summary>
public static class Populations
{
    public const string Women = "women";
    public const string Men = "men";
    public const string UnaccompaniedChildren = "unaccompanied_children";
    public const string Families = "families";
    public const string Lgbti = "lgbti";
    public const string Disability = "disability";
    public const string OlderPeople = "older_people";
    public const string Indigenous = "indigenous";
    public const string Returnees = "returnees";
    public const string Pregnant = "pregnant";
    public const string Youth = "youth";

    public static IReadOnlyList<string> All { get; } =
        [Women, Men, UnaccompaniedChildren, Families, Lgbti, Disability, OlderPeople, Indigenous, Returnees, Pregnant, Youth];
}

/// <summary>How much of where a place is may be known.</summary>
public static class Disclosures
{
    /// <summary>Address and point are public.</summary>
    public const string Exact = "exact";

    /// <summary>The area and the telephone are public; distances and maps use the area's point.</summary>
    public const string Area = "area";

    /// <summary>Officers only: it appears nowhere, not even in a count.</summary>
    public const string Officers = "officers";

    public static IReadOnlyList<string> All { get; } = [Exact, Area, Officers];
}

/// <summary>How it was learnt that an entry is true.</summary>
public static class AssuranceMeans
{
    public const string Visit = "visit";
    public const string Call = "call";
    public const string Message = "message";
    public const string Document = "document";

    public static IReadOnlyList<string> All { get; } = [Visit, Call, Message, Document];
}

/// <summary>Who made sure of an entry, where it is not an office or organisation with a name.</summary>
public static class Assurers
{
    /// <summary>The place itself, by a link or an SMS that was sent to it. Each reader's page says it in its own language.</summary>
    public const string PlaceItself = "itself";
}
