using System.Data.Common;
using System.Net;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Publication;
using Amparo.Tests.Places;
using Amparo.Web.Serving;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Amparo.Tests.Publication;

[Trait("Needs", "Database")]
public sealed class PublisherTests : IDisposable
{
    private readonly ApplicationLifetime _life = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly PartOfTests _extra = new();
    private readonly House _house;
    private readonly Said _said = new();
    private readonly CurrentEdition _current = new();
    private readonly Publisher _publisher;

    public PublisherTests()
    {
        _house = new(with: s => s.AddSingleton<IEditionPart>(_extra));
        _publisher = New(_current);
    }

    [Fact]
    public async Task Where_no_edition_is_it_makes_one()
    {
        await _house.Given(Some.Place());
        await _publisher.LookOnce(default);
        Assert.Equal(1, _current.Now!.Count);
    }

    [Fact]
    public async Task Without_keys_it_waits_in_silence()
    {
        using var house = new House(withKeys: false);
        var current = new CurrentEdition();
        await New(current, house).LookOnce(default);
        Assert.Null(current.Now);
        Assert.Empty(_said.Lines);
    }

    [Fact]
    public async Task What_is_approved_hidden_withdrawn_or_expires_reaches_readers_with_the_next_look()
    {
        var places = Enumerable.Range(0, 4).Select(i => Some.Place("Casa " + i, approved: i > 0)).ToArray();
        places[3].ExpiresAt = _house.Clock.Now + TimeSpan.FromMinutes(20);
        await _house.Given([.. places]);
        await _publisher.LookOnce(default);
        Assert.Equal(3, _current.Now!.Count);

        await After(2, () => _house.Change(places[0].Id, p => p.Approve("test", _house.Clock.Now)));
        Assert.NotNull(_current.Now!.ById(places[0].Id));
        await After(2, () => _house.Change(places[1].Id, p => p.HideTo(Disclosures.Officers)));
        Assert.Null(_current.Now!.ById(places[1].Id));
        await After(2, () => _house.Change(places[2].Id, p => p.Withdraw()));
        Assert.Null(_current.Now!.ById(places[2].Id));
        await After(20 * 60, () => Task.CompletedTask);
        Assert.Equal([places[0].Id], _current.Now!.Places().Select(p => p.Id));
    }

    [Fact]
    public async Task A_look_where_nothing_happened_builds_nothing()
    {
        var looks = 0;
        _extra.Gives = () => { looks++; return []; };
        await _house.Given(Some.Place());
        await _publisher.LookOnce(default);
        await After(120, () => Task.CompletedTask);
        looks = 0;
        for (var i = 0; i < 20; i++) await After(2, () => Task.CompletedTask);
        Assert.Equal(0, looks);
        Assert.Equal(1, _current.Now!.Info.Version);
    }

    [Fact]
    public async Task A_late_commit_is_found_within_ten_seconds()
    {
        var place = Some.Place();
        await _house.Given(place);
        await _publisher.LookOnce(default);
        await After(3600 - 10, () => Task.CompletedTask);
        await _house.Given(Some.Place("Otra"));
        await After(2, () => Task.CompletedTask);
        var built = _house.Clock.Now;
        _house.Clock.Now = built - TimeSpan.FromSeconds(50);
        await _house.Change(place.Id, p => p.Withdraw());
        _house.Clock.Now = built;
        for (var i = 0; i < 4; i++) await After(2, () => Task.CompletedTask);
        Assert.Null(_current.Now!.ById(place.Id));
    }

    [Fact]
    public async Task What_no_time_of_change_tells_is_found_within_an_hour()
    {
        var place = Some.Place();
        await _house.Given(place);
        await _publisher.LookOnce(default);
        await _house.Do(db => db.Acting("places_place", () => db.Set<Amparo.Places.Entries.Place>().ExecuteDeleteAsync(), default));
        await After(3600, () => Task.CompletedTask);
        Assert.Equal(0, _current.Now!.Count);
    }

    [Fact]
    public async Task An_edition_that_another_process_published_is_noticed()
    {
        await _publisher.LookOnce(default);
        await _house.Given(Some.Place());
        await _house.Publish();
        await _publisher.LookOnce(default);
        Assert.Equal((2L, 1), (_current.Now!.Info.Version, _current.Now.Count));
    }

    [Fact]
    public async Task While_another_process_publishes_it_waits()
    {
        await _house.Given(Some.Place());
        using (_house.Store.TryLock())
        {
            await _publisher.LookOnce(default);
            Assert.Null(_current.Now);
        }
        await _publisher.LookOnce(default);
        Assert.Equal(1, _current.Now!.Count);
    }

