using Amparo.Protection.Profiles;
using Amparo.Protection.Screening;

namespace Amparo.Protection.Rules;

/// <summary>From answers to a proposal. The gravest level and the shortest band win; nothing is added up and nothing is taken away.</summary>
internal static class Propose
{
    public static Proposal From(Assessed assessed, IReadOnlyList<ContextProfile> context, Instrument instrument, RuleTable table)
    {
        var facts = new Facts(assessed, context);
        var held = table.Rules.Where(r => r.When.Holds(facts, instrument)).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        var raised = held.Where(r => r.Trigger is not null).GroupBy(r => instrument.TriggerOf(r.Trigger!)).OrderBy(g => g.Key.Id, StringComparer.Ordinal).ToList();

        // A trigger speaks through the rules that raised it: its level, its band and its outcomes are theirs.
        var levels = held.Where(r => r.Level is not null).Select(r => (Level: r.Level!.Value, r.Id)).Concat(raised.SelectMany(g => g.Select(r => (g.Key.Level, r.Id)))).ToList();
        var bands = held.Where(r => r.Band is not null).Select(r => (Band: r.Band!.Value, r.Id)).Concat(raised.SelectMany(g => g.Select(r => (g.Key.Band, r.Id)))).ToList();
        var outcomes = held.SelectMany(r => (r.Outcomes ?? []).Select(o => (Outcome: o, r.Id))).Concat(raised.SelectMany(g => g.SelectMany(r => g.Key.Outcomes.Select(o => (Outcome: o, r.Id)))));

        var level = levels.Select(l => l.Level).DefaultIfEmpty(Level.Low).Max();
        var band = bands.Select(b => b.Band).DefaultIfEmpty(Band.TwoWeeks).Min();
        return new(
            [.. raised.Select(g => new Raised(g.Key.Id, g.Key.Hours, Named(g.Select(r => r.Id))))],
            level, Named(levels.Where(l => l.Level == level).Select(l => l.Id)),
            band, Named(bands.Where(b => b.Band == band).Select(b => b.Id)),
            [.. outcomes.GroupBy(o => o.Outcome).OrderBy(g => g.Key).Select(g => new ProposedOutcome(g.Key, Named(g.Select(o => o.Id))))],
            [.. instrument.Factors.Where(f => f.Level is FactorLevel.Individual or FactorLevel.Household && facts.IsSilent(f.Id)).Select(f => f.Id).Order(StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<string> Named(IEnumerable<string> rules) => [.. rules.Distinct().Order(StringComparer.Ordinal)];
}
