using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Places.Hiding;
using Amparo.Places.Recordings;
using Amparo.Publication;
using Amparo.Tests.Places;

namespace Amparo.Tests.Publication;

/// <summary>What is hidden at once is hidden before its drawers are written anew.</summary>
[Trait("Needs", "Database")]
public sealed class VeilFirstTests : IDisposable
{
    private readonly House _house = new();

    [Fact]
    public async Task An_edition_that_hides_is_current_before_the_drawers_are_read()
    {
        var (places, others, first) = await Published();
        await Hide("MX.05");
        Edition? early = null;
        var built = await Build(() => early = Open(first));
        Assert.NotNull(early);
        Assert.Equal(early.Info.Version + 1, built.Envelope.Version);
        // The drawers still hold them, and nobody can read them.
        var envelope = _house.Store.ReadEnvelope(early.Info.Version);
        Assert.Equal(60, envelope.Files.Where(f => f.Part == EditionParts.Places).Sum(f => f.Records));
        foreach (var edition in new[] { early, _house.Open(), Open(early), _house.Loader.Open(early.Info.Version) })
        {
            Assert.Equal(30, edition.Count);
            Assert.Equal(others.Select(p => p.Id).Order(), edition.Places().Select(p => p.Id));
            foreach (var place in places)
            {
                Assert.Null(edition.ById(place.Id));
                Assert.Null(edition.BySlug(place.Slug));
                Assert.NotNull(edition.VeilOver(place.Slug));
                Assert.Equal(-1, edition.OrdinalOf(place.Id));
            }
            var found = edition.Search(new() { Language = "es", Now = _house.Clock.Now, Take = 100 });
            Assert.Equal((30, 30), (found.Total, found.Hits.Count));
        }
        Assert.Equal(30, _house.Store.ReadEnvelope(built.Envelope.Version).Files.Where(f => f.Part == EditionParts.Places).Sum(f => f.Records));
    }

    [Fact]
    public async Task What_follows_is_the_same_as_if_everything_were_built_from_nothing_and_a_crash_between_loses_nothing()
    {
        await Published();
        using var whole = new House(sameDatabase: _house, sameKeys: _house);
        await Hide("MX.05");
        await Assert.ThrowsAsync<OperationCanceledException>(() => Build(() => throw new OperationCanceledException()));
        whole.Clock.Now = _house.Clock.Now += TimeSpan.FromSeconds(2);
        var (after, full) = (await _house.Publish(), await whole.Publish(full: true));
        Assert.False(after.WasFull);
        Assert.Equal(full.Envelope.ContentRoot, after.Envelope.ContentRoot);
    }

    [Fact]
    public async Task What_comes_back_comes_back_in_one_edition_and_is_found_again()
    {
        var (places, _, first) = await Published();
        await Hide("MX.05");
        Edition? early = null;
        await Build(() => early = Open(first));
        var hidden = Open(early!);
        await _house.Do(async db => (await db.Set<MassHiding>().SingleAsync()).Refuse(Guid.CreateVersion7(), _house.Clock.Now += TimeSpan.FromMinutes(5)));
        _house.Clock.Now += TimeSpan.FromSeconds(2);
        var called = false;
        await Build(() => called = true);
        Assert.False(called);
        var back = Open(hidden);
        Assert.Equal(60, back.Count);
        Assert.NotNull(back.ById(places[0].Id));
        Assert.Equal(60, back.Search(new() { Language = "es", Now = _house.Clock.Now, Take = 100 }).Total);
        // Also straight from the edition that only veiled them.
        Assert.Equal(60, Open(early!).Search(new() { Language = "es", Now = _house.Clock.Now, Take = 100 }).Total);
    }

    [Fact]
    public async Task An_entry_that_changes_in_a_hidden_area_makes_no_edition_of_its_own()
    {
        var (places, _, _) = await Published();
        await Hide("MX.05");
        await _house.Publish();
        _house.Clock.Now += TimeSpan.FromMinutes(5);
        await _house.Change(places[3].Id, p => p.Name = "Otra");
        var called = false;
        await Build(() => called = true);
        Assert.False(called);
    }

    [Fact]
    public async Task The_voice_of_what_is_hidden_is_silent_in_the_edition_that_hides_it_before_its_drawers_are_read()
    {
        var (places, others, _) = await Published();
        foreach (var place in new[] { places[0], others[0] })
        {
            var text = SpokenText.Of(place);
            var recording = new Recording { PlaceId = place.Id, Language = "mam", Sha256 = TextHash.Of(place.Name) + TextHash.Of(place.Slug), Type = "audio/mpeg", Size = 3, Seconds = 1, TextHash = text.Hash, Speaker = "Doña Inventada", ConsentUntil = _house.Clock.Now.AddYears(1), By = Guid.CreateVersion7(), At = _house.Clock.Now };
            recording.Publish(text, Guid.CreateVersion7(), saysDemonstration: true, saysNoPlace: true, _house.Clock.Now);
            await _house.Given(recording);
        }
        _house.Clock.Now += TimeSpan.FromSeconds(2);
        await _house.Publish();
        var before = _house.Open();
        Assert.Equal(2, before.Recordings.Count);
        await Hide("MX.05");
        Edition? early = null;
        await Build(() => early = Open(before));
        Assert.Equal($"centre/{others[0].Id}", Assert.Single(early!.Recordings).Text);
        Assert.Single(_house.Open().Recordings);
    }

    private async Task<(List<Place> Hidden, List<Place> Others, Edition First)> Published()
    {
        var (hidden, others) = (Enumerable.Range(0, 30).Select(i => Some.Place($"Casa {i}")).ToList(), Enumerable.Range(0, 30).Select(i => Some.Place($"Lejos {i}")).ToList());
        foreach (var place in others) place.Admin1 = "MX.19";
        await _house.Given([.. hidden, .. others]);
        await _house.Publish();
        _house.Clock.Now += TimeSpan.FromMinutes(10);
        return (hidden, others, _house.Open());
    }

    private async Task Hide(string area)
    {
        await _house.Given(MassHiding.Begin(null, "MX", area, "danger", Guid.CreateVersion7(), _house.Clock.Now));
        _house.Clock.Now += TimeSpan.FromSeconds(2);
    }

    private async Task<BuildResult> Build(Action veiled)
    {
        using var alone = _house.Store.TryLock();
        return await _house.Services.GetRequiredService<EditionBuilder>().Build(veiled: veiled);
    }

    private Edition Open(Edition before) => _house.Loader.Open(_house.Store.CurrentVersion()!.Value, before);

    public void Dispose() => _house.Dispose();
}
