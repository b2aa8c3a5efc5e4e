using Amparo.Protection.Profiles;
using Amparo.Protection.Rules;
using Amparo.Protection.Screening;

namespace Amparo.Tests.Protection.Screening;

/// <summary>Years later somebody asks why. The answer is in what was kept, and no later table speaks into it.</summary>
public sealed class ReplayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_decision_replays_and_a_new_table_never_rewrites_an_old_one()
    {
        var versions = new Versions();
        var (instrument, first) = (versions.Add(First.Instrument), versions.Add(First.Rules));
        var kept = new List<(Kept Kept, string Text)>();
        var without = 0;
        for (var seed = 0; seed < ScreeningRandom.Cases(2000); seed++)
        {
            var random = new ScreeningRandom(seed);
            var (assessed, context) = (random.Assessed(), random.Context());
            var proposal = Propose.From(assessed, context, First.Instrument, First.Rules);
            var choice = new Choice(DecisionKind.Determination, Of(proposal.Level), proposal.Level, [], $"Razón «{seed}» \u00f1 </script>", [Guid.CreateVersion7(), Guid.CreateVersion7()], ScreeningRandom.Today.AddDays(30));
            var basis = versions.Decide(Noon, assessed, instrument, first, [.. context.Select(versions.Add)], choice, Noon.AddHours(random.Value<Reply>() == Reply.Yes ? 30 : 2), ScreeningRandom.Today);
            var one = Kept.Of(basis);
            kept.Add((one, one.Text));
            Assert.Equal(one, Kept.Of(one.Read()));
        }

        // A second table, graver in everything: the old decisions do not hear of it.
        var second = First.Rules with { Version = 2, Rules = [.. First.Rules.Rules, new RuleLine("all_grave", new AgeIs([AgeBand.Child, AgeBand.Unknown]), Level: Level.High, Band: Band.Day, Outcomes: [Outcome.ReturnCounselling])] };
        var print = versions.Add(second);
        Assert.NotEqual(first, print);
        foreach (var (decision, text) in kept)
        {
            Assert.True(versions.Replays(decision));
            Assert.Equal(text, decision.Text);
            var basis = decision.Read();
            var other = Propose.From(basis.Assessed, [.. basis.Profiles.Select(versions.Get<ContextProfile>)], First.Instrument, second);
            if (other.Outcomes.Count != basis.Proposal.Outcomes.Count || other.Level != basis.Proposal.Level) without++;
        }
        Assert.True(without > 100, "The second table says the same as the first: mend this test.");
    }

    [Fact]
    public void A_changed_word_is_seen()
    {
        var versions = new Versions();
        var choice = new Choice(DecisionKind.ImmediateProtection, Verdict.Vulnerable, Level.High, [], "Sola", [Guid.CreateVersion7()], ScreeningRandom.Today.AddDays(7));
        var kept = Kept.Of(versions.Decide(Noon, new ScreeningRandom(1).Assessed(), versions.Add(First.Instrument), versions.Add(First.Rules), [], choice, Noon, ScreeningRandom.Today));
        var broken = Assert.Throws<RuleBroken>(() => versions.Replays(kept with { Text = kept.Text.Replace("Sola", "Solo", StringComparison.Ordinal) }));
        Assert.Equal("protection.rule.changed_since_kept", broken.Key);
    }

    [Fact]
    public void A_decision_whose_table_is_missing_says_so_and_takes_no_other()
    {
        var versions = new Versions();
        var choice = new Choice(DecisionKind.ImmediateProtection, Verdict.Vulnerable, Level.High, [], "Sola", [Guid.CreateVersion7()], ScreeningRandom.Today.AddDays(7));
        var kept = Kept.Of(versions.Decide(Noon, new ScreeningRandom(1).Assessed(), versions.Add(First.Instrument), versions.Add(First.Rules), [], choice, Noon, ScreeningRandom.Today));
        var others = new Versions();
        others.Add(First.Instrument);
        others.Add(First.Rules with { Version = 2 });
        Assert.Equal("protection.rule.version_is_missing", Assert.Throws<RuleBroken>(() => others.Replays(kept)).Key);
    }

    private static Verdict Of(Level level) => level switch { Level.NotEnoughInformation => Verdict.NotEnoughInformation, Level.Low => Verdict.NotNow, _ => Verdict.Vulnerable };
}
