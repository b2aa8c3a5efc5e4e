using System.Net.Mail;
using System.Net.Sockets;
using Amparo.Contracts.Places;
using Amparo.Places.Asking;
using Amparo.Places.Entries;
using Amparo.Tests.Places.Asking;

namespace Amparo.Tests.Messages;

[Trait("Needs", "Database")]
public sealed class SenderTests : IDisposable
{
    private readonly AskHouse _house = new();

    private async Task<Place> Queued(string? number = "+52 000 555 0101", string? mail = null, string language = "es", string disclosure = Disclosures.Exact)
    {
        var place = _house.Due(number, mail, language: language, disclosure: disclosure);
        await _house.Platform.Given(place);
        Assert.Equal(1, await _house.Run());
        return place;
    }

    private async Task<OutgoingMessage> Message() => Assert.Single(await _house.Messages());

    [Fact]
    public async Task A_message_leaves_once_and_where_it_went_is_forgotten()
    {
        await Queued();
        Assert.NotNull((await Message()).Address);
        await _house.Sender.SendDue(default);
        await _house.Sender.SendDue(default);
        Assert.Equal("+520005550101", Assert.Single(_house.Sms.Sent).Number);
        var sent = await Message();
        Assert.Equal((MessageStates.Sent, "g-1", 1, 40_000L, "USD"), (sent.State, sent.GatewayId, sent.Tries, sent.PriceMicros, sent.Currency));
        Assert.Null(sent.Address);
    }

