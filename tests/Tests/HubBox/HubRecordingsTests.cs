using System.Net;
using System.Security.Cryptography;
using Amparo.Contracts.Recordings;
using Amparo.Places.Recordings;
using Amparo.Publication;
using Amparo.Tests.Places.Recordings;
using Amparo.Tests.Public;
using Amparo.Tests.Safeguarding;
using Amparo.Web.Serving;

namespace Amparo.Tests.HubBox;

/// <summary>A server on which a voice was brought and checked, and a hub's copy, as two programs: who cannot read hears it there too.</summary>
[Trait("Needs", "Database")]
public sealed class HubRecordingsTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Sound = SomeSound.Mp3(3, tagged: false);

    private readonly ComplaintHouse _house = new();
    private readonly string _around = Directory.CreateTempSubdirectory("amparo-hub-").FullName;
    private readonly string _sha256 = Convert.ToHexStringLower(SHA256.HashData(Sound));
    private string _server = "";

    private Platform Platform => _house.Platform;

    public async Task InitializeAsync()
    {
        Platform.Clock.Now = TimeProvider.System.GetUtcNow();
        Platform.UseKestrel(0);
        Platform.StartServer();
        _server = Platform.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        await _house.Begun();
        var words = SpokenText.OfPage(Platform.Services.GetRequiredService<Texts>(), "danger", "mam");
        var recording = new Recording
        {
            Page = "danger", Language = "mam", Sha256 = _sha256, Type = SoundTypes.Mp3, Size = Sound.Length, Seconds = 3, TextHash = words.Hash,
            Speaker = "Doña Inventada", ConsentUntil = Platform.Clock.Now.AddYears(1), By = Guid.CreateVersion7(), At = Platform.Clock.Now,
        };
        recording.Publish(words, Guid.CreateVersion7(), true, true, Platform.Clock.Now);
        await Platform.Given(recording, new RecordedSound { Sha256 = _sha256, Bytes = Sound });
        await Look();
    }

    [Fact]
    public async Task A_voice_is_heard_at_the_hub_and_no_longer_than_at_the_server()
    {
        using var server = new HttpClient { BaseAddress = new(_server) };
        using (var hub = await Start())
        {
            await Until(hub, async () => await Status(hub, "/packs/audio-mam.pack") == HttpStatusCode.OK);
            foreach (var language in Languages.All)
            {
                var audio = Assert.Single((await Readers.Read(await hub.Client.GetAsync($"/{language}/danger"))).QuerySelectorAll("[data-sound] audio"));
                Assert.Equal(Sound, await hub.Client.GetByteArrayAsync(audio.GetAttribute("src")!));
                Assert.Single((await Readers.Read(await hub.Client.GetAsync($"/{language}/packs"))).QuerySelectorAll("[data-audio=mam]"));
            }
            foreach (var end in new[] { "pack", "json" }) Assert.Equal(await server.GetByteArrayAsync($"/packs/audio-mam.{end}"), await hub.Client.GetByteArrayAsync($"/packs/audio-mam.{end}"));
            using (var rest = new HttpRequestMessage(HttpMethod.Get, $"/recordings/{_sha256}.mp3") { Headers = { { "Range", "bytes=100-" } } })
            using (var part = await hub.Client.SendAsync(rest)) Assert.Equal(Sound[100..], await part.Content.ReadAsByteArrayAsync());
        }
        // Without a line it is heard after a start too.
        using (var hub = await Start("http://127.0.0.1:9"))
            Assert.Equal(Sound, await hub.Client.GetByteArrayAsync($"/recordings/{_sha256}.mp3"));

        using (var hub = await Start())
        {
            await Withdraw();
            await Until(hub, async () => await Status(hub, $"/recordings/{_sha256}.mp3") == HttpStatusCode.NotFound && await Status(hub, "/packs/audio-mam.pack") == HttpStatusCode.NotFound);
            await Until(hub, () => Task.FromResult(!Directory.EnumerateFiles(Path.Combine(_around, "recordings"), "*", SearchOption.AllDirectories).Any(f => !f.EndsWith(".lock", StringComparison.Ordinal) && !f.EndsWith("packs.json", StringComparison.Ordinal))));
            Assert.Empty((await Readers.Read(await hub.Client.GetAsync("/es/danger"))).QuerySelectorAll("audio"));
        }
    }

    [Fact]
    public async Task What_the_server_cannot_give_is_said_in_words_and_readers_keep_their_pages()
    {
        var store = Platform.Services.GetRequiredService<RecordingStore>();
        File.Delete(store.PathOf(_sha256));
        File.WriteAllBytes(store.PathOf(store["mam"]!), new byte[9000]);
        using var hub = await Start();
        await Until(hub, () => Task.FromResult(hub.Said.Contains("Recordings that the server offers are not given on", StringComparison.Ordinal)));
        using var page = await hub.Client.GetAsync("/es/danger");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Empty((await Readers.Read(page)).QuerySelectorAll("audio"));
    }

    private Task<HubProcess> Start(string? server = null) =>
        HubProcess.Start(_around, "--editions", Path.Combine(_around, "editions"), "--upstream", server ?? _server, "--root", Path.Combine(Platform.Data.Keys, "root.public"), "--every", "1");

    private async Task Withdraw()
    {
        await Platform.In(async (db, _) =>
        {
            (await db.Set<Recording>().SingleAsync()).Withdraw("consent");
            db.Remove(await db.Set<RecordedSound>().SingleAsync());
            return await db.SaveChangesAsync();
        });
        await Look();
    }

    private async Task Look()
    {
        await _house.Look();
        await Platform.Services.GetRequiredService<RecordingJob>().LookOnce(default);
    }

    private static async Task<HttpStatusCode> Status(HubProcess hub, string path)
    {
        using var answer = await hub.Client.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task Until(HubProcess hub, Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 300, "It did not come to that: " + hub.Said);
            await Task.Delay(100);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _house.Dispose();
        Directory.Delete(_around, recursive: true);
    }
}
