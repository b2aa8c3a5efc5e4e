using Amparo.Protection.Rules;
using Amparo.Protection.Rules.Drafting;
using Amparo.Protection.Screening;

namespace Amparo.Tests.Protection.Screening;

/// <summary>How a programme makes the catalogue its own: drafted by one, tried on samples, compared, published by another.</summary>
public sealed class DraftTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ana = Guid.CreateVersion7(), Luz = Guid.CreateVersion7(), Eva = Guid.CreateVersion7();

    [Fact]
    public void The_samples_that_come_with_the_program_say_what_was_thought_out_beforehand()
    {
        Assert.True(First.Samples.Count >= 15);
        Assert.Equal([], First.Samples.MissedBy(First.Instrument, First.Rules).Select(m => $"{m.Sample.Id}: {string.Join(' ', m.Triggers)} {m.Level}"));
    }

    [Fact]
    public void Whoever_wrote_any_of_a_draft_does_not_publish_it()
    {
        var draft = RuleVersion.Draft(RuleSet.First, null, Ana, Noon);
        draft.Write(RuleSet.First, Luz);
        draft.Write(RuleSet.First, Ana);
        Assert.Equal("protection.draft.second_person", Broken(() => draft.Publish(null, Ana, null, Noon)));
        Assert.Equal("protection.draft.second_person", Broken(() => draft.Publish(null, Luz, null, Noon)));
        draft.Publish(null, Eva, null, Noon);
        Assert.Equal(Eva, draft.PublishedBy);
    }

    [Fact]
    public void What_is_published_never_changes()
    {
        var version = Published();
        var (body, print) = (version.Body, version.Print);
        Assert.Equal("protection.draft.published_already", Broken(() => version.Write(RuleSet.First, Ana)));
        Assert.Equal("protection.draft.published_already", Broken(() => version.Publish(null, Luz, null, Noon)));
        Assert.Equal((body, print), (version.Body, version.Print));
    }

    [Fact]
    public void A_draft_that_says_less_of_a_sample_is_not_published_and_names_the_sample()
    {
        // Somebody takes one of the two rules of fear away: who asks for protection would be asked nothing more.
        var set = RuleSet.First with { Rules = First.Rules with { Rules = [.. First.Rules.Rules.Where(r => r.Id != "fear_said")] } };
        var draft = RuleVersion.Draft(set, Published(), Ana, Noon);
        Assert.Equal("cannot_go_back", Assert.Single(set.Samples.MissedBy(set.Instrument, set.Rules)).Sample.Id);
        Assert.Equal("protection.draft.samples_missed", Broken(() => draft.Publish(Published(), Luz, "Lo pidió la región", Noon)));
    }

    [Fact]
    public void A_changed_expectation_needs_a_reason_and_a_new_sample_does_not()
    {
        var before = Published();
        RuleSet With(params Sample[] samples) => RuleSet.First with { Samples = samples };
        var fewer = RuleVersion.Draft(With([.. First.Samples.Skip(1)]), before, Ana, Noon);
        Assert.Equal("protection.draft.expectation_needs_reason", Broken(() => fewer.Publish(before, Luz, " ", Noon)));
        fewer.Publish(before, Luz, "El caso estaba repetido", Noon);
        Assert.Equal("El caso estaba repetido", fewer.Reason);

        var more = RuleVersion.Draft(With([.. First.Samples, First.Samples[0] with { Id = "another" }]), before, Ana, Noon);
        more.Publish(before, Luz, null, Noon);
        Assert.Equal(2, more.Number);
    }

    [Fact]
    public void A_draft_without_samples_or_with_a_fault_is_not_published()
    {
        Assert.Equal("protection.draft.samples_missed", Broken(() => RuleVersion.Draft(RuleSet.First with { Samples = [] }, null, Ana, Noon).Publish(null, Luz, "x", Noon)));
        var faulty = RuleSet.First with { Rules = First.Rules with { Rules = [.. First.Rules.Rules.Where(r => r.Trigger != "T7")] } };
        Assert.Equal("protection.draft.has_faults", Broken(() => RuleVersion.Draft(faulty, null, Ana, Noon).Publish(null, Luz, "x", Noon)));
    }

    [Fact]
    public void There_is_one_draft_at_a_time() =>
        Assert.Equal("protection.draft.one_at_a_time", Broken(() => RuleVersion.Draft(RuleSet.First, RuleVersion.Draft(RuleSet.First, null, Ana, Noon), Luz, Noon)));

    [Fact]
    public void What_changed_is_named_by_id_and_a_rule_that_only_moved_is_no_change()
    {
        Assert.Empty((RuleSet.First with { Rules = First.Rules with { Rules = [.. First.Rules.Rules.Reverse()] } }).Since(RuleSet.First));
        var words = First.Instrument.Words.ToDictionary(w => w.Key, w => (IReadOnlyDictionary<string, string>)w.Value.ToDictionary(x => x.Key, x => x.Key == "N1.ask" && w.Key == "es" ? "¿Necesita ayuda?" : x.Value));
        var now = new RuleSet(First.Instrument with { Words = words }, First.Rules with { Rules = [.. First.Rules.Rules.Where(r => r.Id != "stranded"), new RuleLine("mine", new AgeIs([AgeBand.Child]), Band: Band.Day)] }, First.Samples);
        Assert.Equal([(ChangeKind.Changed, "word", "es/N1.ask"), (ChangeKind.Added, "rule", "mine"), (ChangeKind.Removed, "rule", "stranded")], now.Since(RuleSet.First).Select(c => (c.Kind, c.Part, c.Id)));
    }

    [Fact]
    public void A_file_that_was_written_here_is_read_here_as_the_same()
    {
        var (set, faults) = RuleSet.Read(RuleSet.First.Write());
        Assert.Empty(faults);
        Assert.Equal(RuleSet.First.Write(), set!.Write());
    }

    [Theory]
    [InlineData("", "$ (1)"), InlineData("null", "$"), InlineData("[]", "$ (1)"), InlineData("{", "$ (1)"), InlineData("{\"instrument\":null}", "$.instrument")]
    public void A_file_that_cannot_be_read_says_where_and_nothing_of_it_is_taken(string text, string where)
    {
        var (set, faults) = RuleSet.Read(text);
        Assert.Null(set);
        Assert.Equal(new Fault(where, "protection.draft.not_read"), Assert.Single(faults));
    }

    [Fact]
    public void A_file_with_one_wrong_letter_anywhere_is_refused_in_words_and_never_by_a_crash()
    {
        var (text, random, read) = (RuleSet.First.Write(), new Random(20261122), 0);
        for (var i = 0; i < ScreeningRandom.Cases(60); i++)
        {
            var at = random.Next(text.Length);
            var (set, faults) = RuleSet.Read(text[..at] + (char)random.Next(0x20, 0x7f) + text[(at + 1)..]);
            Assert.True(set is not null || faults.Count > 0);
            if (set is not null) read++;
        }
        Assert.True(read > 5, "No file was read at all: mend this test.");
    }

    [Fact]
    public void A_sample_that_asks_behind_a_closed_gate_is_refused()
    {
        var broken = RuleSet.First.Write().Replace("\"private_place\":\"yes\"", "\"private_place\":\"no\"", StringComparison.Ordinal);
        Assert.Equal(new Fault("samples", "protection.rule.gate_is_closed"), Assert.Single(RuleSet.Read(broken).Faults));
    }

    private static RuleVersion Published()
    {
        var version = RuleVersion.Draft(RuleSet.First, null, Ana, Noon);
        version.Publish(null, Luz, null, Noon);
        return version;
    }

    private static string Broken(Action act) => Assert.Throws<RuleBroken>(act).Key;
}
