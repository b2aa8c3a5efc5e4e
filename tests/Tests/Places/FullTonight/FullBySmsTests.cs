using System.Net;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.FullTonight;
using Amparo.Tests.Places.Asking;
using Amparo.Tests.Places.Desk;

namespace Amparo.Tests.Places.FullTonight;

[Trait("Needs", "Database")]
public sealed class FullBySmsTests : IDisposable
{
    private const string Number = "+520005550101";
    private readonly AskHouse _house = new();
    private int _event;

    private async Task<Place> Given(string kind = PlaceKinds.Shelter, string disclosure = Disclosures.Exact, string? number = "+52 000 555 0101", string language = "es")
    {
        var place = _house.Due(number, kind: kind, disclosure: disclosure, days: 3, language: language);
        await _house.Platform.Given(place);
        await _house.Site.Services.GetRequiredService<Amparo.Places.Impostors.Watch>().LookOnce(default);
        return place;
    }

    private async Task<List<string>> Write(string text, string from = Number)
    {
        var before = _house.Sms.Sent.Count;
        var (body, time) = (JsonSerializer.SerializeToUtf8Bytes(new { id = $"f{_event++}", from, text }), SmsSignature.Timestamp(_house.Clock.Now));
        using var request = new HttpRequestMessage(HttpMethod.Post, SmsHooks.Replies) { Content = new ByteArrayContent(body) };
        request.Headers.Add(SmsSignature.TimeHeader, time);
        request.Headers.TryAddWithoutValidation(SmsSignature.SignatureHeader, SmsSignature.Of(AskHouse.Secret, time, body));
        using var answer = await _house.Site.CreateClient().SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await _house.Sender.SendDue(default);
        return [.. _house.Sms.Sent.Skip(before).Select(s => s.Text)];
    }

    private async Task<DateTimeOffset?> Until(Place place) => (await _house.Platform.Stored(place.Id)).FullUntil;

    [Theory]
    [InlineData("LLENO", "HAY LUGAR", "es"), InlineData("full", "room", "en"), InlineData("Complet !", "place libre", "fr"), InlineData("Lotado, obrigado", "tem vaga", "pt"), InlineData("plen", "GEN PLAS", "ht")]
    public async Task A_centre_says_from_its_number_that_it_is_full_and_takes_it_back_and_is_answered_in_its_language_at_night_too(string full, string room, string language)
    {
        var place = await Given(language: language);
        _house.Clock.Now = new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero); // ten in the evening there
        var said = Assert.Single(await Write(full));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), await Until(place));
        Assert.Contains(Amparo.Tests.Public.Readers.Text(language, "public.full.sms.full"), said, StringComparison.Ordinal);
        foreach (var word in new[] { place.Name, "Tapachula", "Red" }) Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await Write(full)); // said twice is answered once
        Assert.Contains(Amparo.Tests.Public.Readers.Text(language, "public.full.sms.room"), Assert.Single(await Write(room)), StringComparison.Ordinal);
        Assert.Null(await Until(place));
        Assert.True(await _house.Platform.Read(db => db.Set<AuditEntry>().AnyAsync(a => a.Act == SmsFull.Act && a.Record == place.Id)));
    }

    [Fact]
    public async Task Of_a_refuge_and_a_home_for_children_it_is_never_said_whoever_writes()
    {
        foreach (var (kind, disclosure, number) in new[] { (PlaceKinds.Women, Disclosures.Area, "+520005550201"), (PlaceKinds.ChildProtection, Disclosures.Exact, "+520005550202"), (PlaceKinds.Shelter, Disclosures.Officers, "+520005550203") })
        {
            var place = await Given(kind, disclosure, number);
            var said = Assert.Single(await Write("LLENO", number));
            Assert.Contains(Amparo.Tests.Public.Readers.Text("es", "public.full.sms.not_taken"), said, StringComparison.Ordinal);
            Assert.Null(await Until(place));
            _house.Clock.Now += TimeSpan.FromHours(1);
        }
    }

    [Fact]
    public async Task Another_number_a_number_that_only_waits_and_another_text_fill_nothing_and_learn_nothing()
    {
        var place = await Given();
        await IsNotUnderstood("LLENO", "+520005559999");
        Assert.DoesNotContain(await Write("El comedor está lleno de gente buena"), t => t.Contains("6:00", StringComparison.Ordinal));
        await _house.Platform.In(async (db, _) =>
        {
            var stored = await db.Set<Place>().SingleAsync(p => p.Id == place.Id);
            stored.Write(PlaceTexts.Of(stored) with { Profile = stored.Profile with { Phones = [new("+52 000 555 0666", "cell")] } }, Guid.CreateVersion7(), _house.Clock.Now);
            return await db.SaveChangesAsync();
        });
        await _house.Site.Services.GetRequiredService<Amparo.Places.Impostors.Watch>().LookOnce(default);
        await IsNotUnderstood("LLENO", "+520005550666");
        Assert.Null(await Until(place));
        Assert.Empty(await _house.Messages());
    }

    // As whoever writes words that say nothing is answered: not that the number is known, nor that it is not.
    private async Task IsNotUnderstood(string text, string from) =>
        Assert.Contains(Amparo.Tests.Public.Readers.Text("es", "public.sms.not_understood"), Assert.Single(await Write(text, from)), StringComparison.Ordinal);

    [Fact]
    public async Task Of_two_places_of_one_number_nobody_knows_which_is_meant_and_the_number_is_told_so()
    {
        var (one, two) = (await Given(), await Given());
        Assert.Contains(Amparo.Tests.Public.Readers.Text("es", "public.full.sms.several"), Assert.Single(await Write("LLENO")), StringComparison.Ordinal);
        Assert.Null(await Until(one) ?? await Until(two));
    }

    [Fact]
    public async Task The_number_that_a_place_gave_for_being_asked_counts_and_the_reply_to_the_question_too()
    {
        var place = await Given(number: null);
        await _house.Give(place, Channels.Sms, "+52 000 555 0777", "en");
        Assert.Contains(Amparo.Tests.Public.Readers.Text("en", "public.full.sms.full"), Assert.Single(await Write("Full", "+520005550777")), StringComparison.Ordinal);
        Assert.NotNull(await Until(place));
        // Whoever asked not to be written to is heard and not written to.
        await Write("STOP", "+520005550777");
        Assert.Empty(await Write("room", "+520005550777"));
        Assert.Null(await Until(place));
    }

    [Fact]
    public void Each_answer_is_one_message_that_ends_by_asking_to_be_erased()
    {
        foreach (var language in Languages.All)
            foreach (var said in new[] { FullAnswer.Full, FullAnswer.Room, FullAnswer.Several, FullAnswer.NotTaken })
                Assert.True(SmsLength.Of(Amparo.Tests.Public.Readers.Text(language, "public.ask.demonstration_sms") + Amparo.Tests.Public.Readers.Text(language, "public.full.sms." + said)).Segments <= 2, $"{language} {said}");
    }

    public void Dispose() => _house.Dispose();
}
