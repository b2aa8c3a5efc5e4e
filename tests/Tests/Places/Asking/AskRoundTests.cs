using Amparo.Contracts.Places;
using Amparo.Places.Asking;
using Amparo.Places.Entries;

namespace Amparo.Tests.Places.Asking;

[Trait("Needs", "Database")]
public sealed class AskRoundTests : IDisposable
{
    private readonly AskHouse _house = new();

    [Fact]
    public async Task What_came_due_is_asked_once_however_often_the_round_runs()
    {
        var due = _house.Due();
        await _house.Platform.Given(due, _house.Due("+52 000 555 0102", days: 29));
        Assert.Equal((1, 0, 0), (await _house.Run(), await _house.Run(), await _house.Run()));
        var (ask, message) = (Assert.Single(await _house.Asks()), Assert.Single(await _house.Messages()));
        Assert.Equal((due.Id, Channels.Sms, "es", ask.Id, MessageStates.Queued), (ask.PlaceId, ask.Channel, ask.Language, message.Record, message.State));
        _house.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(0, await _house.Run() - 1); // the other came due meanwhile, this one is not asked again
        Assert.Single(await _house.Asks(), a => a.PlaceId == due.Id);
    }

    [Fact]
    public async Task Who_does_not_answer_is_asked_again_a_month_later_and_no_more_when_readers_no_longer_see_it()
    {
        await _house.Platform.Given(_house.Due());
        var asked = new List<int>();
        for (var day = 0; day < 120; day++)
        {
            if (await _house.Run() == 1) asked.Add(day);
            _house.Clock.Now += TimeSpan.FromDays(1);
        }
        // Due on day 30 after the assurance, again on day 60; from day 90 on it is shown to nobody.
        Assert.Equal([0, 29], asked);
    }

    [Fact]
    public async Task After_a_long_stop_what_was_missed_is_not_made_up_for()
    {
        await _house.Platform.Given(_house.Due(days: 75));
        Assert.Equal(1, await _house.Run());
        _house.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(0, await _house.Run());
        Assert.Single(await _house.Asks());
    }

