using System.Net;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Public.Centres.Report;
using Amparo.Public.HubBox;
using Amparo.Publication;
using Amparo.Safeguarding;
using Amparo.Tests.Safeguarding;

namespace Amparo.Tests.HubBox;

/// <summary>The doors of the server for hubs' copies: the edition goes out, sealed letters come in.</summary>
[Trait("Needs", "Database")]
public sealed class DoorTests : IAsyncLifetime
{
    private readonly ComplaintHouse _house = new();
    private static readonly string Key = new('a', 48);

    public Task InitializeAsync() => _house.Begun();

    [Fact]
    public async Task The_current_edition_goes_out_as_it_was_signed_and_in_pieces()
    {
        var store = _house.Platform.Services.GetRequiredService<EditionStore>();
        var version = store.CurrentVersion()!.Value;
        using var client = _house.Platform.Client();
        using var answer = await client.GetAsync("/editions/current");
        Assert.Equal(File.ReadAllBytes(Path.Combine(store.FolderOf(version), "envelope.json")), await answer.Content.ReadAsByteArrayAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, "/editions/current");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using (var same = await client.SendAsync(again)) Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        foreach (var file in store.ReadEnvelope(version).Files)
        {
            var bytes = File.ReadAllBytes(store.ObjectOf(file.Sha256));
            using var whole = await client.GetAsync($"/editions/objects/{file.Sha256}");
            Assert.Equal(bytes, await whole.Content.ReadAsByteArrayAsync());
            var keep = whole.Headers.CacheControl!;
            Assert.Equal((true, TimeSpan.FromDays(7), "immutable"), (keep.Public, keep.MaxAge, Assert.Single(keep.Extensions).Name));
            using var rest = new HttpRequestMessage(HttpMethod.Get, $"/editions/objects/{file.Sha256}") { Headers = { Range = new(5, null) } };
            using var part = await client.SendAsync(rest);
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
            Assert.Equal(bytes[5..], await part.Content.ReadAsByteArrayAsync());
            using var packing = new HttpRequestMessage(HttpMethod.Get, $"/editions/objects/{file.Sha256}") { Headers = { { "Accept-Encoding", "gzip" } } };
            using var packed = await client.SendAsync(packing);
            Assert.Equal("gzip", Assert.Single(packed.Content.Headers.ContentEncoding));
            using var unpacked = new MemoryStream();
            using (var from = new System.IO.Compression.GZipStream(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress)) await from.CopyToAsync(unpacked);
            Assert.Equal(bytes, unpacked.ToArray());
        }
    }

