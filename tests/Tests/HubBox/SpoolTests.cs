using System.Text;

namespace Amparo.Tests.HubBox;

/// <summary>A hub that is stolen tells nothing of who wrote, and what.</summary>
public sealed class SpoolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-spool-").FullName;
    private readonly FixedClock _clock = new(new(2026, 11, 21, 16, 40, 17, TimeSpan.Zero));
    private readonly InboxKey _key;
    private readonly SealedSpool _spool;

    private static readonly string Key = new('a', 48);

    public SpoolTests()
    {
        _key = new(new ServerKey(new(Path.Combine(_folder, "server"))));
        _spool = new(Letters, () => _key.Public, _clock);
    }

    private string Letters => Path.Combine(_folder, "letters");

    [Fact]
    public async Task What_is_kept_is_opened_by_the_server_alone()
    {
        await _spool.Put("places.report", Key, """{"words":"ClavelCanario"}""", default);
        var box = File.ReadAllBytes(Assert.Single(_spool.Waiting()));
        Assert.Equal(new SpooledLetter("places.report", Key, """{"words":"ClavelCanario"}"""), SpooledLetter.Open(_key, box));
        Assert.Null(SpooledLetter.Open(new(new ServerKey(new(Path.Combine(_folder, "another")))), box));
        for (var at = 0; at < box.Length; at += 7)
        {
            var changed = box.ToArray();
            changed[at] ^= 1;
            Assert.Null(SpooledLetter.Open(_key, changed));
        }
        Assert.Null(SpooledLetter.Open(_key, []));
    }

    [Fact]
    public async Task Neither_name_nor_size_nor_time_tells_what_was_written_or_when()
    {
        await _spool.Put("places.report", Key, "ClavelCanario", default);
        await _spool.Put("complaint", new('b', 48), "ClavelCanario " + new string('x', 700), default);
        var files = Directory.EnumerateFiles(Letters).ToList();
        Assert.Equal(2, files.Count);
        Assert.Single(files.Select(f => new FileInfo(f).Length).Distinct());
        Assert.All(files, f =>
        {
            Assert.Matches("^[0-9a-f]{32}-[0-9a-f]{32}[.]sealed$", Path.GetFileName(f));
            Assert.Equal(new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc), File.GetLastWriteTimeUtc(f));
            var bytes = File.ReadAllBytes(f);
            foreach (var word in new[] { "ClavelCanario", "report", "complaint", Key }) Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f));
        });
    }

    [Fact]
    public async Task The_same_form_is_kept_once_also_after_it_arrived_and_other_words_under_its_key_are_a_conflict()
    {
        await _spool.Put("places.report", Key, "uno", default);
        await _spool.Put("places.report", Key, "uno", default);
        await Assert.ThrowsAsync<InboxConflict>(() => _spool.Put("places.report", Key, "dos", default));
        _spool.WasTaken(Assert.Single(_spool.Waiting()));
        Assert.Empty(_spool.Waiting());
        await _spool.Put("places.report", Key, "uno", default);
        await Assert.ThrowsAsync<InboxConflict>(() => _spool.Put("places.report", Key, "dos", default));
        Assert.Empty(_spool.Waiting());
        Assert.Equal(0, new FileInfo(Assert.Single(Directory.EnumerateFiles(Letters))).Length);
        _clock.Now += TimeSpan.FromDays(4);
        _spool.Forget();
        Assert.Empty(Directory.EnumerateFiles(Letters));
    }

    [Fact]
    public async Task What_cannot_be_sealed_or_kept_is_refused_and_not_written()
    {
        using var without = new SealedSpool(Letters, () => null, _clock);
        await Assert.ThrowsAsync<InboxCannotKeep>(() => without.Put("places.report", Key, "uno", default));
        await Assert.ThrowsAsync<InboxCannotKeep>(() => _spool.Put("places.report", Key, new('x', SpooledLetter.Largest), default));
        Assert.Empty(Directory.EnumerateFiles(Letters));
        var file = Path.Combine(_folder, "a file");
        File.WriteAllText(file, "");
        using var blocked = new SealedSpool(Path.Combine(file, "letters"), () => _key.Public, _clock);
        await Assert.ThrowsAsync<InboxCannotKeep>(() => blocked.Put("places.report", Key, "uno", default));
    }

    [Fact]
    public void The_key_of_the_inbox_is_the_same_for_every_server_with_the_same_file() =>
        Assert.Equal(_key.Public, new InboxKey(new ServerKey(new(Path.Combine(_folder, "server")))).Public);

    public void Dispose()
    {
        _spool.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
