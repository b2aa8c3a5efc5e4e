using System.Text.Json;
using Amparo.Protection.Profiles;
using Amparo.Protection.Rules;
using Amparo.Protection.Screening;

namespace Amparo.Tests.Protection.Screening;

/// <summary>What must hold of every proposal, whatever was answered: thousands of answers by chance.</summary>
public sealed class ProposalPropertyTests
{
    private static readonly Pole[] Silences = [Pole.Declined, Pole.NotAsked, Pole.Unknown], Calm = [Pole.Neutral, Pole.Protective, Pole.StrongProtective];

    [Fact]
    public void The_same_answers_in_any_order_give_the_same_proposal()
    {
        Each(4000, (random, assessed, context) =>
        {
            var other = Assessed.Of(assessed.Gate, assessed.Age, random.Shuffled(assessed.Triage), random.Shuffled(assessed.Factors), assessed.Trafficking);
            Assert.Equal(Written(assessed), Written(other));
            Assert.Equal(Written(Proposed(assessed, context)), Written(Proposed(other, random.Shuffled(context))));
        });
    }

    [Fact]
    public void What_is_declined_unknown_or_never_asked_is_never_taken_for_calm()
    {
        var (seen, low) = (0, 0);
        Each(6000, (random, assessed, context) =>
        {
            var factor = random.One(ScreeningRandom.Personal);
            var calm = Proposed(With(assessed, new(factor, random.One(Calm), Source.Said)), context);
            foreach (var silent in new[] { With(assessed, new(factor, random.One(Silences), Source.Said)), With(assessed, null, factor) })
            {
                var proposal = Proposed(silent, context);
                Assert.True(proposal.Level >= calm.Level && proposal.Band <= calm.Band, $"{factor}: {calm.Level} {calm.Band} became {proposal.Level} {proposal.Band}");
                Assert.Contains(factor, proposal.Unanswered);
                Assert.Subset(proposal.Triggers.Select(t => t.Trigger).ToHashSet(), calm.Triggers.Select(t => t.Trigger).ToHashSet());
                if (calm.Level == Level.Low) low++;
                if (proposal.Level == Level.NotEnoughInformation && calm.Level == Level.Low) seen++;
            }
        });
        Assert.True(low > 20 && seen > 5, $"Of {low} low ones {seen} were raised by silence: mend the answers by chance.");
    }

    [Fact]
    public void What_was_not_answered_in_triage_is_never_taken_for_no()
    {
        Each(4000, (random, assessed, context) =>
        {
            var question = random.One(ScreeningRandom.Instrument.Triage).Id;
            var others = assessed.Triage.Where(t => t.Question != question).ToList();
            Proposal With(params TriageAnswer[] answer) => Proposed(Assessed.Of(assessed.Gate, assessed.Age, [.. others, .. answer], assessed.Factors, assessed.Trafficking), context);
            var no = With(new TriageAnswer(question, Reply.No, Source.Said));
            foreach (var silent in new[] { With(), With(new TriageAnswer(question, random.One<Reply>([Reply.Declined, Reply.Unknown, Reply.NotAsked]), Source.Said)) })
            {
                Assert.True(silent.Level >= no.Level && silent.Band <= no.Band);
                Assert.NotEqual(Level.Low, silent.Level);
            }
        });
    }

    [Fact]
    public void Protection_never_cancels_a_trigger()
    {
        var triggers = 0;
        Each(6000, (random, assessed, context) =>
        {
            var before = Proposed(assessed, context);
            var protectedToo = Assessed.Of(assessed.Gate, assessed.Age, assessed.Triage, [.. assessed.Factors, .. ScreeningRandom.Personal.Select(f => new Answer(f, Pole.StrongProtective, Source.Document, random.Stage()))], assessed.Trafficking);
            var after = Proposed(protectedToo, context);
            Assert.Equal(before.Triggers.Select(t => t.Trigger), after.Triggers.Select(t => t.Trigger));
            foreach (var raised in after.Triggers)
            {
                var trigger = ScreeningRandom.Instrument.TriggerOf(raised.Trigger);
                Assert.True(after.Band <= trigger.Band && after.Level >= trigger.Level);
                triggers++;
            }
        });
        Assert.True(triggers > 2000);
    }

