using Amparo.Places.Asking;

namespace Amparo.Tests.Messages;

/// <summary>The database counts messages as they come, change and go: whatever was done to them, the counts are those that counting anew would give.</summary>
[Trait("Needs", "Database")]
public sealed class OutgoingCountTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly Random _random = new(20261130);

    [Fact]
    public async Task Whatever_becomes_of_messages_their_counts_are_what_counting_anew_gives()
    {
        for (var round = 0; round < 40; round++)
        {
            await _platform.In(async (db, _) =>
            {
                var all = await db.Set<OutgoingMessage>().ToListAsync();
                foreach (var message in all.Where(_ => _random.Next(4) == 0)) Change(message);
                db.RemoveRange(all.Where(m => m.State is MessageStates.Dropped && _random.Next(2) == 0));
                if (_random.Next(2) == 0) db.Add(New());
                return await db.SaveChangesAsync();
            });
            if (round % 5 == 0) await _platform.In((db, _) => db.AddMany([.. Enumerable.Range(0, 150).Select(_ => New())], default));
            if (round % 7 == 6) await _platform.In((db, _) => db.Acting("kernel_outgoing", () => db.Set<OutgoingMessage>().Where(m => m.State == MessageStates.Sent).ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MessageStates.Delivered)), default));
            if (round % 9 == 8) await _platform.In((db, _) => db.Acting("kernel_outgoing", () => db.Set<OutgoingMessage>().Where(m => m.State == MessageStates.Refused).ExecuteDeleteAsync(), default));
        }
        var (kept, anew) = (await Kept(), await Anew());
        Assert.True(anew.Count > 40, $"Only {anew.Count} kinds of rows: mend this test.");
        Assert.Equal(anew, kept);
    }

    [Fact]
    public async Task What_is_not_committed_is_not_counted_and_a_migration_puts_right_what_somebody_spoilt()
    {
        await _platform.In(async (db, _) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.AddMany([New(), New()], default);
            await transaction.RollbackAsync();
            return 0;
        });
        Assert.Empty(await Kept());
        await _platform.Given(New());
        await _platform.In((db, _) => db.Acting("test", () => db.Set<OutgoingCount>().ExecuteUpdateAsync(c => c.SetProperty(x => x.Messages, 77)), default));
        Assert.NotEqual(await Anew(), await Kept());
        await _platform.In(async (_, services) => { await services.GetRequiredService<Migrator>().Migrate(default); return 0; });
        Assert.Equal(await Anew(), await Kept());
    }

    private void Change(OutgoingMessage message)
    {
        var now = _platform.Clock.Now;
        switch (message.State)
        {
            case MessageStates.Queued when _random.Next(5) == 0: message.End(MessageStates.Dropped, now); break;
            case MessageStates.Queued: message.Begin(now, 1 + _random.Next(2)); break;
            case MessageStates.Sending when _random.Next(3) == 0: message.Again(now); break;
            case MessageStates.Sending:
                message.End(_random.Next(4) == 0 ? MessageStates.Refused : MessageStates.Sent, now, "g");
                message.Cost(20_000L * message.Segments, _random.Next(2) == 0 ? "USD" : "GTQ");
                break;
            case MessageStates.Sent: message.Receive(_random.Next(2) == 0, _random.Next(2) == 0 ? 31_000 : null, "GTQ", now); break;
        }
    }

    // From New Year's Eve on: a month ends at midnight in UTC.
    private OutgoingMessage New() => new()
    {
        Purpose = _random.Next(3) == 0 ? "other" : AskRound.Purpose, Record = Guid.CreateVersion7(), Channel = _random.Next(2) == 0 ? Channels.Sms : Channels.Mail, AddressHash = "h", TimeZone = "America/Guatemala",
        Country = _random.Next(3) switch { 0 => "GT", 1 => "HN", _ => null }, QueuedAt = new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.Zero).AddSeconds(_random.Next(3)), NextAt = _platform.Clock.Now,
    };

    private Task<List<string>> Kept() => _platform.Read(async db => (await db.Set<OutgoingCount>().AsNoTracking().Where(c => c.Messages != 0 || c.Segments != 0 || c.PriceMicros != 0).ToListAsync())
        .Select(c => $"{c.Purpose} {c.Month} {c.Country} {c.Channel} {c.State} {c.Currency}: {c.Messages} {c.Segments} {c.PriceMicros}").Order(StringComparer.Ordinal).ToList());

    private Task<List<string>> Anew() => _platform.Read(async db => (await db.Set<OutgoingMessage>().AsNoTracking().ToListAsync())
        .GroupBy(m => $"{m.Purpose} {OutgoingCount.MonthOf(m.QueuedAt)} {m.Country} {m.Channel} {m.State} {m.Currency}").Select(g => $"{g.Key}: {g.Count()} {g.Sum(m => m.Segments)} {g.Sum(m => m.PriceMicros ?? 0)}").Order(StringComparer.Ordinal).ToList());

    public void Dispose() => _platform.Dispose();
}
