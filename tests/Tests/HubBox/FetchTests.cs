using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Places;
using Amparo.Tests.Publication;

namespace Amparo.Tests.HubBox;

/// <summary>A copy shows what was signed, the newest that it ever had, and whole; whatever the line and the server do.</summary>
[Trait("Needs", "Database")]
public sealed class FetchTests : IAsyncLifetime, IDisposable
{
    private readonly House _house = new();
    private readonly Line _line;
    private readonly Copy _copy;
    private readonly List<Place> _places = [];

    public FetchTests()
    {
        _line = new(_house);
        _copy = new(_house, _line);
    }

    public async Task InitializeAsync()
    {
        _places.AddRange(Enumerable.Range(0, 40).Select(i => Some.Place("Casa " + i)));
        await _house.Given([.. _places]);
        await _house.Publish();
    }

    [Fact]
    public async Task A_copy_is_the_edition_byte_for_byte_and_nothing_is_fetched_twice()
    {
        Assert.True(await _copy.Fetcher.Fetch(default));
        Assert.Empty(_copy.Loader.Verify(1));
        Assert.Equal(40, _copy.Loader.Open(1).Count);
        var asked = _line.Asked.Count;
        Assert.False(await _copy.Fetcher.Fetch(default));
        Assert.Equal(asked + 1, _line.Asked.Count);

        await Change(_places[0]);
        Assert.True(await _copy.Fetcher.Fetch(default));
        Assert.Equal(2, _copy.Store.CurrentVersion());
        Assert.Equal(asked + 3, _line.Asked.Count);
        // What was withdrawn since must not lie on a machine that anybody can carry away.
        Assert.Equal([2L], _copy.Store.Versions());
        Assert.Equal(_house.Store.ReadEnvelope(2).Files.Select(f => f.Sha256).Order(), _copy.Files().Keys.Where(f => f.StartsWith("objects", StringComparison.Ordinal)).Select(Path.GetFileName).Order()!);
    }

