using System.Text;
using Amparo.Publication;
using Amparo.Tests.Publication.Packs;

namespace Amparo.Tests.HubBox;

/// <summary>A hub gives on the packs of its server: those that were signed, the newest that it ever had, whole, and not called back.</summary>
public sealed class PackFetchTests : IDisposable
{
    private readonly PackServer _server = new();

    [Fact]
    public async Task A_hub_brings_every_pack_as_it_was_signed_after_the_list_of_what_is_revoked()
    {
        Assert.Equal((3, 0, 0), Said(await _server.Fetch()));
        Assert.Equal(["/packs/revoked", "/packs"], _server.Line.Asked.Take(2));
        Assert.Equal(_server.Revoked, _server.Store.Revoked!.Value.ToArray());
        foreach (var (name, offered) in _server.Offered)
        {
            Assert.Equal(offered.File, _server.Kept(name));
            var row = _server.Store.Catalogue[name]!;
            Assert.Equal((offered.Id, offered.File.Length, 7L, 60, null), (row.Id, (int)row.FileSize, row.Edition, row.Entries, row.BrotliSize));
            Assert.Equal(PackOfTests.Now.AddDays(30), row.ExpiresAt);
            // Of one country there is a page that opens from the file system; of a way there is none.
            var page = _server.Store.PathOf(row.File + PackStore.PageEnd);
            Assert.Equal(name != "hn-gt-es", File.Exists(page));
            if (row.PageSize is { } size) Assert.Equal(size, PackFiles.Unpacked(File.ReadAllBytes(page)).Length);
        }
        Assert.False(Directory.Exists(Path.Combine(_server.Store.Folder, "incoming")));
    }

    [Fact]
    public async Task What_did_not_change_is_not_fetched_and_what_was_replaced_does_not_lie_about()
    {
        await _server.Fetch();
        var sent = _server.Line.Sent;
        _server.Asked();
        Assert.Equal((0, 0, 0), Said(await _server.Fetch()));
        Assert.Equal(["/packs/revoked", "/packs"], _server.Line.Asked);
        Assert.Equal(sent, _server.Line.Sent);

        var old = _server.Store.Catalogue["gt-es"]!.File;
        _server.Offer("gt-es", 8);
        Assert.Equal((1, 0, 0), Said(await _server.Fetch()));
        Assert.Equal(["/packs/gt-es.pack"], _server.Asked());
        Assert.Equal(_server.Offered["gt-es"].File, _server.Kept("gt-es"));
        await _server.Fetch();
        Assert.False(File.Exists(_server.Store.PathOf(old)) || File.Exists(_server.Store.PathOf(old + PackStore.PageEnd)));
        Assert.Equal(3, _server.Store.Catalogue.Packs.Values.Count(r => File.Exists(_server.Store.PathOf(r.File))));
    }

    [Fact]
    public async Task What_another_root_signed_is_refused_and_keeps_nobody_from_the_others()
    {
        using var stranger = new PackOfTests();
        _server.Offer("gt-es", by: stranger);
        var came = await _server.Fetch();
        Assert.Equal((2, 1, 0), Said(came));
        Assert.Contains("gt-es (other key)", came.Refused);
        Assert.Equal(["hn-es", "hn-gt-es"], _server.Names);
        // Nor is it fetched again each minute.
        _server.Asked();
        await _server.Fetch();
        Assert.Empty(_server.Asked());

        _server.Revoke(8, by: stranger);
        Assert.Contains("publisher", (await Assert.ThrowsAsync<FetchRefused>(_server.Fetch)).Message, StringComparison.Ordinal);
        Assert.Equal(7, RevokedList.Checked(_server.Store.Revoked!.Value, _server.Packs.Keys)!.Edition);
    }

    [Fact]
    public async Task An_older_list_of_what_is_revoked_is_refused_also_where_the_folder_was_emptied()
    {
        _server.Revoke(9, PackOfTests.Now.AddMinutes(10), ["000000000000000000000001"]);
        await _server.Fetch();
        foreach (var (edition, minutes) in new[] { (8, 20), (9, 5) })
            foreach (var isEmptied in new[] { false, true })
            {
                if (isEmptied) Directory.Delete(_server.Store.Folder, recursive: true);
                _server.Begin();
                _server.Revoke(edition, PackOfTests.Now.AddMinutes(minutes));
                Assert.Contains("older list", (await Assert.ThrowsAsync<FetchRefused>(_server.Fetch)).Message, StringComparison.Ordinal);
                _server.Revoke(9, PackOfTests.Now.AddMinutes(10), ["000000000000000000000001"]);
                await _server.Fetch();
            }
        _server.Revoke(9, PackOfTests.Now.AddMinutes(15));
        await _server.Fetch();
        Assert.Equal(_server.Revoked, _server.Store.Revoked!.Value.ToArray());
    }

