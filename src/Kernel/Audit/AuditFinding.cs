namespace Amparo.Kernel;

/// <summary>What a verification found.</summary>
/// <param name="Sealed">Rows that have their place in the chain.</param>
/// <param name="Waiting">Rows that have none yet.</param>
/// <param name="Checkpoints">Signed notes that were compared.</param>
/// <param name="Wrong">Null where everything is as it was written; else what is wrong first, in a sentence.</param>
/// <param name="At">The place of the first row that is not as it was written, where it is known.</param>
/// <param name="Fault">One of <see cref="AuditFaults"/> where something is wrong: the same, for a page that says it in another language.</param>
public sealed record AuditFinding(long Sealed, long Waiting, int Checkpoints, string? Wrong = null, long? At = null, string? Fault = null);

/// <summary>The ways in which an audit can be wrong. Each has its words in the console's texts.</summary>
public static class AuditFaults
{
    public const string NoteOfAnother = "note_of_another", NoteChanged = "note_changed", NoteUnknown = "note_unknown";
    public const string Missing = "missing", Unreadable = "unreadable", Changed = "changed", MadeAnew = "made_anew", SeenOtherwise = "seen_otherwise";
    public const string NotWritten = "not_written", CutOff = "cut_off", WaitingNotWritten = "waiting_not_written";

    public static IReadOnlyList<string> All { get; } =
        [NoteOfAnother, NoteChanged, NoteUnknown, Missing, Unreadable, Changed, MadeAnew, SeenOtherwise, NotWritten, CutOff, WaitingNotWritten];
}