    [Fact]
    public async Task Wherever_the_line_is_cut_it_goes_on_from_there_and_readers_see_the_old_edition_until_the_new_one_is_whole()
    {
        Assert.True(await _copy.Fetcher.Fetch(default));
        await Change([.. _places]);
        var (random, before, cuts) = (new Random(58), _line.Sent, 0);
        for (; ; cuts++)
        {
            _line.Open = random.Next(1, 9000);
            try
            {
                await _copy.Fetcher.Fetch(default);
                break;
            }
            catch (FetchCut)
            {
                Assert.Equal(1, _copy.Store.CurrentVersion());
                Assert.Empty(_copy.Loader.Verify(1));
            }
            Assert.True(cuts < 10_000, "It never ends.");
        }
        Assert.True(cuts > 5, "It was over before it was cut: mend this test.");
        var version = _house.Store.CurrentVersion()!.Value;
        Assert.Equal(version, _copy.Store.CurrentVersion());
        Assert.Empty(_copy.Loader.Verify(version));
        // Each try asks for the envelope anew; of the files no byte comes twice.
        var envelope = new FileInfo(Path.Combine(_house.Store.FolderOf(version), "envelope.json")).Length;
        Assert.True(_line.Sent - before <= _house.Store.ReadEnvelope(version).Files.Sum(f => f.Size) + envelope * (cuts + 1), "Something was fetched twice.");
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_signed_is_refused_and_the_old_edition_stays()
    {
        Assert.True(await _copy.Fetcher.Fetch(default));
        await Change(_places[3]);
        var random = new Random(3);
        foreach (var harm in new Func<byte[], byte[]>[] { b => { var c = b.ToArray(); c[random.Next(c.Length)] ^= 4; return c; }, b => [.. b, 10], b => [.. b, .. b] })
        {
            _line.Change = (_, bytes) => harm(bytes);
            await Assert.ThrowsAsync<FetchRefused>(() => _copy.Fetcher.Fetch(default));
            Assert.Equal(1, _copy.Store.CurrentVersion());
            Assert.Empty(_copy.Loader.Verify(1));
        }
        _line.Change = (_, bytes) => bytes;
        Assert.True(await _copy.Fetcher.Fetch(default));
        Assert.Empty(_copy.Loader.Verify(2));
    }

    [Fact]
    public async Task What_another_root_signed_is_refused_and_nobody_is_believed_before_a_root_was_named()
    {
        using var stranger = new House();
        await stranger.Given(Some.Place("Casa falsa"));
        await stranger.Publish();
        _line.Envelope = File.ReadAllBytes(Path.Combine(stranger.Store.FolderOf(1), "envelope.json"));
        await Assert.ThrowsAsync<FetchRefused>(() => _copy.Fetcher.Fetch(default));
        Assert.Null(_copy.Store.CurrentVersion());

        _line.Envelope = null;
        using var trusting = new Copy(_house, _line, trusts: false);
        await Assert.ThrowsAsync<KeyRefused>(() => trusting.Fetcher.Fetch(default));
        Assert.Null(trusting.Store.CurrentVersion());

        var theirs = File.ReadAllText(Path.Combine(stranger.Data.Keys, "root.public"));
        Assert.Contains("trusts another root", Assert.Throws<KeyRefused>(() => _copy.Keys.Pin(theirs)).Message, StringComparison.Ordinal);
        Assert.Throws<KeyRefused>(() => trusting.Keys.Pin(File.ReadAllText(Path.Combine(_house.Data.Keys, "root"))));
        Assert.Throws<KeyRefused>(() => trusting.Keys.Pin("not a key"));
        Assert.False(trusting.Keys.HasRoot);
    }

    [Fact]
    public async Task An_edition_is_never_older_than_one_that_was_here()
    {
        Assert.True(await _copy.Fetcher.Fetch(default));
        var old = File.ReadAllBytes(Path.Combine(_house.Store.FolderOf(1), "envelope.json"));
        await Change(_places[1]);
        Assert.True(await _copy.Fetcher.Fetch(default));
        _line.Envelope = old;
        Assert.Contains("going back", (await Assert.ThrowsAsync<FetchRefused>(() => _copy.Fetcher.Fetch(default))).Message, StringComparison.Ordinal);
        // Also where somebody emptied the folder to be believed again.
        Directory.Delete(_copy.Store.Folder, recursive: true);
        await Assert.ThrowsAsync<FetchRefused>(() => _copy.Fetcher.Fetch(default));
        _line.Envelope = null;
        Assert.True(await _copy.Fetcher.Fetch(default));
        Assert.Empty(_copy.Loader.Verify(2));
    }

    [Fact]
    public async Task Every_bit_of_the_envelope_counts()
    {
        var whole = File.ReadAllBytes(Path.Combine(_house.Store.FolderOf(1), "envelope.json"));
        for (var at = 0; at < whole.Length; at += 11)
        {
            _line.Envelope = [.. whole];
            _line.Envelope[at] ^= (byte)(1 << (at % 8));
            await Assert.ThrowsAsync<FetchRefused>(() => _copy.Fetcher.Fetch(default));
        }
        Assert.Null(_copy.Store.CurrentVersion());
    }

    [Fact]
    public async Task Where_there_is_no_room_nothing_is_fetched_and_the_old_edition_stays()
    {
        Assert.True(await _copy.Fetcher.Fetch(default));
        var last = _house.Store.ReadEnvelope(1);
        using var key = _house.Keys.OpenPublishing(_house.Clock.Now);
        List<EditionFile> files = [last.Files[0] with { Sha256 = new('a', 64), Size = 1L << 60 }];
        var vast = (last with { Version = 2, Files = files, ContentRoot = Envelope.RootOf(files), Counts = new Dictionary<string, int> { [files[0].Part] = files[0].Records } }).SignedBy(key.Key);
        (_line.Envelope, var asked) = (vast.ToBytes(), _line.Asked.Count);
        await Assert.ThrowsAsync<FetchNoRoom>(() => _copy.Fetcher.Fetch(default));
        Assert.Equal(asked + 1, _line.Asked.Count);
        Assert.Equal(1, _copy.Store.CurrentVersion());
        Assert.Empty(_copy.Loader.Verify(1));
    }

    [Fact]
    public void After_seven_days_of_silence_the_ways_to_doors_where_people_sleep_or_hide_are_not_said()
    {
        var shelter = Public.ReaderPlaces.Place("albergue", "Albergue", PlaceKinds.Shelter, profile: new() { GettingThere = "Portón azul" });
        var kitchen = Public.ReaderPlaces.Place("comedor", "Comedor", PlaceKinds.Food);
        var coarse = Coarser.Without(shelter);
        Assert.Equal((Disclosures.Area, null, null), (coarse.Disclosure, coarse.Address, coarse.Profile.GettingThere));
        Assert.Equal((14.9, -92.25), (coarse.Latitude!.Value, coarse.Longitude!.Value));
        Assert.Equal(shelter.Profile.Phones, coarse.Profile.Phones);
        Assert.Same(kitchen, Coarser.Without(kitchen));
        Assert.Null(Coarser.Without(kitchen with { Profile = new() { Services = [Public.ReaderPlaces.Service("Dormir", PlaceKinds.Shelter)] } }).Address);

        var now = _house.Clock.Now;
        Assert.False(Coarser.IsDue(now.AddDays(-6.9), now));
        Assert.True(Coarser.IsDue(now.AddDays(-7), now));
        // A clock that stands years back knows nothing of seven days.
        Assert.True(Coarser.IsDue(now, now.AddYears(-1)));
    }

    [Fact]
    public async Task An_edition_can_be_shown_with_less_than_it_holds_and_its_search_holds_no_more()
    {
        Assert.True(await _copy.Fetcher.Fetch(default));
        var edition = new EditionLoader(_copy.Store, _copy.Keys).Open(1, shown: Coarser.Without);
        Assert.All(edition.Places(), p => Assert.Null(p.Address));
        Assert.Contains(_copy.Loader.Open(1).Places(), p => p.Address is not null);
    }

    private async Task Change(params Place[] places)
    {
        _house.Clock.Now += TimeSpan.FromSeconds(5);
        foreach (var place in places) await _house.Change(place.Id, p => p.Name += " nueva");
        await _house.Publish();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _copy.Dispose();
        _line.Dispose();
        _house.Dispose();
    }
}
