using System.Diagnostics;
using System.Globalization;
using System.Text;
using Amparo.Contracts.Safeguarding;
using Amparo.Safeguarding;

namespace Amparo.Tests.Safeguarding;

/// <summary>On SQLite, where the program itself keeps the file: of PostgreSQL the same is its own server's promise.</summary>
public sealed class ComplaintKillTests : IDisposable
{
    private const int Kills = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-tell-").FullName;

    [Fact]
    public async Task A_program_that_is_killed_while_it_takes_complaints_loses_none_halves_none_and_leaves_nothing_in_clear()
    {
        // The run over PostgreSQL meets a folder without a file.
        if (TestEngine.Postgres is not null) return;
        var setting = TestEngine.New(_folder);
        var (random, taken, cutShort) = (new Random(20261122), 0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            // It begins again with the one that nobody was told was taken, under the same key: as somebody who sends her form once more.
            var (before, next) = (taken, await RunAndKill(taken, TimeSpan.FromMilliseconds(random.Next(20, 300))));
            taken = next;
            if (taken > before) cutShort++;
            Assert.Empty(InClear());
        }
        Assert.True(taken > Kills && cutShort > 2, $"Only {taken} were taken: mend this test.");

        await using var services = TellUntilKilled.Over(_folder);
        // What was under way when it was killed last is sent again, and is there once.
        await TellUntilKilled.In(services, s => s.GetRequiredService<IComplaints>().Put(TellUntilKilled.Said(taken), TellUntilKilled.Key(taken), default));
        var (complaints, copies, messages, told) = await TellUntilKilled.Get(services, async s =>
        {
            var (db, server) = (s.GetRequiredService<Database>(), s.GetRequiredService<ServerKey>());
            var all = await db.Set<Complaint>().AsNoTracking().ToListAsync();
            var keys = await db.Set<Copy>().AsNoTracking().ToListAsync();
            return (all, keys, await db.Set<Message>().AsNoTracking().CountAsync(), all.Select(c => Told.Open(c, keys.Single(k => k.ComplaintId == c.Id).Open(server))!.Words).ToList());
        });
        // Each that was told to be taken is there, once, whole, and can be opened; and so is the last one.
        Assert.Equal(Enumerable.Range(0, taken + 1).Select(i => TellUntilKilled.Words(i, TellUntilKilled.Marker)).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.Equal(complaints.Count, copies.Count);
        Assert.InRange(messages, (taken - 1) / 3 - Kills, taken / 3 + 1); // one may have died before its turn at each kill
        Assert.Empty(InClear());

        // No change without its record, whenever it died.
        var written = await TellUntilKilled.Get(services, s => s.GetRequiredService<Database>().Set<AuditEntry>().AsNoTracking().Where(a => a.Table == ComplaintTable.Name && a.Record != null).Select(a => a.Record!.Value).Distinct().ToListAsync());
        Assert.Equal(complaints.Select(c => c.Id).Order(), written.Intersect(complaints.Select(c => c.Id)).Order());
        TestEngine.Drop(setting);
    }

    [Fact]
    public void Words_in_clear_are_found_wherever_they_lie()
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            File.WriteAllBytes(Path.Combine(_folder, "left-behind"), [1, 2, 3, .. encoding.GetBytes("…" + TellUntilKilled.Words(7, TellUntilKilled.Marker))]);
            Assert.Equal(["left-behind"], InClear().Select(Path.GetFileName));
        }
    }

    /// <returns>The first number that it was not heard to take.</returns>
    private async Task<int> RunAndKill(int from, TimeSpan after)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(TellUntilKilled).Assembly.Location, TellUntilKilled.Word, _folder, from.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using var program = Process.Start(start)!;
        Assert.Equal("ready", await program.StandardOutput.ReadLineAsync());
        // It is killed in the midst of its work, not before the first: that takes longer than the others.
        var first = await program.StandardOutput.ReadLineAsync();
        await Task.Delay(after);
        program.Kill(); // SIGKILL: it learns nothing of it
        var heard = (first + "\n" + await program.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await program.WaitForExitAsync();
        return heard.Where(l => int.TryParse(l, out _)).Select(l => int.Parse(l, CultureInfo.InvariantCulture) + 1).Append(from).Max();
    }

    /// <summary>Files of the folder, the log of writes and whatever else was left behind among them, in which somebody's words can be read.</summary>
    private List<string> InClear()
    {
        var sought = new[] { TellUntilKilled.Marker, TellUntilKilled.Back }.SelectMany(w => new[] { Encoding.UTF8, Encoding.Unicode }.Select(e => e.GetBytes(w))).ToList();
        return [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(f => File.ReadAllBytes(f) is var bytes && sought.Exists(s => bytes.AsSpan().IndexOf(s) >= 0))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
