namespace Amparo.Tests.Audit;

[Trait("Needs", "Database")]
public sealed class SealersTests : IDisposable
{
    private readonly AuditHouse _house = new();

    [Fact]
    public async Task Two_servers_that_seal_at_once_while_others_write_leave_no_gap_and_no_row_behind()
    {
        var writing = true;
        var sealers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var more = true; more;)
            {
                more = Volatile.Read(ref writing);
                await _house.Seal();
                await _house.Sign();
            }
        })).ToList();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++) await Message($"writer{writer}-{i:D12}");
        })));
        Volatile.Write(ref writing, false);
        await Task.WhenAll(sealers);
        await _house.Seal();
        await _house.Sign();

        var places = await _house.In(s => s.GetRequiredService<Database>().Set<AuditEntry>().OrderBy(a => a.Sequence).Select(a => a.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 120).Select(i => (long?)i), places);
        var found = await _house.Verify();
        Assert.Equal((120L, 0L, null), (found.Sealed, found.Waiting, found.Wrong));
        Assert.True(found.Checkpoints > 0);
    }

    [Fact]
    public async Task A_row_that_is_committed_after_later_ones_were_sealed_is_not_lost_and_comes_after_them()
    {
        await _house.Signed(3);
        var slow = _house.Clock.Now.AddSeconds(1);
        if (_house.Services.GetRequiredService<Engine>().IsPostgres)
        {
            // A long transaction writes its row first and commits last.
            await _house.In(async services =>
            {
                var db = services.GetRequiredService<Database>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                _house.Clock.Now = slow;
                await db.Recorded("test.slow", "kernel_inbox", null, 1, AuditOutcomes.Done, default);
                await _house.Signed(4);
                await transaction.CommitAsync();
                return 0;
            });
        }
        else
        {
            // One writer at a time: here such a row comes from a clock that was set back.
            await _house.Signed(4);
            _house.Clock.Now = slow;
            await _house.In(async services =>
            {
                await services.GetRequiredService<Database>().Recorded("test.slow", "kernel_inbox", null, 1, AuditOutcomes.Done, default);
                return 0;
            });
        }
        Assert.Equal(1, await _house.Seal());
        var late = await _house.In(s => s.GetRequiredService<Database>().Set<AuditEntry>().SingleAsync(a => a.Act == "test.slow"));
        Assert.Equal((slow, 8L), (late.At, late.Sequence));
        Assert.Equal(new AuditFinding(8, 0, 2), await _house.Verify());
    }

    private Task<int> Message(string key) => _house.In(async services =>
    {
        await services.GetRequiredService<IInbox>().Put("test.message", key.PadLeft(20, '0'), "{}", default);
        return 0;
    });

    public void Dispose() => _house.Dispose();
}
