using Amparo.Protection.People;
using Amparo.Protection.Rules;
using Amparo.Protection.Screening;

namespace Amparo.Tests.Protection.Screening;

public sealed class DecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = ScreeningRandom.Today;
    private static readonly Guid Ana = Guid.CreateVersion7(), Luz = Guid.CreateVersion7();

    [Theory, InlineData(nameof(AgeBand.Child)), InlineData(nameof(AgeBand.Unknown))]
    public void Two_persons_determine_for_whoever_may_be_a_child_and_one_protects_at_once(string band)
    {
        var age = Enum.Parse<AgeBand>(band);
        Assert.Equal("protection.rule.two_for_a_child", Broken(age, Chosen() with { By = [Ana] }));
        Assert.Equal("protection.rule.two_for_a_child", Broken(age, Chosen() with { By = [Ana, Ana] }));
        Assert.Equal([.. new[] { Ana, Luz }.Order()], Made(age, Chosen() with { By = [Luz, Ana] }).Choice.By);
        Assert.True(Made(age, Chosen() with { By = [Ana], Kind = DecisionKind.ImmediateProtection }).WithinTime);
    }

    [Fact]
    public void One_person_determines_for_an_adult() => Assert.Equal([Ana], Made(AgeBand.Adult, Chosen() with { By = [Ana] }).Choice.By);

    [Theory, InlineData(""), InlineData(" \n\t "), InlineData("\u00a0")]
    public void Without_a_reason_nothing_is_decided(string reason) => Assert.Equal("protection.rule.say_why", Broken(AgeBand.Adult, Chosen() with { Reason = reason }));

    [Theory, InlineData(0), InlineData(-1)]
    public void The_day_to_assess_again_lies_ahead(int days) => Assert.Equal("protection.rule.when_again", Broken(AgeBand.Adult, Chosen() with { ReassessOn = Today.AddDays(days) }));

    [Fact]
    public void Not_now_is_no_level_above_low_and_not_enough_information_is_no_level()
    {
        Assert.Equal("protection.rule.level_of_verdict", Broken(AgeBand.Adult, Chosen() with { Verdict = Verdict.NotNow, Level = Level.High }));
        Assert.Equal("protection.rule.level_of_verdict", Broken(AgeBand.Adult, Chosen() with { Verdict = Verdict.NotEnoughInformation, Level = Level.Low }));
        Assert.Equal("protection.rule.level_of_verdict", Broken(AgeBand.Adult, Chosen() with { Verdict = Verdict.Vulnerable, Level = Level.NotEnoughInformation }));
    }

    [Fact]
    public void Who_decides_otherwise_than_proposed_may_and_both_are_kept()
    {
        var proposal = Of(AgeBand.Adult);
        Assert.Contains(proposal.Outcomes, o => o.Outcome == Outcome.ImmediateHelp);
        var other = Made(AgeBand.Adult, Chosen() with { Verdict = Verdict.NotNow, Level = Level.Low, Actions = [new(ActionFor.Person, Outcome.InformationOnly)] });
        Assert.True(other.Disagrees);
        Assert.Contains(Outcome.ImmediateHelp, other.LeftOut);
        var same = Made(AgeBand.Adult, Chosen() with { Level = proposal.Level, Actions = [.. proposal.Outcomes.Select(o => new ActionToTake(ActionFor.State, o.Outcome))] });
        Assert.False(same.Disagrees);
    }

    [Theory, InlineData(nameof(DecisionKind.Determination), 24 * 60, true), InlineData(nameof(DecisionKind.Determination), 24 * 60 + 1, false), InlineData(nameof(DecisionKind.ImmediateProtection), 60, true), InlineData(nameof(DecisionKind.ImmediateProtection), 61, false)]
    public void A_late_decision_is_made_and_says_that_it_is_late(string kind, int minutes, bool within) =>
        Assert.Equal(within, Made(AgeBand.Child, Chosen() with { Kind = Enum.Parse<DecisionKind>(kind) }, Noon.AddMinutes(minutes)).WithinTime);

    [Fact]
    public void A_trigger_starts_a_clock_that_no_decision_stops() =>
        Assert.Equal([new Clock("T1", Noon, Noon.AddHours(1))], Of(AgeBand.Adult).Clocks(Noon));

    [Theory]
    [InlineData("2008-02-29", "2026-02-28", true), InlineData("2008-02-29", "2026-03-01", false)]
    [InlineData("2008-11-22", "2026-11-21", true), InlineData("2008-11-22", "2026-11-22", false), InlineData(null, "2026-11-22", true)]
    public void One_is_a_child_until_the_day_and_while_nobody_knows(string? born, string today, bool child) =>
        Assert.Equal(child, Ages.Of(new Birth(born, null, null), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).IsChild());

    [Theory, InlineData("America/Tijuana"), InlineData("America/Guatemala"), InlineData("America/Panama"), InlineData("America/Cancun"), InlineData("America/Belize")]
    public void She_comes_of_age_at_midnight_of_the_office_and_not_of_the_server(string name)
    {
        var (zone, born) = (TimeZoneInfo.FindSystemTimeZoneById(name), new Birth("2008-11-22", null, null));
        var midnight = new DateTimeOffset(new DateTime(2026, 11, 22), zone.GetUtcOffset(new DateTime(2026, 11, 22)));
        AgeBand At(DateTimeOffset instant) => Ages.Of(born, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
        Assert.Equal((AgeBand.Child, AgeBand.Adult), (At(midnight.AddSeconds(-1)), At(midnight)));
    }

    [Fact]
    public void What_happens_after_it_opens_a_decision_again_and_what_happened_before_does_not()
    {
        var decision = Made(AgeBand.Child, Chosen());
        IReadOnlyList<Reopening> Open(DateOnly today, DateOnly? born = null, params Happened[] events) => Reassessment.Of(decision, AgeBand.Child, new(born?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), null, null), events, today);
        Assert.Empty(Open(Today));
        foreach (var what in new[] { Reopening.NewIncident, Reopening.PlaceChanged, Reopening.Returned, Reopening.CarerChanged })
        {
            Assert.Equal([what], Open(Today, null, new Happened(what, Noon.AddHours(1))));
            Assert.Empty(Open(Today, null, new Happened(what, Noon.AddHours(-1))));
        }
        Assert.Empty(Open(Today.AddDays(29)));
        Assert.Equal([Reopening.DayCame], Open(Today.AddDays(30)));
        Assert.Equal([Reopening.TurnedAdult], Open(Today.AddDays(1), Today.AddDays(1).AddYears(-18)));
        Assert.Empty(Open(Today, Today.AddDays(1).AddYears(-18)));
    }

    private static Choice Chosen() => new(DecisionKind.Determination, Verdict.Vulnerable, Level.High, [new(ActionFor.Person, Outcome.ImmediateHelp)], "Necesita atención hoy", [Ana, Luz], Today.AddDays(30));

    private static Assessed Hurt(AgeBand age) => Assessed.Of(ScreeningRandom.Open, age, [new("N1", Reply.Yes, Source.Said), new("N2", Reply.No, Source.Document)], []);

    private static Proposal Of(AgeBand age) => Propose.From(Hurt(age), [], First.Instrument, First.Rules);

    private static Decision Made(AgeBand age, Choice choice, DateTimeOffset? now = null) => Decision.Make(choice, Hurt(age), Of(age), Noon, now ?? Noon, Today);

    private static string Broken(AgeBand age, Choice choice) => Assert.Throws<RuleBroken>(() => Made(age, choice)).Key;
}
