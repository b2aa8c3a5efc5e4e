namespace Amparo.Protection.Screening.Trafficking;

/// <summary>Codes of the trafficking screen and the published columns that they fill. A code is stored and never changes its meaning.</summary>
internal static class TraffickingCodes
{
    /// <summary>Unpaid work, forced work, held by others, work offered, marriage offered or arranged.</summary>
    public static IReadOnlyList<string> Quick { get; } = ["Q1", "Q2", "Q3", "Q4", "Q5"];

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["A1"] = [], ["A2"] = [], ["A3"] = [],
        ["M1"] = ["meansOfControlWithholdsDocuments"], ["M2"] = ["meansOfControlDebtBondage", "meansOfControlTakesEarnings", "meansOfControlRestrictsFinancialAccess"],
        ["M3"] = ["meansOfControlThreats", "meansOfControlThreatOfLawEnforcement"], ["M4"] = ["meansOfControlPhysicalAbuse", "meansOfControlSexualAbuse"],
        ["M5"] = ["meansOfControlRestrictsMovement"], ["M6"] = ["meansOfControlFalsePromises"], ["M7"] = ["meansOfControlPsychoactiveSubstances"],
        ["M8"] = ["meansOfControlWithholdsNecessities", "meansOfControlRestrictsMedicalCare"], ["M9"] = ["meansOfControlExcessiveWorkingHours"],
        ["M10"] = ["meansOfControlUsesChildren"], ["M11"] = ["meansOfControlOther"],
        ["P1"] = ["isForcedLabour"], ["P2"] = ["isForcedLabour"], ["P3"] = ["isSexualExploit"], ["P4"] = ["isForcedMarriage"],
        ["P5"] = ["typeOfLabourBegging", "typeOfLabourIllicitActivities"], ["P6"] = ["isForcedMilitary"], ["P7"] = ["isOrganRemoval"], ["P8"] = ["typeOfLabourDomesticWork", "isSlaveryAndPractices"],
    };

    public static IReadOnlyCollection<string> All { get; } = [.. Columns.Keys, .. Quick];

    public static bool IsKnown(string code) => All.Contains(code);

    public static IReadOnlyList<string> ColumnsOf(string code) => Columns.GetValueOrDefault(code) ?? [];
}
