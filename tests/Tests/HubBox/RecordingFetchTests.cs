using Amparo.Contracts.Recordings;
using Amparo.Publication;

namespace Amparo.Tests.HubBox;

/// <summary>A hub gives on what can be heard of its edition: nothing else, each sound as it was signed, and nothing that was withdrawn.</summary>
public sealed class RecordingFetchTests : IDisposable
{
    private readonly RecordingServer _server = new();
    private readonly PublicRecording _danger, _child, _centre, _other;

    public RecordingFetchTests() => (_danger, _child, _centre, _other) =
        (_server.Say("page/danger", "mam", 9000), _server.Say("page/child", "mam", 7000), _server.Say("centre/1", "mam", 8000), _server.Say("page/danger", "quc", 5000));

    [Fact]
    public async Task Each_language_comes_as_one_file_out_of_which_its_sounds_are_taken()
    {
        await _server.Publish(_danger, _child, _centre, _other);
        Assert.Equal((6, 0, 0), Said(await _server.Fetch()));
        Assert.Equal(["/packs/audio-mam.json", "/packs/audio-mam.pack", "/packs/audio-quc.json", "/packs/audio-quc.pack"], _server.Asked());
        Assert.All([_danger, _child, _centre, _other], r => Assert.Equal(_server.Sound(r), File.ReadAllBytes(_server.Kept.PathOf(r.Sha256))));
        foreach (var language in new[] { "mam", "quc" })
        {
            Assert.Equal(_server.Sent(language), _server.KeptFile(language));
            Assert.Equal(_server.Out[language]! with { Inputs = "" }, _server.Kept[language]);
        }
        Assert.False(Directory.Exists(_server.Begun));

        Assert.Equal((0, 0, 0), Said(await _server.Fetch()));
        Assert.Equal(["/packs/audio-mam.json", "/packs/audio-quc.json"], _server.Asked());
    }

    [Fact]
    public async Task One_more_sound_of_a_language_comes_singly_and_the_new_file_is_put_together_here()
    {
        await _server.Publish(_danger, _child);
        await _server.Fetch();
        _server.Asked();
        var sent = _server.Line.Sent;
        await _server.Publish(_danger, _child, _centre);
        Assert.Equal((2, 0, 0), Said(await _server.Fetch()));
        Assert.Equal(["/packs/audio-mam.json", $"/recordings/{_centre.Sha256}.mp3"], _server.Asked());
        Assert.Equal(_server.Sent("mam"), _server.KeptFile("mam"));
        Assert.True(_server.Line.Sent - sent < _centre.Size + 3000, "The others came again.");
    }

    [Fact]
    public async Task What_has_no_room_in_the_file_of_its_language_comes_singly()
    {
        var large = Enumerable.Range(0, 2).Select(i => _server.Say($"centre/{i}x", "mam", (int)AudioPacks.MostBytes / 2)).ToArray();
        await _server.Publish([_danger, .. large]);
        Assert.Equal((4, 0, 0), Said(await _server.Fetch()));
        Assert.Equal(2, _server.Kept["mam"]!.Count);
        Assert.Contains($"/recordings/{large[1].Sha256}.mp3", _server.Asked());
        Assert.True(_server.Kept.Has(large[1].Sha256));
    }

