using Amparo.Protection.Rules;
using Amparo.Protection.Screening;

namespace Amparo.Tests.Protection.Screening;

public sealed class GateTests
{
    [Fact]
    public void The_gate_opens_only_where_each_thing_was_asked_and_answered_well()
    {
        var open = 0;
        foreach (var place in Enum.GetValues<GateReply>())
            foreach (var interpreter in Enum.GetValues<GateReply>())
                foreach (var purpose in Enum.GetValues<GateReply>())
                    foreach (var refuse in Enum.GetValues<GateReply>())
                    {
                        var gate = new Gate(place, interpreter, purpose, refuse);
                        if (!gate.IsOpen) continue;
                        open++;
                        Assert.True(gate.IsAnswered);
                        Assert.Equal((GateReply.Yes, GateReply.Yes, GateReply.Yes), (place, purpose, refuse));
                        Assert.Contains(interpreter, new[] { GateReply.Yes, GateReply.NotNeeded });
                    }
        Assert.Equal(2, open);
    }

    [Fact]
    public void Behind_a_closed_gate_nothing_is_asked_and_a_wound_that_is_seen_still_starts_its_clock()
    {
        var beside = ScreeningRandom.Open with { PrivatePlace = GateReply.No };
        Assert.Equal("protection.rule.gate_is_closed", Assert.Throws<RuleBroken>(() => Assessed.Of(beside, AgeBand.Adult, [new("N1", Reply.Yes, Source.Said)], [])).Key);
        Assert.Equal("protection.rule.gate_is_closed", Assert.Throws<RuleBroken>(() => Assessed.Of(beside, AgeBand.Adult, [], [new("I16", Pole.Declined, Source.Said)])).Key);
        var seen = Assessed.Of(beside, AgeBand.Adult, [new("N1", Reply.Yes, Source.Seen)], []);
        Assert.Contains(Propose.From(seen, [], First.Instrument, First.Rules).Triggers, t => t.Trigger == "T1");
    }
}