    [Fact]
    public async Task Four_senders_at_once_send_each_message_once()
    {
        await _house.Platform.Given([.. Enumerable.Range(0, 30).Select(i => _house.Due($"+52 000 555 1{i:000}"))]);
        await _house.Run();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _house.Sender.SendDue(default))));
        Assert.Equal((30, 30), (_house.Sms.Sent.Count, _house.Sms.Sent.Select(s => s.Number).Distinct().Count()));
    }

    [Fact]
    public async Task At_night_there_it_waits_until_eight()
    {
        _house.Clock.Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero); // 21:00 in Mexico
        await Queued();
        await _house.Sender.SendDue(default);
        Assert.Empty(_house.Sms.Sent);
        _house.Clock.Now = new(2026, 11, 21, 14, 0, 0, TimeSpan.Zero);
        await _house.Sender.SendDue(default);
        Assert.Single(_house.Sms.Sent);
    }

    [Fact]
    public async Task What_was_queued_by_day_and_tried_again_at_night_waits_for_the_morning()
    {
        await Queued();
        _house.Clock.Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
        await _house.Sender.SendDue(default);
        Assert.Empty(_house.Sms.Sent);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero), (await Message()).NextAt);
    }

    [Fact]
    public async Task What_surely_did_not_leave_is_tried_again_later_and_later_and_then_given_up()
    {
        await Queued();
        _house.Sms.Answers = _ => new(HandedOver.TryAgain);
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < MessageSender.MostTries; i++)
        {
            await _house.Sender.SendDue(default);
            if (await Message() is { State: MessageStates.Queued } waiting)
            {
                pauses.Add(waiting.NextAt - _house.Clock.Now);
                _house.Clock.Now = WritingHours.Next(waiting.NextAt, waiting.TimeZone);
            }
        }
        Assert.Equal(MessageSender.MostTries - 1, pauses.Count);
        Assert.All(pauses.Select((p, i) => (p, i)), t => Assert.InRange(t.p, MessageSender.Pause(t.i + 1, 0), MessageSender.Pause(t.i + 1, 1)));
        Assert.Equal((MessageStates.Refused, MessageSender.MostTries), ((await Message()).State, _house.Sms.Sent.Count));
        Assert.Single(_house.Sms.Sent.Select(s => s.Id).Distinct()); // by one key, so that a gateway can know it again
    }

    [Fact]
    public void Pauses_grow_to_hours_and_are_not_the_same_for_all()
    {
        Assert.Equal((TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45)), (MessageSender.Pause(1, 0), MessageSender.Pause(1, 1)));
        Assert.Equal(TimeSpan.FromHours(9), MessageSender.Pause(30, 1));
    }

    [Fact]
    public async Task What_may_have_left_is_never_sent_again()
    {
        await Queued();
        _house.Sms.Answers = _ => new(HandedOver.Unclear);
        await _house.Sender.SendDue(default);
        _house.Clock.Now += TimeSpan.FromDays(1);
        await _house.Sender.SendDue(default);
        Assert.Single(_house.Sms.Sent);
        Assert.Equal(MessageStates.Unclear, (await Message()).State);
    }

    [Fact]
    public async Task A_server_that_died_while_sending_leaves_what_is_called_unclear_and_not_sent_again()
    {
        await Queued();
        await _house.Platform.In(async (db, _) =>
        {
            (await db.Set<OutgoingMessage>().SingleAsync()).Begin(_house.Clock.Now, 2); // and then the power went
            return await db.SaveChangesAsync();
        });
        await _house.Sender.SendDue(default);
        Assert.Equal(MessageStates.Sending, (await Message()).State);
        _house.Clock.Now += MessageSender.Lost + TimeSpan.FromSeconds(1);
        await _house.Sender.SendDue(default);
        Assert.Equal(MessageStates.Unclear, (await Message()).State);
        Assert.Empty(_house.Sms.Sent);
    }

    [Fact]
    public async Task That_it_is_about_to_leave_is_in_the_database_before_it_leaves()
    {
        await Queued();
        string? state = null;
        _house.Sms.Before = async () => state = (await Message()).State;
        await _house.Sender.SendDue(default);
        Assert.Equal(MessageStates.Sending, state);
    }

    [Fact]
    public async Task What_nobody_wants_any_more_is_dropped()
    {
        var place = await Queued();
        await _house.Platform.In(async (db, _) =>
        {
            (await db.Set<Place>().SingleAsync(p => p.Id == place.Id)).Assure("Oficina regional", AssuranceMeans.Call, _house.Clock.Now);
            return await db.SaveChangesAsync();
        });
        await _house.Sender.SendDue(default);
        Assert.Empty(_house.Sms.Sent);
        Assert.Equal(MessageStates.Dropped, (await Message()).State);
    }

    [Fact]
    public async Task Who_asked_for_silence_between_queueing_and_sending_gets_it()
    {
        await Queued();
        await _house.Platform.Given(new Stopped { AddressHash = (await Message()).AddressHash, At = _house.Clock.Now });
        await _house.Sender.SendDue(default);
        Assert.Empty(_house.Sms.Sent);
    }

    [Fact]
    public async Task A_number_that_was_replaced_or_hidden_since_is_not_written_to()
    {
        var place = await Queued();
        await _house.Give(place, Channels.Sms, "+52 000 555 0777");
        await _house.Sender.SendDue(default);
        Assert.Empty(_house.Sms.Sent);
        Assert.Equal(MessageStates.Dropped, (await Message()).State);
    }

    [Fact]
    public async Task A_letter_names_only_what_stands_on_an_open_door()
    {
        var open = await Queued(mail: "casa@example.org");
        await _house.Sender.SendDue(default);
        var letter = Assert.Single(_house.Post.Sent);
        Assert.Contains(open.Name, letter.Text, StringComparison.Ordinal);
        Assert.Contains("/es/ask/", letter.Html, StringComparison.Ordinal);
        Assert.Contains("/es/complaint", letter.Text, StringComparison.Ordinal);

        using var house = new AskHouse();
        var area = house.Due(mail: "casa@example.org", disclosure: Disclosures.Area);
        await house.Platform.Given(area);
        await house.Run();
        await house.Sender.SendDue(default);
        Assert.All(new[] { area.Name, "lbergue", "Tapachula" }, word => Assert.DoesNotContain(word, house.Post.Sent.Single().Text + house.Post.Sent.Single().Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_a_server_refused_is_given_up_and_one_that_it_could_not_take_now_is_not()
    {
        await Queued(mail: "casa@example.org");
        _house.Post.Fails = new SmtpException("no line", new SocketException());
        await _house.Sender.SendDue(default);
        Assert.Equal(MessageStates.Queued, (await Message()).State);
        _house.Clock.Now += TimeSpan.FromHours(1);
        _house.Post.Fails = new IOException("the line broke in the middle");
        await _house.Sender.SendDue(default);
        Assert.Equal((MessageStates.Unclear, 2), ((await Message()).State, _house.Post.Sent.Count));
    }

    [Theory, InlineData("es"), InlineData("en"), InlineData("fr"), InlineData("pt"), InlineData("ht")]
    public async Task An_sms_fits_into_two_segments_in_every_language_says_no_name_and_ends_with_erase_this(string language)
    {
        await Queued(language: language);
        await _house.Sender.SendDue(default);
        var text = Assert.Single(_house.Sms.Sent).Text;
        using var far = new AskHouse(publicUrl: "https://proteccion.regional.example.org");
        await far.Platform.Given(far.Due(language: language));
        await far.Run();
        await far.Sender.SendDue(default);
        foreach (var said in new[] { text, Assert.Single(far.Sms.Sent).Text })
            Assert.True(SmsLength.Of(said) is { IsPlain: true, Segments: <= 2 }, $"{SmsLength.Of(said).Units}: {said}");
        var erase = Amparo.Tests.Public.Readers.Text(language, "public.ask.sms");
        Assert.EndsWith(erase[^12..], text, StringComparison.Ordinal);
        Assert.StartsWith(Amparo.Tests.Public.Readers.Text(language, "public.ask.demonstration_sms"), text, StringComparison.Ordinal);
        Assert.Contains($"/{language}/ask/", text, StringComparison.Ordinal);
        Assert.All(new[] { "lbergue", "Tapachula", "Puente", "refug", "violen", "shelter", "women", "migra" }, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => _house.Dispose();
}
