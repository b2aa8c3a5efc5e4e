using System.Diagnostics;

namespace Amparo.Tests.Audit;

/// <summary>On SQLite, where the program itself keeps the file: of PostgreSQL the same is its own server's promise.</summary>
public sealed class KillTests : IDisposable
{
    private readonly AuditHouse _house = new();

    [Fact]
    public async Task A_program_that_is_killed_at_any_moment_leaves_no_change_without_its_record_and_the_chain_goes_on()
    {
        // The run over PostgreSQL meets a house without a file.
        if (_house.Services.GetRequiredService<Engine>().IsPostgres) return;
        await _house.Acts(1);
        await _house.Seal();
        var random = new Random(20261122);
        var rounds = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? 300 : 15;
        long before = 1;
        for (var round = 0; round < rounds; round++)
        {
            await WriteAndKill(TimeSpan.FromMilliseconds(random.Next(1, 120)));
            var (changes, records) = await _house.In(async s =>
            {
                var db = s.GetRequiredService<Database>();
                return (await db.Set<InboxItem>().CountAsync(i => i.Kind == UntilKilled.Act), await db.Set<AuditEntry>().CountAsync(a => a.Act == UntilKilled.Act && a.Table == "kernel_inbox"));
            });
            Assert.Equal(changes, records);
            var found = await _house.Verify();
            Assert.Null(found.Wrong);
            Assert.Equal(records + 1, found.Sealed + found.Waiting);
            Assert.True(found.Sealed + found.Waiting > before, "Nothing was written before it was killed: mend this test.");
            before = found.Sealed + found.Waiting;
        }
        await _house.Seal();
        await _house.Sign();
        var whole = await _house.Verify();
        Assert.Equal((before, 0L, null), (whole.Sealed, whole.Waiting, whole.Wrong));
    }

    private async Task WriteAndKill(TimeSpan after)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(UntilKilled).Assembly.Location, UntilKilled.Word, Path.GetDirectoryName(_house.File)!])
        {
            RedirectStandardOutput = true,
        };
        using var writer = Process.Start(start)!;
        Assert.Equal(UntilKilled.Ready, await writer.StandardOutput.ReadLineAsync());
        await Task.Delay(after);
        writer.Kill(); // SIGKILL: it learns nothing of it
        await writer.WaitForExitAsync();
    }

    public void Dispose() => _house.Dispose();
}
