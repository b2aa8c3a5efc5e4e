using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Amparo.Tests.Audit;

[Trait("Needs", "Database")]
public sealed class RecordingTests : IDisposable
{
    private readonly AuditHouse _house = new();

    [Theory]
    [InlineData("UPDATE kernel_audit SET act = 'x'")]
    [InlineData("UPDATE kernel_audit SET sequence = 12, records = 3")]
    [InlineData("UPDATE kernel_audit SET sequence = sequence + 1 WHERE sequence IS NOT NULL")]
    [InlineData("DELETE FROM kernel_audit")]
    [InlineData("DELETE FROM kernel_audit_checkpoint")]
    [InlineData("UPDATE kernel_audit_checkpoint SET note = ''")]
    public async Task The_database_itself_refuses_to_change_or_lose_a_row(string sql)
    {
        await _house.Signed(2);
        await _house.Acts(1);
        await Assert.ThrowsAnyAsync<DbException>(() => _house.Sql(sql));
        Assert.Equal(new AuditFinding(2, 1, 1), await _house.Verify());
    }

    [Fact]
    public async Task A_program_can_add_to_the_audit_and_do_nothing_else_to_it()
    {
        await _house.Acts(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _house.In(async services =>
        {
            var db = services.GetRequiredService<Database>();
            db.Remove(await db.Set<AuditEntry>().SingleAsync());
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_sensitive_read_is_in_the_database_before_the_page_goes_on()
    {
        var (reader, record) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _house.In(async services =>
        {
            var user = services.GetRequiredService<CurrentUser>();
            (user.Id, user.Purpose) = (reader, "a call from the shelter");
            await services.GetRequiredService<Database>().Recorded("cases.read", "cases_file", record, 1, AuditOutcomes.Seen, default);
            var row = await _house.In(s => s.GetRequiredService<Database>().Set<AuditEntry>().SingleAsync());
            Assert.Equal(("cases.read", reader, record, AuditOutcomes.Seen, "a call from the shelter"), (row.Act, row.By, row.Record, row.Outcome, row.Purpose));
            return 0;
        }, act: "cases.read");
    }

    [Fact]
    public async Task A_crash_between_any_two_steps_leaves_no_change_without_its_record()
    {
        for (var step = 0; step < 12; step++)
        {
            var crash = new CrashAt(step);
            var services = new ServiceCollection().AddLogging().AddKernel(_house.Services.GetRequiredService<Engine>(), _house.Data);
            services.AddDbContext<Database>(o => _house.Services.GetRequiredService<Engine>().Use(o).AddInterceptors(crash));
            await using var crashing = services.BuildServiceProvider();
            await using var scope = crashing.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "test.crash";
            var thrown = await Record.ExceptionAsync(() => scope.ServiceProvider.GetRequiredService<IInbox>().Put("test.crash", $"{step:D20}", "{}", default));
            Assert.Equal(crash.Happened, thrown is not null);
            var (messages, records) = await _house.In(async s =>
            {
                var db = s.GetRequiredService<Database>();
                return (await db.Set<InboxItem>().CountAsync(i => i.Kind == "test.crash"), await db.Set<AuditEntry>().CountAsync(a => a.Act == "test.crash"));
            });
            Assert.Equal(messages, records);
            if (!crash.Happened && step > 0) return; // it went through every step that there is
        }
        Assert.Fail("More steps than this test thought of.");
    }

    public void Dispose() => _house.Dispose();

    /// <summary>The connection dies at the n-th thing that is asked of it, commit included.</summary>
    private sealed class CrashAt(int step) : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private int _seen;

        public bool Happened { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Step(result));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Step(result));

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => new(Step(result));

        public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(Step(result));

        private T Step<T>(T result)
        {
            if (_seen++ != step) return result;
            Happened = true;
            throw new IOException("The machine stopped.");
        }
    }
}
