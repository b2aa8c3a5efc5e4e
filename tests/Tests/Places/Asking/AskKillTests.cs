using System.Diagnostics;
using System.Text.RegularExpressions;
using Amparo.Places.Asking;

namespace Amparo.Tests.Places.Asking;

/// <summary>On SQLite, where the program itself keeps the file: of PostgreSQL the same is its own server's promise.</summary>
public sealed partial class AskKillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-ask-").FullName;
    private readonly FixedClock _clock = new(AskUntilKilled.Noon);

    [Fact]
    public async Task A_program_that_is_killed_at_any_moment_writes_to_nobody_twice_and_asks_everybody()
    {
        // The run over PostgreSQL meets a folder without a file.
        if (TestEngine.Postgres is not null) return;
        var places = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? 3000 : 250;
        var setting = TestEngine.New(_folder);
        await using var services = AskUntilKilled.Over(_folder, _clock);
        await In(services, async db =>
        {
            db.AddRange(Enumerable.Range(0, places).Select(i => Some.Place($"Casa {i}", assuredAt: _clock.Now.AddDays(-31), profile: new() { Phones = [new($"+52000{i:0000000}", "cell")] })));
            return await db.SaveChangesAsync();
        });
        var (random, kills) = (new Random(20261122), 0);
        while (await In(services, db => db.Set<OutgoingMessage>().CountAsync(m => m.State == MessageStates.Sent)) < places * 3 / 4 && kills < 60)
        {
            await RunAndKill(TimeSpan.FromMilliseconds(random.Next(5, 250)));
            kills++;
        }
        Assert.True(kills > 2, "It was over before it was killed: mend this test.");
        // What was begun and never ended is found after a while, and not sent again.
        _clock.Now += MessageSender.Lost + TimeSpan.FromMinutes(1);
        await services.GetRequiredService<AskRound>().Run(default);
        await services.GetRequiredService<MessageSender>().SendDue(default);

        var sent = Number().Matches(await File.ReadAllTextAsync(SmsSimulator.FileOf(new(_folder)))).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(sent.Count, sent.Distinct().Count());
        var messages = await In(services, db => db.Set<OutgoingMessage>().AsNoTracking().ToListAsync());
        Assert.Equal((places, places), (messages.Count, messages.Select(m => m.Record).Distinct().Count()));
        Assert.Equal(places, await In(services, db => db.Set<Ask>().Select(a => a.PlaceId).Distinct().CountAsync()));
        Assert.All(messages, m => Assert.Contains(m.State, new[] { MessageStates.Sent, MessageStates.Unclear }));
        var unclear = messages.Count(m => m.State == MessageStates.Unclear);
        Assert.InRange(unclear, 0, kills * 4); // no more than were in the air
        Assert.InRange(sent.Count, places - unclear, places);
        TestEngine.Drop(setting);
    }

    private async Task RunAndKill(TimeSpan after)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(AskUntilKilled).Assembly.Location, AskUntilKilled.Word, _folder]) { RedirectStandardOutput = true };
        using var program = Process.Start(start)!;
        Assert.Equal(AskUntilKilled.Ready, await program.StandardOutput.ReadLineAsync());
        await Task.Delay(after);
        program.Kill(); // SIGKILL: it learns nothing of it
        await program.WaitForExitAsync();
    }

    private static async Task<T> In<T>(IServiceProvider services, Func<Database, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "test.given";
        return await work(scope.ServiceProvider.GetRequiredService<Database>());
    }

    [GeneratedRegex("\"to\":\"([^\"]+)\"")]
    private static partial Regex Number();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