    [Fact]
    public async Task Whoever_reads_the_edition_of_before_reads_it_to_the_end()
    {
        var place = Some.Place();
        await _house.Given(place);
        await _publisher.LookOnce(default);
        var before = _current.Now!;
        var file = _house.Store.ReadEnvelope(1).Files.Single(f => f.Part == EditionParts.Places);
        await After(2, () => _house.Change(place.Id, p => p.Withdraw()));
        File.Delete(_house.Store.ObjectOf(file.Sha256));
        Assert.Equal(0, _current.Now!.Count);
        Assert.Equal(place.Name, before.ById(place.Id)!.Name);
    }

    [Fact]
    public async Task A_build_that_fails_is_said_once_and_readers_keep_the_last_edition()
    {
        await _house.Given(Some.Place());
        await _publisher.LookOnce(default);
        _extra.Dirty.Add(1);
        _extra.Gives = () => throw new Broken("constraint failed: Casa Secreta, calle 5");
        for (var i = 0; i < 3; i++) await After(2, () => _house.Given(Some.Place("Otra " + i)));
        Assert.Equal(1, _current.Now!.Count);
        Assert.Single(_said.Lines);
        Assert.Contains("./amparo db migrate", _said.Lines[0]);
        Assert.DoesNotContain("Secreta", _said.Lines[0]);

        _extra.Gives = () => [];
        await After(2, () => Task.CompletedTask);
        Assert.Equal(4, _current.Now!.Count);
        Assert.Equal(2, _said.Lines.Count);
    }

    [Fact]
    public async Task An_error_that_nobody_foresaw_does_not_stop_the_server()
    {
        await _house.Given(Some.Place());
        await _publisher.LookOnce(default);
        _extra.Dirty.Add(1);
        _extra.Gives = () => throw new InvalidOperationException("Casa Secreta");
        await After(2, () => Task.CompletedTask);
        await After(2, () => Task.CompletedTask);
        Assert.Equal(1, _current.Now!.Count);
        Assert.DoesNotContain("Secreta", Assert.Single(_said.Lines));
    }

    [Fact]
    public async Task A_server_that_starts_over_a_damaged_edition_serves_the_one_before_and_mends_it()
    {
        await _house.Given(Some.Place());
        await _house.Publish();
        _house.Clock.Now += TimeSpan.FromHours(1);
        await _house.Given(Some.Place("Otra"));
        await _house.Publish();
        var fresh = _house.Store.ReadEnvelope(2).Files.Select(f => f.Sha256).Except(_house.Store.ReadEnvelope(1).Files.Select(f => f.Sha256)).First();
        await File.WriteAllTextAsync(_house.Store.ObjectOf(fresh), "{}");

        await _publisher.StartAsync(default);
        _life.NotifyStarted();
        Assert.NotNull(_current.Now);
        await _publisher.StopAsync(default);
        await _publisher.LookOnce(default);
        Assert.Equal((2L, 2), (_current.Now!.Info.Version, _current.Now.Count));
        Assert.Empty(_house.Loader.Verify(2));
    }

    [Fact]
    public async Task A_server_is_ready_once_it_has_an_edition()
    {
        using var platform = new Platform();
        using var client = platform.Client();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        platform.Services.GetRequiredService<KeyFolder>().Init(true, null, platform.Clock.Now);
        await platform.Services.GetRequiredService<Publisher>().LookOnce(default);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task It_warns_before_its_key_ends()
    {
        _house.Clock.Now = _house.Keys.Show().NotAfter - TimeSpan.FromDays(20);
        await _publisher.LookOnce(default);
        await After(3600, () => Task.CompletedTask);
        Assert.Contains("./amparo keys rotate", Assert.Single(_said.Lines));
    }

    public void Dispose()
    {
        _publisher.Dispose();
        _house.Dispose();
    }

    private Publisher New(CurrentEdition current, House? of = null)
    {
        var house = of ?? _house;
        return new(house.Store, house.Keys, house.Services.GetRequiredService<EditionBuilder>(), house.Loader, current, house.Clock, new(_said), _life);
    }

    private async Task After(int seconds, Func<Task> happening)
    {
        _house.Clock.Now += TimeSpan.FromSeconds(seconds);
        await happening();
        await _publisher.LookOnce(default);
    }

    private sealed class Broken(string message) : DbException(message);

    private sealed class Said : ILogger<Publisher>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
