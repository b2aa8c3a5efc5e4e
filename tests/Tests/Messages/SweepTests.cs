using Amparo.Contracts.Places;

namespace Amparo.Tests.Messages;

/// <summary>What is personal goes when it has been used.</summary>
[Trait("Needs", "Database")]
public sealed class SweepTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task What_was_taken_from_the_inbox_lies_there_no_longer_and_the_same_form_is_still_known()
    {
        await Put("key-taken-0000000000000000", "{\"email\":\"casa@example.org\"}");
        await Put("key-waits-0000000000000000", "{\"email\":\"otra@example.org\"}");
        await _platform.In(async (db, _) =>
        {
            (await db.Set<InboxItem>().SingleAsync(i => i.Key == "key-taken-0000000000000000")).TakenAt = _platform.Clock.Now;
            return await db.SaveChangesAsync();
        });
        await Sweep();
        var left = await _platform.Read(db => db.Set<InboxItem>().AsNoTracking().OrderBy(i => i.Key).Select(i => i.Body).ToListAsync());
        Assert.Equal(["", "{\"email\":\"otra@example.org\"}"], left);
        await Put("key-taken-0000000000000000", "{\"email\":\"casa@example.org\"}");
        await Assert.ThrowsAsync<InboxConflict>(() => Put("key-taken-0000000000000000", "{}"));
        _platform.Clock.Now += Housekeeping.MessagesKept + TimeSpan.FromHours(1);
        await Sweep();
        Assert.Equal("key-waits-0000000000000000", await _platform.Read(db => db.Set<InboxItem>().Select(i => i.Key).SingleAsync()));
    }

    [Fact]
    public async Task Messages_that_left_long_ago_go_and_those_that_wait_stay()
    {
        var now = _platform.Clock.Now;
        var (old, waits, young) = (Message(now), Message(now), Message(now));
        old.End(MessageStates.Sent, now);
        young.End(MessageStates.Sent, now + TimeSpan.FromDays(60));
        await _platform.Given(old, waits, young, new SmsEvent { Id = "a", Signature = "s", At = now }, new SmsEvent { Id = "b", Signature = "s", At = now + TimeSpan.FromDays(60) });
        _platform.Clock.Now += Housekeeping.MessagesKept + TimeSpan.FromHours(1);
        await Sweep();
        Assert.Equal(new[] { waits.Id, young.Id }.Order(), await _platform.Read(db => db.Set<OutgoingMessage>().OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()));
        Assert.Equal("b", await _platform.Read(db => db.Set<SmsEvent>().Select(e => e.Id).SingleAsync()));
    }

    [Fact]
    public async Task The_simulator_keeps_a_number_for_ten_minutes()
    {
        var simulator = _platform.Services.GetRequiredService<SmsSimulator>();
        await simulator.Send(Guid.CreateVersion7(), "+50200000001", "uno", default);
        _platform.Clock.Now += TimeSpan.FromMinutes(6);
        await simulator.Send(Guid.CreateVersion7(), "+50200000002", "dos", default);
        await simulator.Forget(default);
        Assert.Equal(2, (await File.ReadAllLinesAsync(SmsSimulator.FileOf(_platform.Data))).Length);
        _platform.Clock.Now += TimeSpan.FromMinutes(5);
        await simulator.Forget(default);
        var line = Assert.Single(await File.ReadAllLinesAsync(SmsSimulator.FileOf(_platform.Data)));
        Assert.Contains("00000002", line, StringComparison.Ordinal);
    }

    private static OutgoingMessage Message(DateTimeOffset now) =>
        new() { Purpose = "test", Record = Guid.CreateVersion7(), Channel = Channels.Sms, AddressHash = "x", TimeZone = "UTC", QueuedAt = now, NextAt = now.AddDays(1000) };

    private Task<int> Put(string key, string body) => _platform.In(async (_, services) => { await services.GetRequiredService<IInbox>().Put(PlaceClaim.Kind + ".test", key, body, default); return 0; });

    private Task Sweep() => _platform.Services.GetRequiredService<Housekeeping>().Sweep(default);

    public void Dispose() => _platform.Dispose();
}
