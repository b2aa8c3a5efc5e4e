using Amparo.Protection.Screening;

namespace Amparo.Protection.Rules.Drafting;

/// <summary>An invented case with what the rules must say of it. Whoever edits the rules sees at once whom the edit would have missed.</summary>
internal sealed record Sample(string Id, string About, Assessed Case, IReadOnlyList<string> Triggers, Level Level)
{
    /// <summary>As if it had been answered at a desk: in the order of its own, and nothing said behind a closed gate.</summary>
    public Sample Asked() => this with { Case = Assessed.Of(Case.Gate, Case.Age, Case.Triage, Case.Factors, Case.Trafficking) };
}

/// <summary>A sample of which the draft says something else than is expected.</summary>
internal sealed record Missed(Sample Sample, IReadOnlyList<string> Triggers, Level Level);

internal static class Samples
{
    public static IReadOnlyList<Missed> MissedBy(this IEnumerable<Sample> samples, Instrument instrument, RuleTable table) =>
    [
        .. samples.Select(s => (Sample: s, Said: Propose.From(s.Case, [], instrument, table)))
            .Select(s => new Missed(s.Sample, [.. s.Said.Triggers.Select(t => t.Trigger)], s.Said.Level))
            .Where(m => m.Level != m.Sample.Level || !m.Triggers.SequenceEqual(m.Sample.Triggers.Order(StringComparer.Ordinal))),
    ];

    /// <summary>Samples whose expectation is another one than before, or that are gone. A new sample changes none.</summary>
    public static IReadOnlyList<string> ChangedSince(this IEnumerable<Sample> samples, IEnumerable<Sample> before)
    {
        var now = samples.ToDictionary(s => s.Id, Expected);
        return [.. before.Where(b => now.GetValueOrDefault(b.Id) != Expected(b)).Select(b => b.Id).Order(StringComparer.Ordinal)];
    }

    private static string Expected(Sample sample) => Canonical.Write(sample with { About = "" });
}