    [Fact]
    public async Task Two_servers_that_run_at_once_ask_nobody_twice()
    {
        await _house.Platform.Given([.. Enumerable.Range(0, 60).Select(i => _house.Due($"+52 000 555 1{i:000}"))]);
        // Past the lease, on purpose: what must never happen twice does not hang on it.
        var ids = (await _house.Round.Due(default)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _house.Round.Queue(ids, default))));
        var asks = await _house.Asks();
        Assert.Equal((60, 60), (asks.Count, asks.Select(a => a.PlaceId).Distinct().Count()));
        Assert.Equal(60, (await _house.Messages()).Select(m => m.Record).Distinct().Count());
    }

    [Fact]
    public async Task While_one_server_holds_the_round_another_leaves_it_alone()
    {
        await _house.Platform.Given(_house.Due(), new Lease { Name = "places.ask", Holder = "another", Until = _house.Clock.Now.AddMinutes(1) });
        Assert.Equal(0, await _house.Run());
        _house.Clock.Now += TimeSpan.FromMinutes(2); // it was killed: its lease is over
        Assert.Equal(1, await _house.Run());
    }

    [Fact]
    public async Task Who_is_withdrawn_waiting_ended_or_without_any_contact_is_asked_nothing()
    {
        var (withdrawn, ended) = (_house.Due(), _house.Due());
        withdrawn.Withdraw("closed");
        ended.ExpiresAt = _house.Clock.Now.AddDays(-1);
        await _house.Platform.Given(withdrawn, ended, _house.Due(approved: false), _house.Due(number: null), _house.Due("555 0101"), _house.Due(days: 91));
        Assert.Equal(0, await _house.Run());
    }

    [Fact]
    public async Task What_is_hidden_at_once_with_its_town_is_asked_nothing_and_answers_nothing()
    {
        var place = _house.Due();
        await _house.Platform.Given(place);
        await _house.Run();
        var link = await _house.Link();
        await _house.Platform.Given(Amparo.Places.Hiding.MassHiding.Begin(null, "MX", place.Admin1, Amparo.Places.Hiding.MassHiding.Reasons[0], Guid.CreateVersion7(), _house.Clock.Now));
        await _house.Sender.SendDue(default);
        Assert.Empty(_house.Sms.Sent);
        Assert.Equal(410, (await _house.Open(link)).Status);
        await _house.Platform.Given(_house.Due("+52 000 555 0102"));
        Assert.Equal(0, await _house.Run());
    }

    [Fact]
    public async Task A_number_that_the_profile_hides_is_never_written_to_unless_the_place_gave_it_for_this()
    {
        var (hidden, given) = (_house.Due(disclosure: Disclosures.Officers, mail: "casa@example.org"), _house.Due("+52 000 555 0102", disclosure: Disclosures.Officers));
        await _house.Platform.Given(hidden, given);
        await _house.Give(given, Channels.Sms, "+52 000 555 0777");
        Assert.Equal(1, await _house.Run());
        var message = Assert.Single(await _house.Messages());
        Assert.Equal(_house.Addresses.HashOf(Channels.Sms, "+520005550777"), message.AddressHash);
    }

    [Fact]
    public async Task What_the_place_gave_goes_before_what_it_publishes_and_a_letter_before_an_sms()
    {
        var (both, given) = (_house.Due(mail: "casa@example.org"), _house.Due("+52 000 555 0102", mail: "otra@example.org"));
        await _house.Platform.Given(both, given);
        await _house.Give(given, Channels.Sms, "+52 000 555 0777", "ht");
        await _house.Run();
        var asks = (await _house.Asks()).ToDictionary(a => a.PlaceId);
        Assert.Equal((Channels.Mail, "es"), (asks[both.Id].Channel, asks[both.Id].Language));
        Assert.Equal((Channels.Sms, "ht"), (asks[given.Id].Channel, asks[given.Id].Language));
    }

    [Fact]
    public async Task Who_asked_not_to_be_written_to_is_not()
    {
        await _house.Platform.Given(_house.Due(), new Stopped { AddressHash = _house.Addresses.HashOf(Channels.Sms, "+520005550101"), At = _house.Clock.Now });
        Assert.Equal(0, await _house.Run());
    }

    [Fact]
    public async Task A_number_is_asked_about_one_place_at_a_time()
    {
        var (first, second) = (_house.Due(), _house.Due(name: "Comedor del Puente"));
        await _house.Platform.Given(first, second);
        Assert.Equal((1, 0), (await _house.Run(), await _house.Run()));
        await _house.Press(await _house.Link(), PlaceAnswers.AllTrue);
        Assert.Equal(1, await _house.Run());
        Assert.Equal(2, (await _house.Asks()).Select(a => a.PlaceId).Distinct().Count());
    }

    [Fact]
    public async Task Who_was_never_assured_is_asked_from_the_day_of_its_approval()
    {
        var place = new Place { Slug = "nueva", Name = "Nueva", Kind = PlaceKinds.Shelter, Country = "GT", TimeZone = "America/Guatemala", IsDemonstration = true, Profile = new() { Phones = [new("+502 0000 0101", "cell")] } };
        place.HideTo(Disclosures.Exact);
        place.Approve("test", _house.Clock.Now);
        await _house.Platform.Given(place);
        Assert.Equal(1, await _house.Run());
        _house.Clock.Now += TimeSpan.FromDays(30);
        Assert.Equal(1, await _house.Run());
    }

    [Fact]
    public async Task Invented_places_are_asked_only_by_what_reaches_nobody()
    {
        using var real = new AskHouse(isSimulated: false);
        await real.Platform.Given(real.Due());
        Assert.Equal(0, await real.Run());
    }

    [Theory]
    [InlineData("2026-11-21T03:00Z", "2026-11-21T14:00Z")] // 21:00 in Guatemala: tomorrow at eight
    [InlineData("2026-11-21T13:59Z", "2026-11-21T14:00Z")] // one minute to eight
    [InlineData("2026-11-21T14:00Z", "2026-11-21T14:00Z")]
    [InlineData("2026-11-22T00:59Z", "2026-11-22T00:59Z")] // 18:59
    [InlineData("2026-11-22T01:00Z", "2026-11-22T14:00Z")] // 19:00
    public void Nobody_is_written_to_at_night(string now, string sends) =>
        Assert.Equal(DateTimeOffset.Parse(sends, null), WritingHours.Next(DateTimeOffset.Parse(now, null), "America/Guatemala"));

    [Fact]
    public void Eight_o_clock_is_eight_o_clock_on_the_day_the_clocks_change() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 15, 0, 0, TimeSpan.Zero), WritingHours.Next(new(2026, 3, 8, 9, 30, 0, TimeSpan.Zero), "America/Tijuana")); // 08:00 in summer time, UTC-7

    [Fact]
    public void A_lookup_of_a_zone_that_nobody_knows_is_utc() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 8, 0, 0, TimeSpan.Zero), WritingHours.Next(new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero), "Nowhere/Land"));

    public void Dispose() => _house.Dispose();
}
