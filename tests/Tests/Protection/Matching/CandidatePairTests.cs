using Amparo.Protection.People.Matching;
using Amparo.Protection.People.Names;

namespace Amparo.Tests.Protection.Matching;

public sealed class CandidatePairTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Team = Guid.CreateVersion7(), A = Guid.CreateVersion7(), B = Guid.CreateVersion7(), Officer = Guid.CreateVersion7();
    private static readonly byte[] One = [1], Another = [2];

    [Fact]
    public void A_pair_found_from_either_side_is_one_pair_and_nobody_is_paired_with_herself()
    {
        var (there, back) = (Pair(), CandidatePair.New(Team, B, A, Verdict.Likely, One, Now));
        Assert.Equal((there.Id, there.FirstId, there.SecondId), (back.Id, back.FirstId, back.SecondId));
        Refused("two_records", () => CandidatePair.New(Team, A, A, Verdict.Likely, One, Now));
    }

    [Fact]
    public void A_pair_that_nobody_decided_goes_when_it_is_not_alike_any_more_and_comes_back()
    {
        var pair = Pair();
        pair.Compared(Verdict.Unlikely, Another, Now);
        Assert.Equal(PairStates.Gone, pair.State);
        pair.Compared(Verdict.Possible, One, Now);
        Assert.Equal(PairStates.Open, pair.State);
        Assert.Equal(PairStates.Gone, CandidatePair.New(Team, A, B, Verdict.TooLittle, One, Now).State);
    }

    [Theory]
    [InlineData(PairStates.Same)]
    [InlineData(PairStates.Different)]
    [InlineData(PairStates.Unsure)]
    public void What_somebody_decided_holds_whatever_the_weights_become_until_the_evidence_changes(string decision)
    {
        var pair = Pair();
        pair.Decide(decision, One, Officer, Now);
        pair.Compared(Verdict.Unlikely, One, Now.AddDays(1));
        pair.Compared(Verdict.Likely, One, Now.AddDays(2));
        Assert.Equal((decision, Verdict.Likely, Now.AddDays(2)), (pair.State, pair.Verdict, pair.ComparedAt));

        pair.Compared(Verdict.Possible, Another, Now.AddDays(3));
        Assert.Equal(PairStates.Open, pair.State);
        // What was said then is shown beside the question that is asked again.
        Assert.Equal((decision, (Guid?)Officer, (DateTimeOffset?)Now), (pair.Decision, pair.DecidedBy, pair.DecidedAt));
    }

    [Fact]
    public void Nobody_decides_by_what_is_not_there_any_more()
    {
        var pair = Pair();
        pair.Compared(Verdict.Possible, Another, Now);
        Refused("evidence_changed", () => pair.Decide(PairStates.Different, One, Officer, Now));
        Refused("choose_decision", () => pair.Decide(PairStates.Joined, Another, Officer, Now));
        Assert.Null(pair.Decision);
    }

    [Fact]
    public void Only_what_is_the_same_is_joined_and_of_what_is_joined_nothing_is_found_until_it_is_parted()
    {
        var pair = Pair();
        Refused("decide_first", pair.Join);
        Refused("not_joined", pair.Part);
        pair.Decide(PairStates.Same, One, Officer, Now);
        pair.Join();
        pair.Compared(Verdict.Unlikely, Another, Now);
        Assert.Equal((PairStates.Joined, Verdict.Likely), (pair.State, pair.Verdict));
        Refused("already_joined", () => pair.Decide(PairStates.Different, One, Officer, Now));
        pair.Part();
        Assert.Equal(PairStates.Same, pair.State);
    }

    [Fact]
    public void Any_order_of_events_leaves_a_state_that_the_last_of_them_explains()
    {
        var chance = new Random(29);
        for (var run = 0; run < 500; run++)
        {
            var pair = Pair();
            var (expected, digest) = (PairStates.Open, One);
            for (var step = 0; step < 30; step++)
            {
                var decision = PairStates.Decisions[chance.Next(3)];
                switch (chance.Next(4))
                {
                    case 0 when expected != PairStates.Joined: pair.Decide(decision, digest, Officer, Now); expected = decision; break;
                    case 1 when expected == PairStates.Same: pair.Join(); expected = PairStates.Joined; break;
                    case 2 when expected == PairStates.Joined: pair.Part(); expected = PairStates.Same; break;
                    case 3 when expected != PairStates.Joined:
                        var (verdict, next) = ((Verdict)chance.Next(4), chance.Next(2) == 0 ? digest : [(byte)(digest[0] + 1)]);
                        pair.Compared(verdict, next, Now);
                        if (next != digest || expected is PairStates.Open or PairStates.Gone) expected = verdict >= Verdict.Possible ? PairStates.Open : PairStates.Gone;
                        digest = next;
                        break;
                }
                Assert.Equal(expected, pair.State);
            }
        }
    }

    [Fact]
    public void A_digest_is_of_what_is_compared_whichever_side_comes_first()
    {
        var (maria, jose) = (Of("María", "Choloma"), Of("José", "Tela"));
        var digest = EvidenceDigest.Of(Key, A, maria, B, jose);
        Assert.Equal(digest, EvidenceDigest.Of(Key, B, jose, A, maria));
        Assert.Equal(digest, EvidenceDigest.Of(Key, A, Of("Maria", "CHOLOMA, Cortés"), B, jose));
        Assert.NotEqual(digest, EvidenceDigest.Of(Key, A, Of("Mario", "Choloma"), B, jose));
        Assert.NotEqual(digest, EvidenceDigest.Of(Key, A, Of("María", "Tela"), B, jose));
        Assert.NotEqual(digest, EvidenceDigest.Of(Key, A, jose, B, maria));
        Assert.NotEqual(digest, EvidenceDigest.Of([.. Key.Select(k => (byte)(k + 1))], A, maria, B, jose));
        Assert.NotEqual(EvidenceDigest.Of(Key, A, With(["a b"]), B, jose), EvidenceDigest.Of(Key, A, With(["a", "b"]), B, jose));
        Assert.Throws<ArgumentException>(() => EvidenceDigest.Of(new byte[8], A, maria, B, jose));
    }

    private static CandidatePair Pair() => CandidatePair.New(Team, A, B, Verdict.Likely, One, Now);

    private static Prepared Of(string given, string origin) => new(new() { Name = PersonName.Of([given], ["Mejía"]), Birth = BirthSpan.OnDate(1998), Origin = origin });

    private static Prepared With(string[] surnames) => new(new() { Name = PersonName.Of(["Ana"], surnames) });

    private static void Refused(string rule, Action act)
    {
        var key = Assert.Throws<RuleBroken>(act).Key;
        Assert.Equal($"protection.match.rule.{rule}", key);
        ProtectionTexts.Exist(key);
    }
}
