using Amparo.Protection.Screening;

namespace Amparo.Protection.Rules;

/// <summary>From where a factor is known: read in a published source, known and to be verified there, or ours by design.</summary>
internal enum Provenance { Verified, ToBeVerified, Design }

internal enum AskedBy { Frontline, CaseManager, Specialist }

internal sealed record Factor(string Id, FactorLevel Level, Provenance Provenance, string Sensitivity, AskedBy AskedBy);

/// <summary>A closed question of triage. "Yes" is always the need: a question whose "no" is the danger would be silent when it is left out.</summary>
internal sealed record TriageQuestion(string Id, AskedBy AskedBy);

/// <param name="Hours">Within which somebody must have acted, from the moment it was raised.</param>
/// <param name="Limits">Hours of medicine after which help does less, shown beside the clock; to be verified by the programme.</param>
internal sealed record Trigger(string Id, int Hours, Band Band, Level Level, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<int> Limits)
{
    public string Do => Id + ".do";
    public string DoNotAsk => Id + ".do_not_ask";
}

/// <summary>The catalogue in one version: what may be asked, what is a trigger, and the words for it by language. Immutable once published.</summary>
internal sealed record Instrument(string Id, int Version, IReadOnlyList<Factor> Factors, IReadOnlyList<TriageQuestion> Triage, IReadOnlyList<Trigger> Triggers, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words, IReadOnlyList<string> Drafts)
{
    /// <summary>Nine, and a catalogue that lacks one is refused: no programme may edit danger away.</summary>
    public static IReadOnlyList<string> HardTriggers { get; } = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"];

    public Trigger TriggerOf(string id) => Triggers.Single(t => t.Id == id);
}
