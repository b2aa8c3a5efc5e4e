using Amparo.Places.Importing;

namespace Amparo.Places.Desk.Imports;

internal static class ImportWords
{
    /// <summary>Fields of which a value may tell where a hidden place is, or who works there.</summary>
    private static readonly HashSet<string> Private = ["latitude", "longitude", "address", "getting_there", "staff_contact", "notes", "description"];

    public static string Tint(string state) => state switch
    {
        JobStates.Refused or JobStates.Stopped => "bad",
        JobStates.Uploaded or JobStates.Queued or JobStates.Running or JobStates.UndoQueued or JobStates.Undoing => "wait",
        _ => "",
    };

    /// <summary>A value as it stood in the list: shown whole to whoever brought the list, since they have it.</summary>
    public static string? Value(ImportFinding finding, ImportJob job, CurrentUser who) =>
        job.By == who.Id || finding.Field is null || !Private.Contains(finding.Field) ? finding.Value : "—";
}
