using Amparo.Protection.Screening;

namespace Amparo.Protection.Rules;

/// <summary>What is wrong with a draft: where, and the key of the sentence that says what to do.</summary>
internal sealed record Fault(string Where, string Key);

/// <summary>What no programme may publish, whoever edits it and for whatever reason.</summary>
internal static class Wrong
{
    public static IReadOnlyList<Fault> In(Instrument instrument)
    {
        var faults = new List<Fault>();
        foreach (var id in Instrument.HardTriggers.Except(instrument.Triggers.Select(t => t.Id))) faults.Add(new(id, "protection.draft.trigger_missing"));
        faults.AddRange(Twice(instrument.Factors.Select(f => f.Id).Concat(instrument.Triage.Select(t => t.Id)).Concat(instrument.Triggers.Select(t => t.Id))));
        faults.AddRange(instrument.Triggers.Where(t => t.Hours < 1 || t.Hours > t.Band.Hours()).Select(t => new Fault(t.Id, "protection.draft.clock_longer_than_band")));
        foreach (var (key, asked) in InstrumentWords.KeysOf(instrument))
            foreach (var language in asked ? Languages.All : Languages.OfConsole)
                if (string.IsNullOrWhiteSpace(instrument.Words.GetValueOrDefault(language)?.GetValueOrDefault(key))) faults.Add(new($"{language}/{key}", "protection.draft.word_missing"));
        return faults;
    }

    public static IReadOnlyList<Fault> In(RuleTable table, Instrument instrument)
    {
        var faults = new List<Fault>(Twice(table.Rules.Select(r => r.Id)));
        foreach (var trigger in Instrument.HardTriggers.Except(table.Rules.Select(r => r.Trigger).OfType<string>())) faults.Add(new(trigger, "protection.draft.trigger_without_rule"));
        foreach (var rule in table.Rules)
        {
            if (rule.Trigger is null && rule.Level is null && rule.Band is null && rule.Outcomes is not { Count: > 0 }) faults.Add(new(rule.Id, "protection.draft.rule_proposes_nothing"));
            if (rule.Trigger is { } id && instrument.Triggers.All(t => t.Id != id)) faults.Add(new(rule.Id, "protection.draft.unknown_name"));
            foreach (var part in rule.When.WithParts)
            {
                if (Unknown(part, instrument)) faults.Add(new(rule.Id, "protection.draft.unknown_name"));
                if (IsEmpty(part)) faults.Add(new(rule.Id, "protection.draft.empty_condition"));
                if (AsksForCalm(part)) faults.Add(new(rule.Id, "protection.draft.condition_asks_for_protection"));
                if (rule.Trigger is not null && part is AnyAtLevel { Unprotected: true }) faults.Add(new(rule.Id, "protection.draft.protection_in_trigger"));
            }
        }
        return faults;
    }

    private static bool Unknown(Condition part, Instrument instrument) => part switch
    {
        TriageIs t => instrument.Triage.All(q => q.Id != t.Question),
        FactorIs f => instrument.Factors.All(k => k.Id != f.Factor),
        Silent s => s.Factors.Except(instrument.Factors.Select(f => f.Id)).Any(),
        _ => false,
    };

    // "All of nothing" holds always and "any of nothing" never: both are a slip of the hand.
    private static bool IsEmpty(Condition part) => part is All { Of.Count: 0 } or AnyOf { Of.Count: 0 } or TriageIs { Is.Count: 0 } or FactorIs { Is.Count: 0 } or AnyAtLevel { Is.Count: 0 } or AgeIs { Is.Count: 0 } or ScreenIs { Is.Count: 0 } or Silent { Factors.Count: 0 };

    private static bool AsksForCalm(Condition part) => part switch
    {
        TriageIs t => t.Is.Contains(Reply.No),
        FactorIs f => f.Is.Any(Calm),
        AnyAtLevel l => l.Is.Any(Calm),
        AgeIs a => a.Is.Contains(AgeBand.Adult),
        ScreenIs s => s.Is.Contains(Screening.Trafficking.Indication.None),
        _ => false,
    };

    private static bool Calm(Pole pole) => pole == Pole.Neutral || pole.IsProtection();

    private static IEnumerable<Fault> Twice(IEnumerable<string> ids) => ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => new Fault(g.Key, "protection.draft.twice"));
}