    [Fact]
    public void A_changed_protective_answer_never_lowers_urgency_below_a_trigger()
    {
        Each(6000, (random, assessed, context) =>
        {
            var protective = assessed.Factors.Where(f => f.Pole.IsProtection()).ToList();
            if (protective.Count == 0) return;
            var changed = random.One(protective);
            var after = Proposed(Assessed.Of(assessed.Gate, assessed.Age, assessed.Triage, [.. assessed.Factors.Where(f => f != changed), changed with { Pole = random.Value<Pole>() }], assessed.Trafficking), context);
            foreach (var raised in Proposed(assessed, context).Triggers)
            {
                Assert.Contains(after.Triggers, t => t.Trigger == raised.Trigger);
                Assert.True(after.Band <= ScreeningRandom.Instrument.TriggerOf(raised.Trigger).Band);
            }
        });
    }

    [Fact]
    public void Whoever_may_be_a_child_is_never_proposed_less_than_an_adult_with_the_same_answers()
    {
        Each(4000, (_, assessed, context) =>
        {
            Proposal As(AgeBand age) => Proposed(Assessed.Of(assessed.Gate, age, assessed.Triage, assessed.Factors, assessed.Trafficking), context);
            var (child, unknown, adult) = (As(AgeBand.Child), As(AgeBand.Unknown), As(AgeBand.Adult));
            Assert.Equal(Written(child), Written(unknown));
            Assert.True(child.Level >= adult.Level && child.Band <= adult.Band);
        });
    }

    [Fact]
    public void Everything_that_is_proposed_names_the_rules_that_said_so()
    {
        var known = First.Rules.Rules.Select(r => r.Id).ToHashSet();
        Each(3000, (_, assessed, context) =>
        {
            var proposal = Proposed(assessed, context);
            Assert.All(proposal.Triggers, t => Assert.NotEmpty(t.By));
            Assert.All(proposal.Outcomes, o => Assert.NotEmpty(o.By));
            Assert.True(proposal.LevelBy.Count > 0 || proposal.Level == Level.Low);
            Assert.True(proposal.BandBy.Count > 0 || proposal.Band == Band.TwoWeeks);
            Assert.Empty(proposal.Triggers.SelectMany(t => t.By).Concat(proposal.Outcomes.SelectMany(o => o.By)).Concat(proposal.LevelBy).Concat(proposal.BandBy).Except(known));
        });
    }

    [Fact]
    public void A_profile_loses_no_factor_and_names_each_that_nobody_answered()
    {
        Each(2000, (_, assessed, context) =>
        {
            var profile = Profile.Of(new(assessed, context), ScreeningRandom.Instrument);
            Assert.Equal(Enum.GetValues<FactorLevel>(), profile.Select(p => p.Level));
            var answers = assessed.Factors.Select(a => (a.Factor, a.Pole)).Concat(context.SelectMany(c => c.Answers.Select(a => (a.Factor, a.Pole)))).ToList();
            foreach (var (factor, pole) in answers)
            {
                var level = profile.Single(p => p.Level == ScreeningRandom.Instrument.Factors.Single(f => f.Id == factor).Level);
                if (pole.IsRisk()) Assert.Contains(factor, level.Risk);
                if (pole.IsProtection()) Assert.Contains(factor, level.Protection);
            }
            Assert.Equal(ScreeningRandom.Instrument.Factors.Select(f => f.Id).Except(answers.Where(a => !a.Pole.IsSilent()).Select(a => a.Factor)).Order(StringComparer.Ordinal), profile.SelectMany(p => p.Unknown).Order(StringComparer.Ordinal));
        });
    }

    private static Assessed With(Assessed assessed, Answer? answer, string? without = null) =>
        Assessed.Of(assessed.Gate, assessed.Age, assessed.Triage, [.. assessed.Factors.Where(f => f.Factor != (answer?.Factor ?? without)), .. answer is null ? Array.Empty<Answer>() : [answer]], assessed.Trafficking);

    private static void Each(int usual, Action<ScreeningRandom, Assessed, IReadOnlyList<ContextProfile>> holds)
    {
        for (var seed = 0; seed < ScreeningRandom.Cases(usual); seed++)
        {
            var random = new ScreeningRandom(seed);
            holds(random, random.Assessed(), random.Context());
        }
    }

    private static Proposal Proposed(Assessed assessed, IReadOnlyList<ContextProfile> context) => Propose.From(assessed, context, First.Instrument, First.Rules);

    private static string Written<T>(T value) => JsonSerializer.Serialize(value, Canonical.Options);
}
