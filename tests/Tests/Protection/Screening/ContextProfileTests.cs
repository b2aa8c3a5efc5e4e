using Amparo.Protection.Profiles;
using Amparo.Protection.Rules;
using Amparo.Protection.Screening;

namespace Amparo.Tests.Protection.Screening;

/// <summary>What is known of a place is joined to an assessment by place and day, and what is not known stays unknown.</summary>
public sealed class ContextProfileTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void The_newest_of_the_place_and_of_the_country_that_hold_on_that_day_are_joined()
    {
        var (old, now, over, later) = (Community(1, Day.AddDays(-90)), Community(2, Day.AddDays(-5)), Community(3, Day.AddDays(-4), until: Day.AddDays(-1)), Community(4, Day.AddDays(1)));
        var (country, elsewhere, abroad) = (Structural("GT"), Community(9, Day.AddDays(-1), place: "Esquipulas"), Structural("HN"));
        ContextProfile[] all = [abroad, later, now, elsewhere, country, old, over];
        Assert.Equal([now, country], all.At("GT", "Tecún Umán", Day));
        Assert.Equal([over, country], all.At("GT", "Tecún Umán", Day.AddDays(-1)));
        Assert.Equal([country], all.At("GT", null, Day));
        Assert.Empty(all.At("SV", "Tecún Umán", Day));
    }

    [Fact]
    public void Where_no_profile_holds_the_circumstances_are_unknown_and_a_grave_one_adds_to_a_risk()
    {
        var assessed = Assessed.Of(ScreeningRandom.Open, AgeBand.Adult, [], [new("I26", Pole.Risk, Source.Said), new("I26", Pole.Protective, Source.Said)]);
        ContextProfile[] grave = [Community(1, Day, pole: Pole.StrongRisk)];
        Assert.DoesNotContain("risk_where_the_place_adds", Propose.From(assessed, [], First.Instrument, First.Rules).LevelBy);
        Assert.Contains("risk_where_the_place_adds", Propose.From(assessed, grave, First.Instrument, First.Rules).LevelBy);
        Assert.Contains("C08", Profile.Of(new(assessed, []), First.Instrument).Single(p => p.Level == FactorLevel.Community).Unknown);
        Assert.Contains("C08", Profile.Of(new(assessed, grave), First.Instrument).Single(p => p.Level == FactorLevel.Community).Risk);
    }

    private static ContextProfile Community(int version, DateOnly from, DateOnly? until = null, string place = "Tecún Umán", Pole pole = Pole.Risk) =>
        new(Guid.CreateVersion7(), version, ContextKind.Community, "GT", from, Guid.CreateVersion7(), [new("C08", pole, "Informe público", from)], place, until);

    private static ContextProfile Structural(string country) => new(Guid.CreateVersion7(), 1, ContextKind.Structural, country, Day.AddDays(-200), Guid.CreateVersion7(), []);
}
