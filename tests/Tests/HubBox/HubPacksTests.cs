using System.Net;
using System.Text.Json;
using Amparo.Publication;
using Amparo.Tests.Public;
using Amparo.Tests.Safeguarding;

namespace Amparo.Tests.HubBox;

/// <summary>A server that makes packs and a hub's copy as two programs: what the one signed, the other gives to whoever joins its Wi-Fi.</summary>
[Trait("Needs", "Database")]
public sealed class HubPacksTests : IAsyncLifetime, IDisposable
{
    private readonly ComplaintHouse _house = new();
    private readonly string _around = Directory.CreateTempSubdirectory("amparo-hub-").FullName;
    private string _server = "";

    public async Task InitializeAsync()
    {
        _house.Platform.Clock.Now = TimeProvider.System.GetUtcNow();
        _house.Platform.UseKestrel(0);
        _house.Platform.StartServer();
        _server = _house.Platform.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        await _house.Begun();
        await Pack();
    }

    [Fact]
    public async Task The_packs_of_the_server_are_offered_at_the_hub_and_go_there_when_they_are_called_back()
    {
        using var server = new HttpClient { BaseAddress = new(_server) };
        using var hub = await HubProcess.Start(_around, "--editions", Path.Combine(_around, "editions"), "--upstream", _server, "--root", Path.Combine(_house.Platform.Data.Keys, "root.public"), "--every", "1");
        await Until(hub, async () => (await Offered(hub.Client)).SequenceEqual(await Offered(server)));
        foreach (var path in new[] { "/packs/revoked", "/packs/mx-es.pack", "/packs/mx-es", "/packs/mx-es.html", "/packs/mx-fr.html" }) Assert.Equal(await server.GetByteArrayAsync(path), await hub.Client.GetByteArrayAsync(path));
        // A browser that takes Brotli gets what there is.
        foreach (var (accepts, form) in new[] { ("br, gzip", "gzip"), ("gzip", "gzip"), ("br", null) })
        {
            using var asks = new HttpRequestMessage(HttpMethod.Get, "/packs/mx-es") { Headers = { { "Accept-Encoding", accepts } } };
            using var body = await hub.Client.SendAsync(asks);
            Assert.Equal((HttpStatusCode.OK, form), (body.StatusCode, body.Content.Headers.ContentEncoding.SingleOrDefault()));
            var bytes = await body.Content.ReadAsByteArrayAsync();
            Assert.Equal(await server.GetByteArrayAsync("/packs/mx-es"), form is null ? bytes : PackFiles.Unpacked(bytes));
        }
        foreach (var language in Languages.All)
        {
            var offered = await Links(server, language);
            Assert.Contains($"/packs/mx-{language}.html", offered);
            Assert.Equal(offered, await Links(hub.Client, language));
        }

        var store = _house.Platform.Services.GetRequiredService<PackStore>();
        store.Withdraw([store.Catalogue["mx-es"]!.Id], []);
        Revoke();
        await Until(hub, async () => await Status(hub, "/packs/mx-es.pack") == HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, await Status(hub, "/packs/mx-ht.pack"));
        Assert.Equal(await server.GetByteArrayAsync("/packs/revoked"), await hub.Client.GetByteArrayAsync("/packs/revoked"));
    }

    private async Task Pack()
    {
        var store = _house.Platform.Services.GetRequiredService<PackStore>();
        using var making = store.TryLock();
        Assert.NotNull(making);
        await _house.Platform.Services.GetRequiredService<PackBuilder>().Build(_house.Platform.Services.GetRequiredService<CurrentEdition>().Now!);
        Revoke();
    }

    private void Revoke() => _house.Platform.Services.GetRequiredService<Revoking>().Revoke(_house.Platform.Services.GetRequiredService<CurrentEdition>().Now!);

    private static async Task<List<string>> Links(HttpClient site, string language) =>
        [.. (await Readers.Read(await site.GetAsync($"/{language}/packs"))).QuerySelectorAll("main a[download]").Select(a => a.GetAttribute("href")!)];

    // Not the page, which holds for a minute.
    private static async Task<List<string>> Offered(HttpClient site)
    {
        using var said = JsonDocument.Parse(await site.GetStringAsync("/packs"));
        return [.. said.RootElement.GetProperty("packs").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
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