    [Fact]
    public async Task What_the_edition_names_no_more_goes_at_once_also_without_a_line_and_also_where_only_a_part_came()
    {
        await _server.Publish(_danger, _child, _other);
        await _server.Fetch();
        _server.Name(_danger, _other);
        _server.Line.Open = 0;
        await Assert.ThrowsAsync<FetchCut>(_server.Fetch);
        Assert.True(_server.Kept.Has(_danger.Sha256) && !_server.Kept.Has(_child.Sha256));
        // The file of that language holds it too; the other language is nobody's business.
        Assert.Null(_server.KeptFile("mam"));
        Assert.Equal(_server.Sent("quc"), _server.KeptFile("quc"));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(_server.Begun)!, "packs")));

        var later = _server.Say("page/exit", "mam", 40_000);
        await _server.Publish(_danger, _child, later, _other);
        _server.Line.Open = 20_000;
        await Assert.ThrowsAsync<FetchCut>(_server.Fetch);
        Assert.True(_server.Kept.Has(_child.Sha256) && Directory.EnumerateFiles(_server.Begun).Any());
        _server.Name(_danger, _other);
        await Assert.ThrowsAsync<FetchCut>(_server.Fetch);
        Assert.False(_server.Kept.Has(_child.Sha256));
        Assert.Empty(Directory.EnumerateFiles(_server.Begun));
    }

    [Fact]
    public async Task Wherever_the_line_is_cut_what_came_is_heard_it_goes_on_from_there_and_no_sound_comes_twice()
    {
        PublicRecording[] all = [_danger, _child, _centre, _other, .. Enumerable.Range(0, 8).Select(i => _server.Say($"centre/{i}y", "mam", 4000 + i))];
        await _server.Publish(all);
        var (random, cuts, heard) = (new Random(71), 0, 0);
        for (; ; cuts++)
        {
            _server.Line.Open = random.Next(1500, 9000);
            try
            {
                if ((await _server.Fetch()).Missing == 0) break;
            }
            catch (FetchCut)
            {
                Assert.All(all.Where(r => _server.Kept.Has(r.Sha256)), r => Assert.Equal(_server.Sound(r), File.ReadAllBytes(_server.Kept.PathOf(r.Sha256))));
                Assert.All(_server.Kept.Catalogue, r => Assert.Equal(_server.Sent(r.Language), _server.KeptFile(r.Language)));
                var now = all.Count(r => _server.Kept.Has(r.Sha256));
                Assert.True(now >= heard, "What was heard is gone.");
                heard = now;
            }
            if (cuts % 3 == 2) _server.Begin();
            Assert.True(cuts < 1000, "It never ends.");
        }
        Assert.True(cuts > 5 && heard > 0, "It was over before it was cut: mend this test.");
        var manifests = _server.Out.Catalogue.Sum(r => new AudioPacks(_server.Out, _server.Keys, _server.Clock).ManifestOf(r).Length);
        // Of what was begun in the file and then came singly a part comes twice, once for each language; all else once.
        Assert.True(_server.Line.Sent <= _server.Out.Catalogue.Sum(r => (int)r.Size) + manifests * (cuts + 1) + 2 * 9000, $"{_server.Line.Sent} bytes came in {cuts} cuts.");
        Assert.All(all, r => Assert.True(_server.Kept.Has(r.Sha256)));
        Assert.Equal(_server.Sent("mam"), _server.KeptFile("mam"));
    }

    [Fact]
    public async Task A_flipped_byte_is_never_heard_and_the_sound_comes_whole_the_next_time()
    {
        var random = new Random(5);
        PublicRecording[] all = [_danger, _child, _centre];
        await _server.Publish(all);
        for (var i = 0; i < 40; i++)
        {
            _server.Begin();
            _server.Name();
            await _server.Fetch();
            Assert.DoesNotContain(all, r => _server.Kept.Has(r.Sha256));
            _server.Name(all);
            _server.Line.Change = (_, bytes) =>
            {
                var changed = bytes.ToArray();
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
                return changed;
            };
            var came = await _server.Fetch();
            Assert.NotEqual((0, 0), (came.Refused.Count, came.Missing));
            Assert.All(all.Where(r => _server.Kept.Has(r.Sha256)), r => Assert.Equal(_server.Sound(r), File.ReadAllBytes(_server.Kept.PathOf(r.Sha256))));
            _server.Line.Change = (_, bytes) => bytes;
            var mended = await _server.Fetch();
            Assert.Equal((0, 0), (mended.Refused.Count, mended.Missing));
            Assert.Equal(_server.Sent("mam"), _server.KeptFile("mam"));
        }
    }

    [Fact]
    public async Task A_file_that_another_root_signed_is_not_offered_and_its_sounds_are_heard_as_the_edition_names_them()
    {
        await _server.Publish(_danger, _other);
        await _server.Fetch();
        var before = _server.KeptFile("mam");
        _server.ByAnotherRoot();
        await _server.Publish(_danger, _child, _other);
        var came = await _server.Fetch();
        Assert.Contains(came.Refused, r => r.Contains("root key", StringComparison.Ordinal));
        Assert.Equal(before, _server.KeptFile("mam"));
        Assert.True(_server.Kept.Has(_child.Sha256));
    }

    [Fact]
    public async Task A_file_that_is_over_called_back_of_another_kind_or_older_than_one_that_was_here_is_not_offered()
    {
        await _server.Publish(_danger, _child);
        var older = _server.Sent("mam");
        await _server.Fetch();
        await _server.Publish(_danger);
        await _server.Fetch();
        var newer = _server.Sent("mam");
        Assert.Equal(newer, _server.KeptFile("mam"));

        // Somebody put the old file back at the server.
        _server.Name(_danger, _child);
        File.WriteAllBytes(_server.Out.PathOf(_server.Out["mam"]!), older);
        _server.Begin();
        Assert.Contains((await _server.Fetch()).Refused, r => r.Contains("older", StringComparison.Ordinal));
        Assert.Equal(newer, _server.KeptFile("mam"));

        await _server.Publish(_danger, _child);
        await _server.Fetch();
        Assert.NotNull(_server.KeptFile("mam"));
        using (var key = _server.Keys.OpenPublishing(_server.Clock.Now)) _server.Revoke(RevokedList.FingerprintOf(key.Certificate));
        Assert.Contains((await _server.Fetch()).Refused, r => r.Contains("called back", StringComparison.Ordinal));
        Assert.Null(_server.KeptFile("mam"));
        _server.Revoke();
        await _server.Fetch();
        Assert.NotNull(_server.KeptFile("mam"));

        _server.Clock.Now += TimeSpan.FromDays(31);
        Assert.Contains((await _server.Fetch()).Refused, r => r.Contains("over", StringComparison.Ordinal));
        Assert.Null(_server.KeptFile("mam"));
    }

    [Fact]
    public async Task What_somebody_put_into_the_folder_is_not_given_on_after_a_start()
    {
        await _server.Publish(_danger, _child);
        await _server.Fetch();
        File.WriteAllBytes(_server.Kept.PathOf(_danger.Sha256), [1, 2, 3]);
        File.WriteAllBytes(_server.Kept.PathOf(_server.Kept["mam"]!), [4, 5, 6]);
        _server.Begin();
        _server.Line.Open = 0;
        await Assert.ThrowsAsync<FetchCut>(_server.Fetch);
        Assert.False(_server.Kept.Has(_danger.Sha256));
        Assert.Null(_server.KeptFile("mam"));
        _server.Line.Open = int.MaxValue;
        await _server.Fetch();
        Assert.Equal(_server.Sent("mam"), _server.KeptFile("mam"));
    }

    [Fact]
    public async Task A_server_that_has_not_laid_out_its_sounds_yet_is_asked_again_and_takes_nothing_away()
    {
        await _server.Publish(_danger);
        await _server.Fetch();
        _server.Name(_danger, _child);
        var came = await _server.Fetch();
        Assert.True(came.Missing > 0 && came.Refused.Count == 0);
        Assert.Equal(_server.Sent("mam"), _server.KeptFile("mam"));
        await _server.Publish(_danger, _child);
        Assert.Equal(0, (await _server.Fetch()).Missing);
        Assert.Equal(2, _server.Kept["mam"]!.Count);
    }

    [Fact]
    public async Task A_line_that_no_server_of_ours_would_write_is_refused_and_more_than_was_signed_is_not_taken()
    {
        await _server.Publish(_danger);
        foreach (var nonsense in new[] { "", "[]", "{\"format\":\"amparo-audio-1\"}", new string(' ', AudioManifest.MostBytes + 1) })
        {
            _server.Line.Change = (path, bytes) => path.EndsWith(".json", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetBytes(nonsense) : [.. bytes, 7];
            Assert.Equal(2, (await _server.Fetch()).Refused.Count);
            Assert.False(_server.Kept.Has(_danger.Sha256));
        }
    }

    [Fact]
    public async Task An_edition_without_a_voice_leaves_nothing_on_the_disk()
    {
        _server.Name();
        Assert.Equal((0, 0, 0), Said(await _server.Fetch()));
        Assert.Empty(_server.Asked());
        Assert.False(Directory.Exists(Path.GetDirectoryName(_server.Begun)));
    }

    private static (int, int, int) Said(RecordingsBrought came) => (came.Brought, came.Refused.Count, came.Missing);

    public void Dispose() => _server.Dispose();
}