    [Fact]
    public async Task Only_what_the_current_edition_names_goes_out()
    {
        var store = _house.Platform.Services.GetRequiredService<EditionStore>();
        var old = store.ReadEnvelope(store.CurrentVersion()!.Value).Files.Single(f => f.Part == EditionParts.Places).Sha256;
        await _house.Platform.In(async (db, _) => { (await db.Set<Amparo.Places.Entries.Place>().SingleAsync()).HideTo(Contracts.Places.Disclosures.Officers); return await db.SaveChangesAsync(); });
        await _house.Look();
        Assert.True(File.Exists(store.ObjectOf(old)));
        using var client = _house.Platform.Client();
        foreach (var name in new[] { old, new string('0', 64), "..%2f..%2fkeys%2froot", "../../publisher.json", new string('A', 64) })
            using (var answer = await client.GetAsync($"/editions/objects/{name}")) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_report_that_a_hub_hands_over_is_taken_once_and_under_the_code_of_its_own_key()
    {
        var place = await _house.Platform.Read(db => db.Set<Amparo.Places.Entries.Place>().Select(p => p.Id).SingleAsync());
        var letter = Letter(PlaceReport.Kind, new PlaceReport(place, "phone", "No contesta", new('f', 64)));
        Assert.Equal(204, await Post(letter.Seal(InboxKey)));
        Assert.Equal(204, await Post(letter.Seal(InboxKey)));
        var item = await _house.Platform.Read(db => db.Set<InboxItem>().SingleAsync());
        Assert.Equal(Receipt.HashOf(Receipt.CodeOf(Key)), JsonSerializer.Deserialize<PlaceReport>(item.Body, CompactJson.Options)!.CodeHash);
        Assert.Equal(409, await Post(Letter(PlaceReport.Kind, new PlaceReport(place, "hours", null, "")).Seal(InboxKey)));
    }

    [Fact]
    public async Task Closed_handed_over_twice_through_one_connection_is_one_voice_and_no_letter_makes_a_second_of_itself()
    {
        var place = await _house.Platform.Read(db => db.Set<Amparo.Places.Entries.Place>().Select(p => p.Id).SingleAsync());
        var said = new PlaceReport(place, "closed", null, "");
        foreach (var letter in new[] { Letter(PlaceReport.Kind, said), Letter(PlaceReport.Kind, said) with { Key = new('b', 48) }, Letter(PlaceReport.Kind, said), Letter(PlaceReport.Kind, said with { What = "hours", IsEcho = true }) with { Key = new('c', 48) } })
            Assert.Equal(204, await Post(letter.Seal(InboxKey)));
        var kept = (await _house.Platform.Read(db => db.Set<InboxItem>().OrderBy(i => i.Key).ToListAsync())).Select(i => JsonSerializer.Deserialize<PlaceReport>(i.Body, CompactJson.Options)!.IsEcho);
        Assert.Equal([false, true, false], kept);
    }

    [Fact]
    public async Task A_complaint_that_a_hub_hands_over_is_sealed_for_who_reads_like_any_other_and_its_code_opens_the_answer()
    {
        var letter = Letter(HubComplaint.Kind, new HubComplaint("Fue ClavelCanario", "en la puerta", "es", "MX", null, false));
        Assert.Equal(204, await Post(letter.Seal(InboxKey)));
        Assert.Equal(204, await Post(letter.Seal(InboxKey)));
        await _house.Only();
        Assert.Equal(-1, Encoding.UTF8.GetString(await _house.Platform.Read(db => db.Set<Complaint>().Select(c => c.Body).SingleAsync())).IndexOf("ClavelCanario", StringComparison.Ordinal));
        Assert.Empty(await _house.Platform.Read(db => db.Set<InboxItem>().ToListAsync()));
        var under = await _house.Under(Receipt.Printed(Receipt.LongCodeOf(Key)));
        Assert.Contains(Amparo.Tests.Public.Readers.Text("es", "public.complaint.state.received"), under.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_form_of_ours_could_have_made_is_refused()
    {
        SpooledLetter[] wrong =
        [
            Letter("accounts.grant", new { }), Letter(PlaceReport.Kind, new { place = 5 }), Letter(PlaceReport.Kind, new PlaceReport(Guid.CreateVersion7(), "bomb", null, "")),
            Letter(PlaceReport.Kind, new PlaceReport(Guid.CreateVersion7(), "phone", new('x', 1001), "")), Letter(HubComplaint.Kind, new HubComplaint("", "", "es", null, null, false)),
            Letter(HubComplaint.Kind, new HubComplaint("x", "", "xx", null, null, false)), Letter(HubComplaint.Kind, new HubComplaint(new('x', 3001), "", "es", null, null, false)),
            Letter(Contracts.Places.PlaceClaim.Kind, new Contracts.Places.PlaceClaim(Guid.CreateVersion7(), "Red", "Ana", "nobody", "es", null)), Letter(PlaceReport.Kind, new { }) with { Key = "short" },
        ];
        foreach (var letter in wrong) Assert.Equal(422, await Post(letter.Seal(InboxKey)));
        Assert.Equal(422, await Post([]));
        Assert.Equal(422, await Post([.. Enumerable.Range(0, 3000).Select(i => (byte)i)]));
        Assert.Equal(413, await Post(new byte[SpooledLetter.LargestSealed + 1]));
        Assert.Empty(await _house.Platform.Read(db => db.Set<InboxItem>().ToListAsync()));
        Assert.Empty(await _house.Platform.Read(db => db.Set<Complaint>().ToListAsync()));
    }

    [Fact]
    public async Task Who_hands_over_too_much_is_asked_to_come_later()
    {
        var last = 0;
        for (var i = 0; i < 101; i++) last = await Post([1]);
        Assert.Equal(429, last);
    }

    private string InboxKey => _house.Platform.Services.GetRequiredService<CurrentEdition>().Now!.Info.InboxKey!;

    private static SpooledLetter Letter(string kind, object said) => new(kind, Key, JsonSerializer.Serialize(said, CompactJson.Options));

    private async Task<int> Post(byte[] body)
    {
        using var client = _house.Platform.Client();
        using var answer = await client.PostAsync("/hub/inbox", new ByteArrayContent(body));
        return (int)answer.StatusCode;
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }
}
