using Amparo.Protection.Screening.Trafficking;

namespace Amparo.Protection.Screening;

/// <summary>All that was answered, in an order of its own: in whatever order it was asked, the same answers are the same.</summary>
internal sealed record Assessed(Gate Gate, AgeBand Age, IReadOnlyList<TriageAnswer> Triage, IReadOnlyList<Answer> Factors, TraffickingScreen? Trafficking = null)
{
    public static Assessed Of(Gate gate, AgeBand age, IEnumerable<TriageAnswer> triage, IEnumerable<Answer> factors, TraffickingScreen? trafficking = null)
    {
        var (asked, answered) = (triage.Distinct().ToList(), factors.Distinct().ToList());
        // What is seen (a wound, a child alone) may be kept with a closed gate; what is said must have been asked behind an open one.
        RuleBroken.Unless(gate.IsOpen || asked.All(t => t.Source != Source.Said || t.Reply == Reply.NotAsked) && answered.All(a => a.Source != Source.Said || a.Pole == Pole.NotAsked), "protection.rule.gate_is_closed");
        return new(gate, age,
            [.. asked.OrderBy(t => t.Question, StringComparer.Ordinal).ThenBy(t => t.Reply).ThenBy(t => t.Source)],
            [.. answered.OrderBy(a => a.Factor, StringComparer.Ordinal).ThenBy(a => a.Stage).ThenBy(a => a.Pole).ThenBy(a => a.Source)],
            trafficking);
    }
}
