namespace Amparo.Protection.Rules.Drafting;

internal enum ChangeKind { Added, Removed, Changed }

/// <summary>One thing that is another than in the version before: where, and how it reads before and after.</summary>
internal sealed record Change(ChangeKind Kind, string Part, string Id, string? Before, string? After);

internal static class Changes
{
    /// <summary>By id and never by place: rules that only moved are no change, since their order means nothing.</summary>
    public static IReadOnlyList<Change> Since(this RuleSet now, RuleSet before) =>
    [
        .. Between("factor", before.Instrument.Factors, now.Instrument.Factors, f => f.Id),
        .. Between("triage", before.Instrument.Triage, now.Instrument.Triage, t => t.Id),
        .. Between("trigger", before.Instrument.Triggers, now.Instrument.Triggers, t => t.Id),
        .. Between("word", Words(before.Instrument), Words(now.Instrument), w => w.Id),
        .. Between("draft_language", before.Instrument.Drafts, now.Instrument.Drafts, l => l),
        .. Between("rule", before.Rules.Rules, now.Rules.Rules, r => r.Id),
        .. Between("sample", before.Samples, now.Samples, s => s.Id),
    ];

    private static IEnumerable<Change> Between<T>(string part, IEnumerable<T> before, IEnumerable<T> now, Func<T, string> id)
    {
        var (then, today) = (before.ToDictionary(id, Canonical.Write), now.ToDictionary(id, Canonical.Write));
        foreach (var key in then.Keys.Union(today.Keys).Order(StringComparer.Ordinal))
        {
            var (was, isNow) = (then.GetValueOrDefault(key), today.GetValueOrDefault(key));
            if (was != isNow) yield return new(was is null ? ChangeKind.Added : isNow is null ? ChangeKind.Removed : ChangeKind.Changed, part, key, was, isNow);
        }
    }

    private static IEnumerable<Word> Words(Instrument instrument) => instrument.Words.SelectMany(l => l.Value.Select(w => new Word($"{l.Key}/{w.Key}", w.Value)));

    private sealed record Word(string Id, string Text);
}