    [Fact]
    public async Task Without_the_list_nothing_is_brought_and_a_server_that_loses_it_gives_nothing_back()
    {
        _server.Revoked = null;
        Assert.Equal((0, 0, 0), Said(await _server.Fetch()));
        Assert.Empty(_server.Asked());

        _server.Revoke(7, packs: [_server.Offered["hn-es"].Id]);
        await _server.Fetch();
        _server.Revoked = null;
        _server.Begin();
        await _server.Fetch();
        Assert.Equal(["gt-es", "hn-gt-es"], _server.Names);
    }

    [Fact]
    public async Task A_flipped_bit_is_refused_the_old_pack_stays_and_a_whole_one_comes_the_next_time()
    {
        await _server.Fetch();
        var old = _server.Kept("gt-es");
        _server.Offer("gt-es", 8);
        var random = new Random(4);
        foreach (var _ in Enumerable.Range(0, 40))
        {
            _server.Line.Change = (path, bytes) =>
            {
                if (!path.EndsWith(".pack", StringComparison.Ordinal)) return bytes;
                var changed = bytes.ToArray();
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
                return changed;
            };
            Assert.Equal((0, 1, 0), Said(await _server.Fetch()));
            Assert.Equal(old, _server.Kept("gt-es"));
        }
        _server.Line.Change = (_, bytes) => bytes;
        Assert.Equal((1, 0, 0), Said(await _server.Fetch()));
        Assert.Equal(_server.Offered["gt-es"].File, _server.Kept("gt-es"));
    }

    [Fact]
    public async Task A_pack_that_is_brought_back_or_given_for_another_is_refused_also_where_the_folder_was_emptied()
    {
        _server.Offer("gt-es", 8, PackOfTests.Now.AddMinutes(10));
        await _server.Fetch();
        foreach (var isEmptied in new[] { false, true })
            foreach (var (edition, minutes) in new[] { (7, 20), (8, 5) })
            {
                if (isEmptied) Directory.Delete(_server.Store.Folder, recursive: true);
                _server.Begin();
                _server.Offer("gt-es", edition, PackOfTests.Now.AddMinutes(minutes));
                var came = await _server.Fetch();
                Assert.StartsWith("gt-es (", Assert.Single(came.Refused), StringComparison.Ordinal);
                Assert.Equal(isEmptied ? null : 8, _server.Store.Catalogue["gt-es"]?.Edition);
            }
        _server.Offer("hn-es", 9, named: "gt-es");
        Assert.Contains("hn-es (other pack)", (await _server.Fetch()).Refused);
    }

    [Fact]
    public async Task Old_packs_that_somebody_put_back_into_the_folder_are_not_given_on()
    {
        await _server.Fetch();
        var old = Directory.EnumerateFiles(_server.Store.Folder, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes);
        _server.Offer("gt-es", 8);
        await _server.Fetch();
        foreach (var (file, bytes) in old) File.WriteAllBytes(file, bytes);
        _server.Begin();
        Assert.Equal(7, _server.Store.Catalogue["gt-es"]!.Edition);
        _server.Said = Encoding.UTF8.GetBytes("{\"packs\":[]}");
        await _server.Fetch();
        Assert.Equal(["hn-es", "hn-gt-es"], _server.Names);
    }

    [Fact]
    public async Task A_pack_larger_than_allowed_is_not_asked_for_and_one_larger_than_was_said_is_not_taken()
    {
        _server.Offered["gt-es"] = _server.Offered["gt-es"] with { Size = PackFetcher.LargestFile + 1 };
        _server.Offered["hn-es"] = _server.Offered["hn-es"] with { Size = _server.Offered["hn-es"].Size - 1 };
        Assert.Equal((1, 2, 0), Said(await _server.Fetch()));
        Assert.DoesNotContain("/packs/gt-es.pack", _server.Asked());
        Assert.Equal(["hn-gt-es"], _server.Names);
    }

