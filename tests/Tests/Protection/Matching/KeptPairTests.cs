using Amparo.Protection.People.Matching;

namespace Amparo.Tests.Protection.Matching;

[Trait("Needs", "Database")]
public sealed class KeptPairTests : IDisposable
{
    private static readonly Guid Team = Guid.CreateVersion7(), A = Guid.CreateVersion7(), B = Guid.CreateVersion7(), Officer = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Digest = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly Platform _platform = new();

    [Fact]
    public async Task A_decision_comes_back_as_it_was_made()
    {
        var pair = Pair();
        pair.Decide(PairStates.Different, Digest, Officer, Now);
        await _platform.Given(pair);
        var kept = await _platform.Read(db => db.Set<CandidatePair>().SingleAsync());
        Assert.Equal((PairStates.Different, PairStates.Different, (Guid?)Officer, Verdict.Likely), (kept.State, kept.Decision, kept.DecidedBy, kept.Verdict));
        Assert.Equal(Digest, kept.Digest);
        kept.Compared(Verdict.Unlikely, Digest, Now);
        Assert.Equal(PairStates.Different, kept.State);
    }

    [Fact]
    public async Task Two_who_find_one_pair_from_both_sides_keep_one()
    {
        await _platform.Given(Pair());
        await Assert.ThrowsAsync<DbUpdateException>(() => _platform.Given(CandidatePair.New(Team, B, A, Verdict.Possible, Digest, Now)));
        Assert.Equal(Verdict.Likely, (await _platform.Read(db => db.Set<CandidatePair>().SingleAsync())).Verdict);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told()
    {
        await _platform.Given(Pair());
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _platform.In(async (db, _) =>
        {
            var mine = await db.Set<CandidatePair>().SingleAsync();
            await _platform.In(async (other, _) =>
            {
                (await other.Set<CandidatePair>().SingleAsync()).Decide(PairStates.Same, Digest, Officer, Now);
                return await other.SaveChangesAsync();
            });
            mine.Decide(PairStates.Different, Digest, Officer, Now);
            return await db.SaveChangesAsync();
        }));
        Assert.Equal(PairStates.Same, (await _platform.Read(db => db.Set<CandidatePair>().SingleAsync())).State);
    }

    public void Dispose() => _platform.Dispose();

    private static CandidatePair Pair() => CandidatePair.New(Team, A, B, Verdict.Likely, Digest, Now);
}
