using System.Text.Json;
using Amparo.Protection.Rules;
using Amparo.Protection.Screening;

namespace Amparo.Tests.Protection.Screening;

/// <summary>What a programme may write into its rules, and what nobody may.</summary>
public sealed class RuleTableTests
{
    [Fact]
    public void The_versions_that_come_with_the_program_are_without_fault_and_read_themselves_again()
    {
        Assert.Empty(Wrong.In(First.Instrument));
        Assert.Empty(Wrong.In(First.Rules, First.Instrument));
        var written = JsonSerializer.Serialize(First.Rules, Canonical.Options);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<RuleTable>(written, Canonical.Options), Canonical.Options));
    }

    [Fact]
    public void What_nobody_has_verified_says_so_and_what_no_speaker_has_read_is_a_draft()
    {
        Assert.Equal(63, First.Instrument.Factors.Count);
        Assert.Contains(First.Instrument.Factors, f => f is { Id: "C08", Provenance: Provenance.ToBeVerified });
        Assert.Contains(First.Instrument.Factors, f => f is { Id: "I01", Provenance: Provenance.Verified });
        Assert.Equal(["fr", "pt", "ht"], First.Instrument.Drafts);
    }

    [Theory]
    [InlineData("""{"factor":"I08","is":["protective"]}""", "protection.draft.condition_asks_for_protection")]
    [InlineData("""{"factor":"I08","is":["strong_risk","neutral"]}""", "protection.draft.condition_asks_for_protection")]
    [InlineData("""{"triage":"N1","is":["no"]}""", "protection.draft.condition_asks_for_protection")]
    [InlineData("""{"age":["adult"]}""", "protection.draft.condition_asks_for_protection")]
    [InlineData("""{"screen":["none"]}""", "protection.draft.condition_asks_for_protection")]
    [InlineData("""{"any":[{"all":[{"level":"individual","is":["risk"],"unprotected":true}]}]}""", "protection.draft.protection_in_trigger")]
    [InlineData("""{"factor":"I99","is":["risk"]}""", "protection.draft.unknown_name")]
    [InlineData("""{"silent":["I01","X1"]}""", "protection.draft.unknown_name")]
    [InlineData("""{"all":[]}""", "protection.draft.empty_condition")]
    [InlineData("""{"factor":"I08","is":[]}""", "protection.draft.empty_condition")]
    public void A_rule_that_could_talk_danger_down_or_that_says_nothing_is_refused(string condition, string key)
    {
        var rule = new RuleLine("mine", JsonSerializer.Deserialize<Condition>(condition, Canonical.Options)!, Trigger: "T1");
        var fault = Assert.Single(Wrong.In(First.Rules with { Rules = [.. First.Rules.Rules, rule] }, First.Instrument).Distinct());
        Assert.Equal(("mine", key), (fault.Where, fault.Key));
    }

    [Theory]
    [InlineData("""{"factor":"I08"}"""), InlineData("""{"is":["risk"]}"""), InlineData("{}"), InlineData("""{"factor":"I08","triage":"N1","is":["yes"]}""")]
    [InlineData("""{"factor":"I08","is":["worst"]}"""), InlineData("""{"factor":"I08","is":[0]}"""), InlineData("""{"age":["child"],"is":["risk"]}"""), InlineData("""{"not":{"age":["child"]}}""")]
    [InlineData("""{"triage":"N1","is":["yes"],"stage":"before"}"""), InlineData("""{"factor":"I08","is":["risk"],"unprotected":true}"""), InlineData("""{"factor":"I08","factor":"I09","is":["risk"]}""")]
    public void A_condition_in_no_words_of_the_language_is_not_read(string condition) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Condition>(condition, Canonical.Options));

    [Fact]
    public void No_trigger_can_be_edited_away()
    {
        foreach (var trigger in Instrument.HardTriggers)
        {
            Assert.Contains(new Fault(trigger, "protection.draft.trigger_missing"), Wrong.In(First.Instrument with { Triggers = [.. First.Instrument.Triggers.Where(t => t.Id != trigger)] }));
            Assert.Contains(new Fault(trigger, "protection.draft.trigger_without_rule"), Wrong.In(First.Rules with { Rules = [.. First.Rules.Rules.Where(r => r.Trigger != trigger)] }, First.Instrument));
        }
    }

    [Fact]
    public void A_clock_runs_no_longer_than_its_band_and_no_id_stands_twice()
    {
        var first = First.Instrument;
        Assert.Contains(Wrong.In(first with { Triggers = [first.Triggers[0] with { Hours = 25 }, .. first.Triggers.Skip(1)] }), f => f == new Fault("T1", "protection.draft.clock_longer_than_band"));
        Assert.Contains(Wrong.In(first with { Triggers = [first.Triggers[0] with { Hours = 0 }, .. first.Triggers.Skip(1)] }), f => f == new Fault("T1", "protection.draft.clock_longer_than_band"));
        Assert.Contains(Wrong.In(first with { Factors = [.. first.Factors, first.Factors[0]] }), f => f == new Fault("I01", "protection.draft.twice"));
        Assert.Contains(Wrong.In(First.Rules with { Rules = [.. First.Rules.Rules, First.Rules.Rules[0]] }, first), f => f.Key == "protection.draft.twice");
    }

    [Theory, InlineData("ht", "N1.ask"), InlineData("es", "T3.do_not_ask"), InlineData("en", "C01.ask"), InlineData("fr", "H13.ask")]
    public void What_a_person_is_asked_exists_in_five_languages_and_the_rest_in_two(string language, string key)
    {
        var words = First.Instrument.Words.ToDictionary(w => w.Key, w => (IReadOnlyDictionary<string, string>)w.Value.Where(x => w.Key != language || x.Key != key).ToDictionary());
        Assert.Equal([new Fault($"{language}/{key}", "protection.draft.word_missing")], Wrong.In(First.Instrument with { Words = words }));
    }

    [Fact]
    public void A_question_asks_for_a_need_and_for_no_account_and_says_usted()
    {
        var asked = First.Instrument.Words["es"].Where(w => w.Key.EndsWith(".ask", StringComparison.Ordinal)).ToList();
        Assert.True(asked.Count > 60);
        foreach (var (key, text) in asked)
            Assert.False(text.ToLowerInvariant().Split(' ', '?', '¿', ',').Any(w => w is "tú" or "tu" or "tienes" or "quieres" or "violaron" or "abusaron" or "pasó" or "golpearon" or "obligaron"), $"{key}: {text}");
    }
}