    [Fact]
    public async Task Wherever_the_line_is_cut_it_goes_on_from_there_and_the_old_packs_stay()
    {
        await _server.Fetch();
        var before = _server.Offered.ToDictionary(o => o.Key, o => o.Value.File);
        var large = new byte[6000];
        new Random(8).NextBytes(large);
        foreach (var name in before.Keys) _server.Offer(name, 8, index: large);
        var (random, sent, cuts) = (new Random(58), _server.Line.Sent, 0);
        for (; ; cuts++)
        {
            _server.Line.Open = random.Next(300, 2500);
            try
            {
                if ((await _server.Fetch()).Brought > 0 && _server.Store.Catalogue.Packs.Values.All(r => r.Edition == 8)) break;
            }
            catch (FetchCut)
            {
                Assert.All(_server.Names, n => Assert.True(_server.Kept(n).AsSpan().SequenceEqual(before[n]) || _server.Kept(n).AsSpan().SequenceEqual(_server.Offered[n].File)));
            }
            Assert.True(cuts < 1000, "It never ends.");
        }
        Assert.True(cuts > 5, "It was over before it was cut: mend this test.");
        // Of the packs no byte comes twice; what they are called may be asked for anew after each cut.
        Assert.True(_server.Line.Sent - sent <= _server.Offered.Values.Sum(o => o.File.Length) + (_server.Catalogue().Length + _server.Revoked!.Length) * (cuts + 1), "Something was fetched twice.");
    }

    [Fact]
    public async Task What_is_called_back_goes_at_once_and_is_not_fetched_again()
    {
        await _server.Fetch();
        _server.Revoke(7, PackOfTests.Now.AddMinutes(5), [_server.Offered["gt-es"].Id]);
        _server.Asked();
        Assert.Equal((0, 0, 0), Said(await _server.Fetch()));
        Assert.Empty(_server.Asked());
        Assert.Equal(["hn-es", "hn-gt-es"], _server.Names);

        using var key = _server.Packs.Keys.OpenPublishing(PackOfTests.Now);
        _server.Revoke(7, PackOfTests.Now.AddMinutes(10), keys: [RevokedList.FingerprintOf(key.Certificate)]);
        Assert.Equal((0, 0, 0), Said(await _server.Fetch()));
        Assert.Empty(_server.Names);
        // Whoever holds such a key must not give back with it what was called back.
        _server.Revoke(8, PackOfTests.Now.AddMinutes(15));
        Assert.Contains("called back", (await Assert.ThrowsAsync<FetchRefused>(_server.Fetch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_offers_no_more_goes_but_a_server_that_has_just_begun_takes_nothing_away()
    {
        await _server.Fetch();
        _server.Said = Encoding.UTF8.GetBytes("{\"packs\":[]}");
        await _server.Fetch();
        Assert.Equal(["gt-es", "hn-es", "hn-gt-es"], _server.Names);
        _server.Said = null;
        _server.Offered.Remove("hn-gt-es");
        await _server.Fetch();
        Assert.Equal(["gt-es", "hn-es"], _server.Names);
    }

    [Fact]
    public async Task Real_and_invented_packs_never_stand_side_by_side()
    {
        await Assert.ThrowsAsync<FetchRefused>(() => _server.Fetcher.Fetch(false, default));
        Assert.Empty(_server.Names);
        _server.Offer("gt-es", with: m => m with { IsDemonstration = false });
        Assert.Contains("gt-es (other kind)", (await _server.Fetch()).Refused);
    }

    public static TheoryData<string> Nonsense => new("", "[]", "{\"packs\":3}", One("../../keys/root"), One("GT-es"), One("gt-es", id: "../0123456789abcdef0123"), One("gt-es", size: "\"x\""), One("gt-es", size: "-1"),
        One("gt-es")[..^2] + "," + One("gt-es")[10..], "{\"packs\":[" + string.Join(',', Enumerable.Repeat("{}", 1501)) + "]}", new string(' ', 4 * 1024 * 1024 + 1));

    [Theory, MemberData(nameof(Nonsense))]
    public async Task A_list_of_packs_that_no_server_of_ours_would_make_is_refused(string said)
    {
        await _server.Fetch();
        _server.Said = Encoding.UTF8.GetBytes(said);
        await Assert.ThrowsAsync<FetchRefused>(_server.Fetch);
        Assert.Equal(3, _server.Names.Count());
    }

    private static string One(string name, string id = "0123456789abcdef01234567", string size = "1000") => $"{{\"packs\":[{{\"name\":\"{name}\",\"id\":\"{id}\",\"gzip\":{size}}}]}}";

    private static (int, int, int) Said(PacksBrought came) => (came.Brought, came.Refused.Count, came.Missing);

    public void Dispose() => _server.Dispose();
}
